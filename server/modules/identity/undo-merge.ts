import type { Merge } from '#domain/identity/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { undoMergeOfRecords } from '../customers/merge-records.ts';
import { undoKeepingPhone } from '../records/keep-other-phone.ts';
import { refreshLastVisits } from '../visits/refresh-last-visits.ts';
import { lockMerge, markUndone, selectMerges } from './merges-store.ts';
import { moveReferencesBack } from './references-store.ts';
import { keptPhoneId } from './merge-customers.ts';
import { decideSuggestion } from './store.ts';

/**
 * Makes two records of one again, as they were; what was written since stays with the record that was kept. Throws
 * Conflict `already-undone`, or `changed-since` when later work built on the merge.
 */
export async function undoMerge(ctx: Context, input: { id: string }): Promise<Merge> {
  requirePermission(ctx, 'identity.review');
  return inTransaction(ctx, async (ctx) => {
    const merge = await lockMerge(ctx, input.id);
    if (!merge) throw new NotFound('merge', input.id);
    const { keepId, goneId } = merge;
    if (merge.undoneAt !== null) throw new Conflict('already-undone');
    const { hasNewVisits } = await undoMergeOfRecords(ctx, merge, merge.records);
    await undoKeepingPhone(ctx, keepId, keptPhoneId(merge.id));
    await moveReferencesBack(ctx, merge.moved, keepId, goneId);
    if (hasNewVisits) await refreshLastVisits(ctx, [keepId]);
    await markUndone(ctx, merge.id);
    await decideSuggestion(ctx, { aId: keepId, bId: goneId }, { state: 'open' });
    for (const subject of [keepId, goneId]) {
      await recordAudit(ctx, {
        action: 'customer.merge-undone',
        subject: { type: 'customer', id: subject },
        reason: merge.id,
      });
    }
    await announce(ctx, { type: 'customer.merge-undone', mergeId: merge.id, keepId, goneId });
    const { rows } = await selectMerges(ctx, { id: merge.id, visible: null, page: 1, pageSize: 1 });
    return rows[0]!;
  });
}
