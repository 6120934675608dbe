import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import type { ProtocolDefinition, PublishedProtocol, Step, TriggerEvent } from './protocol.ts';
import { isStillOpen, windowOf } from './window.ts';
import type { Window } from './window.ts';

/** Something that happened to one customer, with all that a protocol may ask of it. */
export interface PlanningEvent {
  event: TriggerEvent;
  /** What the event is about: the visit's id, "2016-05" of a month. With the customer it tells two events apart. */
  key: string;
  at: Instant;
  customerId: string;
  clinicId: string;
  visitId: string | null;
  visitKind: VisitKind | null;
  categories: readonly TreatmentCategory[];
}

export interface PlannedFollowup extends Window {
  stepKey: string;
  purpose: Step['purpose'];
  role: FollowupRole;
}

export interface PlannedPlan {
  protocol: PublishedProtocol;
  event: PlanningEvent;
  followups: PlannedFollowup[];
}

export function matches(definition: ProtocolDefinition, event: PlanningEvent): boolean {
  const { trigger } = definition;
  if (trigger.event !== event.event) return false;
  if (trigger.atVisit !== undefined && trigger.atVisit !== (event.visitId !== null)) return false;
  if (trigger.visitKinds && (event.visitKind === null || !trigger.visitKinds.includes(event.visitKind)))
    return false;
  return (
    !trigger.treatmentCategories ||
    trigger.treatmentCategories.some((category) => event.categories.includes(category))
  );
}

/**
 * What an event owes its customer by the published protocols (C1). With `openAt` only followups whose window
 * is still open then are planned: history that is brought in owes nothing that is past.
 */
export function plansOwed(
  protocols: readonly PublishedProtocol[],
  event: PlanningEvent,
  zone: TimeZone,
  openAt?: Instant,
): PlannedPlan[] {
  return protocols
    .filter((protocol) => matches(protocol.definition, event))
    .map((protocol) => ({
      protocol,
      event,
      followups: protocol.definition.steps
        .map((step) => ({
          stepKey: step.key,
          purpose: step.purpose,
          role: step.role,
          ...windowOf(step.window, event.at, zone),
        }))
        .filter((followup) => openAt === undefined || isStillOpen(followup, openAt)),
    }))
    .filter((plan) => plan.followups.length > 0);
}

/** The words a plan's id is derived from: the same event planned twice gives the same plan. */
export function planIdentity(plan: PlannedPlan): [string, string, string, string] {
  return ['plan', plan.protocol.versionId, plan.event.customerId, `${plan.event.event} ${plan.event.key}`];
}

/** And a followup's, by its step; `occurrence` counts the repeats of a step that repeats. */
export function followupIdentity(
  planId: string,
  stepKey: string,
  occurrence = 1,
): [string, string, string, number] {
  return ['followup', planId, stepKey, occurrence];
}
