import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import { holdsAt, isInForceAt, stepsByVersion } from './additions.ts';
import type { ProtocolDefinition, PublishedProtocol, Step, TriggerEvent } from './protocol.ts';
import { isStillOpen, windowsOf } from './window.ts';
import type { Window } from './window.ts';
import { rolledTo } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

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
  /** The teams that treated. */
  teamIds?: readonly string[];
  /** Who had it in hand: asked before the customer's own person. */
  inHandsOf?: string | null;
}

/** What a protocol may ask of the customer. */
export interface CustomerStanding {
  grade: Grade;
  classCode: string | null;
}

/** What planning depends on besides the event and the protocols. */
export interface PlanningTerms {
  zone: TimeZone;
  /** Only followups whose window is still open then: history that is brought in owes nothing that is past. */
  openAt?: Instant | undefined;
  customer?: CustomerStanding | undefined;
  /** Without it every day is a working day. */
  workingDays?: WorkingDays | undefined;
}

export interface PlannedFollowup extends Window {
  stepKey: string;
  /** Which time of a step that repeats. */
  occurrence: number;
  purpose: Step['purpose'];
  role: FollowupRole;
}

export interface PlannedPlan {
  protocol: PublishedProtocol;
  event: PlanningEvent;
  followups: PlannedFollowup[];
}

const nobodyInParticular: CustomerStanding = { grade: 'C', classCode: null };

export function matches(
  { trigger }: Pick<ProtocolDefinition, 'trigger'>,
  event: PlanningEvent,
  customer: CustomerStanding = nobodyInParticular,
): boolean {
  if (trigger.event !== event.event) return false;
  if (trigger.atVisit !== undefined && trigger.atVisit !== (event.visitId !== null)) return false;
  if (trigger.visitKinds && (event.visitKind === null || !trigger.visitKinds.includes(event.visitKind)))
    return false;
  if (trigger.grades && !trigger.grades.includes(customer.grade)) return false;
  if (trigger.classes && (customer.classCode === null || !trigger.classes.includes(customer.classCode)))
    return false;
  if (trigger.teamIds && !trigger.teamIds.some((team) => event.teamIds?.includes(team))) return false;
  return (
    !trigger.treatmentCategories ||
    trigger.treatmentCategories.some((category) => event.categories.includes(category))
  );
}

/**
 * What an event owes its customer (C1), by the versions in force when it happened: planned again after another
 * version was published, it owes the same.
 */
export function plansOwed(
  protocols: readonly PublishedProtocol[],
  event: PlanningEvent,
  terms: PlanningTerms,
): PlannedPlan[] {
  return stepsOwed(protocols, event, terms.customer)
    .map(({ protocol, steps }) => ({
      protocol,
      event,
      followups: steps
        .flatMap((step) => occurrences(protocol.definition.steps, step, event.at, terms))
        .filter((followup) => terms.openAt === undefined || isStillOpen(followup, terms.openAt)),
    }))
    .filter((plan) => plan.followups.length > 0);
}

/** The steps that an event owes, by the version that has them: all but when. */
export function stepsOwed(
  protocols: readonly PublishedProtocol[],
  event: PlanningEvent,
  customer?: CustomerStanding,
): { protocol: PublishedProtocol; steps: Step[] }[] {
  return protocols
    .filter((protocol) => protocol.addsTo === null && protocol.definition.trigger.event === event.event)
    .filter((protocol) => isInForceAt(protocol, event.at))
    .filter((protocol) => matches(protocol.definition, event, customer))
    .flatMap((minimum) => stepsByVersion(minimum, additionsTo(minimum, protocols, event)));
}

function additionsTo(
  minimum: PublishedProtocol,
  protocols: readonly PublishedProtocol[],
  event: PlanningEvent,
): PublishedProtocol[] {
  return protocols
    .filter(({ addsTo }) => addsTo === minimum.definition.code)
    .filter((addition) => holdsAt(addition.place, event) && isInForceAt(addition, event.at));
}

/** A step's followups: one, or each time of one that repeats. */
export function occurrences(
  steps: readonly Step[],
  step: Step,
  eventAt: Instant,
  { zone, workingDays }: Pick<PlanningTerms, 'zone' | 'workingDays'>,
): PlannedFollowup[] {
  const { key: stepKey, purpose, role } = step;
  return windowsOf(step.window, countedFrom(steps, step, eventAt, zone), zone).map((window, index) => ({
    stepKey,
    occurrence: index + 1,
    purpose,
    role,
    ...(workingDays && !step.anyDay ? rolledTo(workingDays, window, zone) : window),
  }));
}

/** The event, or when the step it is counted from is due. */
function countedFrom(steps: readonly Step[], step: Step, eventAt: Instant, zone: TimeZone): Instant {
  const above = step.from === undefined ? undefined : steps.find(({ key }) => key === step.from);
  if (!above) return eventAt;
  return windowsOf(above.window, countedFrom(steps, above, eventAt, zone), zone)[0]!.dueAt;
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
