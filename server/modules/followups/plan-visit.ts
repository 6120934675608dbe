import type { EventOf } from '#domain/events.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';
import { hadCategoryBefore, selectVisitsForPlanning } from './planning-store.ts';
import type { VisitForPlanning } from './planning-store.ts';

/** A closed visit owes its own calls, and those of a course it finished or of braces it began. */
export async function planVisit(ctx: TransactionContext, event: EventOf<'visit.closed'>): Promise<void> {
  const [visit] = await selectVisitsForPlanning(ctx, { visitId: event.visitId });
  if (!visit) return;
  const events = [planningEventOf(visit, 'visit.closed')];
  if (visit.finishesCourse) events.push(planningEventOf(visit, 'course.finished'));
  if (visit.categories.includes('orthodontics') && !(await hadCategoryBefore(ctx, visit, 'orthodontics'))) {
    events.push(planningEventOf(visit, 'orthodontics.started'));
  }
  await planEvents(ctx, events);
}

export function planningEventOf(visit: VisitForPlanning, event: TriggerEvent): PlanningEvent {
  return {
    event,
    key: visit.id,
    at: visit.closedAt,
    customerId: visit.customerId,
    clinicId: visit.clinicId,
    visitId: visit.id,
    visitKind: visit.kind,
    categories: visit.categories,
  };
}
