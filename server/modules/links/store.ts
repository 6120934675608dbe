import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { LinkPurpose } from '#domain/links/link.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

export interface StoredLink {
  id: string;
  purpose: LinkPurpose;
  customerId: string;
  subjectId: string | null;
  expiresAt: Instant;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

export async function insertLink(
  ctx: TransactionContext,
  link: Omit<StoredLink, 'usedAt' | 'revokedAt'> & { hash: string },
): Promise<void> {
  await ctx.db
    .insertInto('links')
    .values({
      org_id: ctx.orgId,
      id: link.id,
      token_hash: link.hash,
      purpose: link.purpose,
      customer_id: link.customerId,
      subject_id: link.subjectId,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link, held until the transaction ends where it is about to be used, so that it is used once. */
export async function selectLink(
  ctx: TransactionContext,
  hash: string,
  options: { hold: boolean },
): Promise<StoredLink | undefined> {
  const row = await ctx.db
    .selectFrom('links')
    .select([
      'id',
      'purpose',
      'customer_id as customerId',
      'subject_id as subjectId',
      'expires_at as expiresAt',
      'used_at as usedAt',
      'revoked_at as revokedAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .$if(options.hold, (query) => query.forUpdate())
    .modifyEnd(often)
    .executeTakeFirst();
  return row && { ...row, purpose: row.purpose as LinkPurpose };
}

export async function updateUsed(ctx: TransactionContext, id: string): Promise<boolean> {
  const used = await ctx.db
    .updateTable('links')
    .set({ used_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Shuts the open links about a thing; tells how many there were. */
export async function selectOpenLinks(
  ctx: TransactionContext,
  subjectIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('links')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`subject_id = any(${[...subjectIds]}::uuid[])`)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function updateRevoked(
  ctx: TransactionContext,
  which: { subjectId: string },
): Promise<string[]> {
  const revoked = await ctx.db
    .updateTable('links')
    .set({ revoked_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('subject_id', '=', which.subjectId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.map(({ id }) => id);
}
