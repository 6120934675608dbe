import { addDays, dayAt, monthOf, nextMonth, startOfDay } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planInBulk } from './plan-in-bulk.ts';
import { monthSource } from './plan-month-round.ts';
import { selectZones } from './planning-store.ts';

/** The longest step reaches back two years; older history owes nothing that could still be open. */
const reachBackDays = 800;

/** History brought in owes only what can still be done in time: a call due last week is not made up for. */
export async function planImportedVisits(
  ctx: TransactionContext,
  event: EventOf<'visits.imported'>,
): Promise<void> {
  const { batchId } = event;
  const owed = { openAt: ctx.now, importBatchId: batchId };
  const today = dayAt(ctx.now, ctx.zone);
  const closedFrom = startOfDay(addDays(today, -reachBackDays), ctx.zone);
  await planInBulk(ctx, { kind: 'visits', batchId, closedFrom, closedUntil: ctx.now }, owed);
  for (const [clinicId, zone] of await selectZones(ctx)) {
    const month = nextMonth(monthOf(dayAt(ctx.now, zone)), -1);
    await planInBulk(ctx, monthSource(clinicId, month, zone, { batchId }), owed);
  }
}
