import { dayAt, monthOf } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { endByVisits } from './end-by-facts.ts';
import { planEvents } from './plan-events.ts';
import { monthEvents } from './plan-month-round.ts';
import { hadCategoryBefore, selectVisitsForPlanning, selectZones } from './planning-store.ts';
import type { VisitForPlanning } from './planning-store.ts';

/**
 * A closed visit owes its own calls, and those of a course it finished, of a stay it ended or of braces it began; and
 * ends what waited for it.
 */
export async function planVisits(
  ctx: TransactionContext,
  closed: readonly EventOf<'visit.closed'>[],
): Promise<void> {
  const visits = await selectVisitsForPlanning(
    ctx,
    closed.map((event) => event.visitId),
  );
  const events: PlanningEvent[] = [];
  for (const visit of visits) events.push(...(await eventsOf(ctx, visit)));
  await planEvents(ctx, events);
  await planRoundsMissed(ctx, visits);
  await endByVisits(ctx, visits);
}

/** Who was still here when their month was over, or whose visit was written up later, was not seen by its round. */
async function planRoundsMissed(ctx: TransactionContext, visits: readonly VisitForPlanning[]): Promise<void> {
  const late = visits.filter(({ visitedOn, closedAt }) => {
    return monthOf(visitedOn) < monthOf(dayAt(closedAt, ctx.zone));
  });
  if (late.length === 0) return;
  const zones = await selectZones(ctx);
  const events = late.flatMap(({ clinicId, visitedOn, customerId }) =>
    monthEvents(clinicId, monthOf(visitedOn), zones.get(clinicId) ?? ctx.zone, [customerId]),
  );
  await planEvents(ctx, events, { openAt: ctx.now });
}

/** All that a closed visit is, to the protocols. */
export async function eventsOf(ctx: TransactionContext, visit: VisitForPlanning): Promise<PlanningEvent[]> {
  const begins =
    visit.categories.includes('orthodontics') && !(await hadCategoryBefore(ctx, visit, 'orthodontics'));
  const events: TriggerEvent[] = ['visit.closed'];
  if (visit.finished.length > 0) events.push('course.finished');
  if (visit.isDischarge) events.push('discharge');
  if (begins) events.push('orthodontics.started');
  return events.map((event) => planningEventOf(visit, event));
}

/** What waited for the visit is owed no more from the moment it is closed. */
export async function endByClosedVisit(
  ctx: TransactionContext,
  { visitId }: EventOf<'visit.closed'>,
): Promise<void> {
  await endByVisits(ctx, await selectVisitsForPlanning(ctx, [visitId]));
}

/** `visit` as far as an event tells of it. */
export function planningEventOf(
  visit: Omit<VisitForPlanning, 'finished' | 'isDischarge' | 'teamIds' | 'visitedOn'> & {
    teamIds?: string[];
  },
  event: TriggerEvent,
): PlanningEvent {
  return {
    event,
    key: visit.id,
    at: visit.closedAt,
    customerId: visit.customerId,
    clinicId: visit.clinicId,
    visitId: visit.id,
    visitKind: visit.kind,
    categories: visit.categories,
    teamIds: visit.teamIds ?? [],
  };
}
