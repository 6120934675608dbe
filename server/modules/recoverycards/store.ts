import type { CardVersion } from '#domain/recoverycards/contract.ts';
import { RecoveryCard } from '#domain/recoverycards/card.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredCard extends CardVersion {
  id: string;
  code: string;
  authorIds: string[];
  writtenAt: Instant;
  edits: number;
}

/** Every text of the cards, approved and waiting, the newest first: of one card, or of all. */
export async function selectCards(ctx: TransactionContext, code?: string): Promise<StoredCard[]> {
  const rows = await ctx.db
    .selectFrom('recovery_card_versions as c')
    .leftJoin('staff as w', (join) => join.on('w.org_id', '=', ctx.orgId).onRef('w.id', '=', 'c.written_by'))
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'c.approved_by'))
    .select([
      'c.id',
      'c.code',
      'c.version',
      'c.definition',
      'c.author_ids as authorIds',
      'c.written_at as writtenAt',
      'w.name as writtenByName',
      'c.edits',
      'c.approved_at as approvedAt',
      'a.name as approvedByName',
    ])
    .where('c.org_id', '=', ctx.orgId)
    .$if(code !== undefined, (query) => query.where('c.code', '=', code!))
    .orderBy('c.code')
    .orderBy('c.version', 'desc')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: RecoveryCard.parse(definition) }));
}

/** Holds the texts of a card until the transaction ends. */
export async function lockCards(ctx: TransactionContext, code: string): Promise<void> {
  await ctx.db
    .selectFrom('recovery_card_versions')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('code', '=', code)
    .orderBy('version')
    .forUpdate()
    .execute();
}

/** False where somebody else wrote that version first. */
export async function insertCard(
  ctx: TransactionContext,
  card: { id: string; version: number; definition: RecoveryCard; authorIds: string[] },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('recovery_card_versions')
    .values({
      org_id: ctx.orgId,
      id: card.id,
      code: card.definition.code,
      version: card.version,
      definition: JSON.stringify(card.definition),
      author_ids: card.authorIds,
      written_at: ctx.now,
      // What ships was written by nobody of the clinic.
      written_by: card.authorIds.at(-1) ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function updateCard(
  ctx: TransactionContext,
  card: { id: string; definition: RecoveryCard; authorIds: string[] },
): Promise<void> {
  await ctx.db
    .updateTable('recovery_card_versions')
    .set((eb) => ({
      definition: JSON.stringify(card.definition),
      author_ids: card.authorIds,
      written_at: ctx.now,
      written_by: card.authorIds.at(-1) ?? null,
      edits: eb('edits', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', card.id)
    .execute();
}

export async function updateCardApproved(ctx: TransactionContext, id: string, by: string): Promise<void> {
  await ctx.db
    .updateTable('recovery_card_versions')
    .set({ approved_at: ctx.now, approved_by: by })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function deleteCard(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .deleteFrom('recovery_card_versions')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
