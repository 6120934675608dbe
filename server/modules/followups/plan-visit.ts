import type { EventOf } from '#domain/events.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { endByVisits } from './end-by-facts.ts';
import { planEvents } from './plan-events.ts';
import { hadCategoryBefore, selectVisitsForPlanning } from './planning-store.ts';
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
  for (const visit of visits) {
    events.push(planningEventOf(visit, 'visit.closed'));
    if (visit.finished.length > 0) events.push(planningEventOf(visit, 'course.finished'));
    if (visit.isDischarge) events.push(planningEventOf(visit, 'discharge'));
    if (visit.categories.includes('orthodontics') && !(await hadCategoryBefore(ctx, visit, 'orthodontics'))) {
      events.push(planningEventOf(visit, 'orthodontics.started'));
    }
  }
  await planEvents(ctx, events);
  await endByVisits(ctx, visits);
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
  visit: Omit<VisitForPlanning, 'finished' | 'isDischarge' | 'teamIds'> & { teamIds?: string[] },
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
