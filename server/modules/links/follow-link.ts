import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { addressOf, isLinkOpen, mayTryLink } from '#domain/links/link.ts';
import type { LinkPurpose } from '#domain/links/link.ts';
import { readToken } from '#domain/links/token.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Database } from '#server/platform/database/pool.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound, TooMany } from '#server/platform/errors.ts';
import { systemContext } from '../staff/gate.ts';
import { addWrongTry, selectOrganizationOfCode, selectWrongTries } from './house-store.ts';
import { hashLink } from './make-token.ts';
import { selectLink } from './store.ts';
import type { StoredLink } from './store.ts';

/** Who follows a link: nobody known, from some address. */
export interface Follower {
  database: Database;
  clock: Clock;
  exchange: { ip: string };
}

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
  wanted: { token: string; purposes: readonly LinkPurpose[]; toUse?: boolean; evenShut?: boolean },
  work: (ctx: TransactionContext, link: FollowedLink) => Promise<T>,
): Promise<T> {
  const buckets = ['all', `address ${addressOf(house.exchange.ip)}`] as const;
  const minute = minuteOf(house.clock.now());
  const tries = await selectWrongTries(house, minute, buckets);
  const [ofAll, ofAddress] = buckets.map((bucket) => tries.get(bucket) ?? 0) as [number, number];
  if (!mayTryLink({ ofAddress, ofAll })) throw new TooMany(60);

  const parts = readToken(wanted.token);
  const orgId = parts && (await selectOrganizationOfCode(house, parts.code));
  const found = orgId ? await inOrganization(orgId, parts.token) : 'unknown';
  if (found !== 'unknown') return found.result;
  await addWrongTry(house, minute, buckets, addMinutes(minute, -60));
  throw linkGone();

  async function inOrganization(orgId: string, token: string): Promise<{ result: T } | 'unknown'> {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const link = await selectLink(ctx, hashLink(token), { hold: wanted.toUse ?? false });
      if (!link) return 'unknown';
      const followed = shownOf(link, ctx.now);
      if (!wanted.purposes.includes(link.purpose)) throw linkGone();
      if (!followed.isOpen && !wanted.evenShut) throw linkGone();
      return { result: await work(ctx, followed) };
    });
  }
}

function shownOf({ id, purpose, customerId, subjectId, ...state }: StoredLink, now: Instant): FollowedLink {
  return { id, purpose, customerId, subjectId, isOpen: isLinkOpen(state, now) };
}

function minuteOf(now: Instant): Instant {
  return `${now.slice(0, 16)}:00.000Z`;
}
