import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { usualLinkDays } from '#domain/links/link.ts';
import type { LinkPurpose } from '#domain/links/link.ts';
import { linkPath } from '#domain/links/token.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { insertCode, selectCode } from './house-store.ts';
import { makeCode, makeToken } from './make-token.ts';
import { insertLink } from './store.ts';

export interface NewLink {
  id: string;
  /** `/c/…`: given to the customer and kept nowhere. */
  path: string;
  /** The same, as it stands in a message. */
  url: string;
  expiresAt: Instant;
}

/** A customer's way to one page, for a verb that has asked for its own permission. */
export async function createLink(
  ctx: TransactionContext,
  wanted: { customerId: string; purpose: LinkPurpose; subjectId: string | null; expiresAt?: Instant },
): Promise<NewLink> {
  const { token, hash } = makeToken(await codeOf(ctx));
  const { customerId, purpose, subjectId } = wanted;
  const expiresAt = wanted.expiresAt ?? addHours(ctx.now, usualLinkDays[purpose] * 24);
  const id = newId();
  await insertLink(ctx, { id, hash, purpose, customerId, subjectId, expiresAt });
  await recordAudit(ctx, {
    action: 'link.created',
    subject: { type: 'customer', id: customerId },
    reason: purpose,
  });
  const path = linkPath(token);
  return { id, path, url: ctx.publicUrl + path, expiresAt };
}

/** The short name by which an organization's links find it; made with its first. */
export async function codeOf(ctx: TransactionContext): Promise<string> {
  for (let tries = 0; tries < 10; tries += 1) {
    const code = await selectCode(ctx);
    if (code) return code;
    await insertCode(ctx, makeCode());
  }
  throw new Error('no short name is left for an organization');
}
