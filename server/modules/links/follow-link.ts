import type { Instant } from '#domain/base/time.ts';
import { isLinkJustUsed, isLinkOpen } from '#domain/links/link.ts';
import type { LinkPurpose } from '#domain/links/link.ts';
import { readToken } from '#domain/links/token.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { systemContext } from '../staff/gate.ts';
import { hashLink } from './make-token.ts';
import { openToken } from './open-token.ts';
import type { Follower } from './open-token.ts';
import { selectLink } from './store.ts';
import type { StoredLink } from './store.ts';

export interface FollowedLink {
  id: string;
  purpose: LinkPurpose;
  customerId: string;
  subjectId: string | null;
  /** Used, taken back or over: whoever cares about more than a repeated sending answers `NotFound('link')`. */
  isOpen: boolean;
}

export const linkGone = (): NotFound => new NotFound('link');

/**
 * Does `work` as the system for the customer a token stands for, within a transaction that holds the link when it may
 * be used. Looking uses nothing. Throws NotFound (`link`), the same for a token that is unknown, over, used or for
 * something else, and TooMany to who guesses.
 */
export async function followLink<T>(
  house: Follower,
  wanted: {
    token: string;
    purposes: readonly LinkPurpose[];
    toUse?: boolean;
    evenShut?: boolean;
    evenJustUsed?: boolean;
  },
  work: (ctx: TransactionContext, link: FollowedLink) => Promise<T>,
): Promise<T> {
  const parts = readToken(wanted.token);
  const opened = await openToken(house, parts?.code, (orgId) => inOrganization(orgId, parts!.token));
  if (opened === undefined) throw linkGone();
  return opened.found;

  async function inOrganization(orgId: string, token: string): Promise<{ found: T } | undefined> {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const link = await selectLink(ctx, hashLink(token), { hold: wanted.toUse ?? false });
      if (!link) return undefined;
      const followed = shownOf(link, ctx.now);
      if (!wanted.purposes.includes(link.purpose)) throw linkGone();
      const isTaken = wanted.evenShut || (wanted.evenJustUsed && isLinkJustUsed(link, ctx.now));
      if (!followed.isOpen && !isTaken) throw linkGone();
      return { found: await work(ctx, followed) };
    });
  }
}

function shownOf({ id, purpose, customerId, subjectId, ...state }: StoredLink, now: Instant): FollowedLink {
  return { id, purpose, customerId, subjectId, isOpen: isLinkOpen(state, now) };
}
