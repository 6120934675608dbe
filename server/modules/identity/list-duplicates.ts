import type { z } from 'zod';
import type { DuplicatePage, ListDuplicates } from '#domain/identity/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectParties } from './parties-store.ts';
import { presentDuplicate } from './present.ts';
import { countReferences } from './references-store.ts';
import { selectSuggestions } from './store.ts';
import type { SuggestionRow } from './store.ts';

/** Pairs of records, of clinics the actor may see, that may be of one person, the likeliest first. */
export async function listDuplicates(
  ctx: Context,
  input: ListDuplicates,
): Promise<z.input<typeof DuplicatePage>> {
  requirePermission(ctx, 'identity.review');
  const asked = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { rows, total } = await selectSuggestions(ctx, {
      state: input.state,
      asked,
      visible: clinicsSeen(ctx),
      limit: input.pageSize,
      offset: (input.page - 1) * input.pageSize,
    });
    return { items: await describePairs(ctx, rows), total };
  });
}

/** Null is every clinic of the organization. */
export function clinicsSeen(ctx: Context): readonly string[] | null {
  return ctx.actor.clinicIds === 'all' ? null : ctx.actor.clinicIds;
}

/** Both sides of each pair, with what hangs on them. */
export async function describePairs(ctx: TransactionContext, rows: readonly SuggestionRow[]) {
  const ids = [...new Set(rows.flatMap(({ aId, bId }) => [aId, bId]))];
  const parties = new Map((await selectParties(ctx, ids)).map((party) => [party.id, party]));
  const counts = await countReferences(ctx, ids);
  return rows.map((row) => presentDuplicate(row, parties, counts));
}
