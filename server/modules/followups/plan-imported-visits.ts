import { addDays, dayAt, firstOfMonth, monthOf, nextMonth, startOfDay } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';
import { lastDayOf, monthEvents } from './plan-month-round.ts';
import { planningEventOf } from './plan-visit.ts';
import { selectCustomersSeen, selectVisitsForPlanning, selectZones } from './planning-store.ts';

/** The longest step reaches back two years; older history owes nothing that could still be open. */
const reachBackDays = 800;

/** History brought in owes only what can still be done in time: a call due last week is not made up for. */
export async function planImportedVisits(
  ctx: TransactionContext,
  event: EventOf<'visits.imported'>,
): Promise<void> {
  const { batchId } = event;
  const openAt = ctx.now;
  const today = dayAt(ctx.now, ctx.zone);
  const visits = await selectVisitsForPlanning(ctx, {
    batchId,
    closedFrom: startOfDay(addDays(today, -reachBackDays), ctx.zone),
  });
  const past = visits.filter((visit) => visit.closedAt <= ctx.now);
  const events = past.flatMap((visit) => [
    planningEventOf(visit, 'visit.closed'),
    ...(visit.finished.length > 0 ? [planningEventOf(visit, 'course.finished')] : []),
  ]);
  await planEvents(ctx, events, { openAt, importBatchId: batchId });

  const zones = await selectZones(ctx);
  for (const clinicId of new Set(past.map((visit) => visit.clinicId))) {
    const zone = zones.get(clinicId) ?? ctx.zone;
    const month = nextMonth(monthOf(dayAt(ctx.now, zone)), -1);
    const seen = await selectCustomersSeen(ctx, {
      clinicId,
      from: firstOfMonth(month),
      to: lastDayOf(month),
      batchId,
    });
    await planEvents(ctx, monthEvents(clinicId, month, zone, seen), { openAt, importBatchId: batchId });
  }
}
