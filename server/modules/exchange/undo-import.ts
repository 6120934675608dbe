import type { ImportBatch, ImportCounts } from '#domain/exchange/contract.ts';
import type { BatchProblem } from '#domain/exchange/words.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { holdEvents } from '#server/platform/events/hold-events.ts';
import { takeBackCustomers } from '#server/modules/customers/take-back-customers.ts';
import { takeBackLedger } from '#server/modules/ledger/take-back-ledger.ts';
import { takeBackPlans } from '#server/modules/followups/take-back-plans.ts';
import { refreshLastVisits } from '#server/modules/visits/refresh-last-visits.ts';
import { takeBackHistory } from '#server/modules/visits/take-back-history.ts';
import { describeBatch, findBatch } from './find-batch.ts';
import { forgetFile } from './keep-file.ts';
import type { Batch } from './store.ts';
import { finishBatch } from './work-store.ts';

/**
 * Takes back everything a batch brought in, except for what somebody has worked on since, and says how much that
 * is. Waits while its followups are being planned. Throws Conflict `import-not-done`, and `import-busy` when a colleague
 * works on it in this very moment.
 */
export async function undoImport(
  ctx: Context & { dataDir: string },
  input: { id: string },
): Promise<ImportBatch> {
  requirePermission(ctx, 'imports.run');
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await findBatch(ctx, input.id, { lock: true });
      if (before.state !== 'done') throw new Conflict('import-not-done', { state: before.state });
      const { newOrders, ...kept } = await takeBack(ctx, before.id);
      const isOfOrders = before.mapping.kind === 'orders';
      await finishBatch(ctx, before, {
        state: 'undone',
        counts: { ...before.counts!, ...kept, ...(isOfOrders && { newOrders }) },
        problem: leftOver({ ...kept, newOrders }),
        finishedAt: ctx.now,
      });
      await recordAudit(ctx, { action: 'import.undone', subject: { type: 'import', id: before.id } });
      ctx.afterCommit(() => forgetFile(ctx.dataDir, before.id));
      return describeBatch(ctx, await findBatch(ctx, before.id));
    });
  } catch (error) {
    if ((error as { code?: string }).code === foreignKeyViolation) throw new Conflict('import-busy');
    throw error;
  }
}

// Something was hung on a visit or a customer in the very moment it was taken back.
const foreignKeyViolation = '23503';

type Kept = Pick<ImportCounts, 'newCustomers' | 'newAppointments' | 'newVisits' | 'plannedFollowups'> & {
  newOrders: number;
};

async function takeBack(ctx: TransactionContext, batchId: string): Promise<Kept> {
  await holdEvents(ctx, 'visits.imported');
  const { keptFollowups } = await takeBackPlans(ctx, batchId);
  const { keptCharges } = await takeBackLedger(ctx, batchId);
  const { customerIds, keptVisits, keptAppointments } = await takeBackHistory(ctx, batchId);
  const { removed, kept } = await takeBackCustomers(ctx, batchId);
  const remaining = [...customerIds].filter((id) => !removed.has(id));
  if (remaining.length > 0) await refreshLastVisits(ctx, remaining);
  return {
    newCustomers: kept,
    newAppointments: keptAppointments,
    newVisits: keptVisits,
    plannedFollowups: keptFollowups,
    newOrders: keptCharges,
  };
}

function leftOver(kept: Kept): Batch['problem'] {
  const {
    newCustomers: customers,
    newAppointments: appointments,
    newVisits: visits,
    plannedFollowups: followups,
    newOrders: orders,
  } = kept;
  if (customers + appointments + visits + followups + orders === 0) return null;
  return {
    code: 'partly-undone' satisfies BatchProblem,
    details: { customers, appointments, visits, followups, orders },
  };
}
