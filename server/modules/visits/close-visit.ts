import type { Visit } from '#domain/visits/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { holdVisit } from './hold-visit.ts';
import { refreshLastVisits } from './refresh-last-visits.ts';
import { selectVisit, updateVisit } from './store.ts';

/** The customer leaves, and what is owed from now on is planned. Throws Conflict `already-closed` or `stale-version`. */
export async function closeVisit(ctx: Context, input: { id: string; version: number }): Promise<Visit> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdVisit(ctx, input.id);
    if (before.state === 'closed') throw new Conflict('already-closed');
    if (before.version !== input.version) throw new Conflict('stale-version', { current: before });
    await updateVisit(ctx, input.id, { closed: true });
    const [after] = await Promise.all([
      selectVisit(ctx, input.id),
      refreshLastVisits(ctx, [before.customerId]),
    ]);
    await recordAudit(ctx, {
      action: 'visit.closed',
      subject: { type: 'visit', id: input.id },
      before,
      after: after!,
    });
    await announce(ctx, { type: 'visit.closed', visitId: input.id });
    return after!;
  });
}
