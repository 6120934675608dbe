import type { Instant, TimeZone } from '#domain/base/time.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import type { Candidate } from '#domain/followups/assignment.ts';
import { isOwedTo } from '#domain/followups/held-back.ts';
import { followupIdentity, planIdentity, plansOwed } from '#domain/followups/plan.ts';
import type { PlannedPlan, PlanningEvent } from '#domain/followups/plan.ts';
import type { PublishedProtocol } from '#domain/followups/protocol.ts';
import type { WorkingDays } from '#domain/followups/working-days.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { selectCalendars } from './calendar-store.ts';
import { insertPlans, selectCandidates, selectCustomersForPlanning, selectZones } from './planning-store.ts';
import type { CustomerForPlanning, FollowupRow, PlanRow } from './planning-store.ts';
import { selectProtocols } from './versions-store.ts';

export type { CustomerForPlanning, FollowupRow, PlanRow };

/** What planning has to know of the organization, read once for many events. */
export interface PlanningGround {
  protocols: readonly PublishedProtocol[];
  zones: ReadonlyMap<string, TimeZone>;
  /** Where a clinic has none. */
  zone: TimeZone;
  candidates: readonly Candidate[];
  /** The clinics that do not work every day. */
  workingDays?: ReadonlyMap<string, WorkingDays>;
}

/**
 * Plans what the events owe by the published protocols, and gives the number of new followups. Planned again,
 * nothing is added.
 */
export async function planEvents(
  ctx: TransactionContext,
  events: readonly PlanningEvent[],
  options: { openAt?: Instant; importBatchId?: string; ground?: PlanningGround } = {},
): Promise<number> {
  if (events.length === 0) return 0;
  const [ground, customers] = await Promise.all([
    options.ground ?? readPlanningGround(ctx),
    selectCustomersForPlanning(ctx, [...new Set(events.map((event) => event.customerId))]),
  ]);
  const plans: PlanRow[] = [];
  const followups: FollowupRow[] = [];
  for (const event of events) {
    const customer = customers.get(event.customerId);
    if (!customer) continue;
    const owed = rowsOwed(ground, event, customer, options.openAt);
    plans.push(...owed.plans);
    followups.push(...owed.followups);
  }
  return insertPlans(ctx, plans, followups, options.importBatchId ?? null);
}

export async function readPlanningGround(ctx: TransactionContext): Promise<PlanningGround> {
  const [protocols, zones, candidates, workingDays] = await Promise.all([
    selectProtocols(ctx),
    selectZones(ctx),
    selectCandidates(ctx),
    readWorkingDays(ctx),
  ]);
  return { protocols, zones, zone: ctx.zone, candidates, workingDays };
}

/** When the clinics work that do not do so every day. */
export async function readWorkingDays(ctx: TransactionContext): Promise<ReadonlyMap<string, WorkingDays>> {
  const calendars = await selectCalendars(ctx);
  return new Map(
    [...calendars].map(([clinicId, { calendar }]) => [clinicId, { calendar, publicDays: publicDays() }]),
  );
}

/**
 * The plans one event makes, and their followups with who holds them: what the customer is owed at all.
 */
export function rowsOwed(
  ground: PlanningGround,
  event: PlanningEvent,
  customer: CustomerForPlanning,
  openAt?: Instant,
): { plans: PlanRow[]; followups: FollowupRow[] } {
  const plans: PlanRow[] = [];
  const followups: FollowupRow[] = [];
  const zone = ground.zones.get(event.clinicId) ?? ground.zone;
  const { grade = 'C', classCode = null } = customer;
  const workingDays = ground.workingDays?.get(event.clinicId);
  const terms = { zone, openAt, workingDays, customer: { grade, classCode } };
  for (const plan of plansOwed(ground.protocols, event, terms)) {
    const owed = plan.followups.filter(({ purpose }) => isOwedTo(customer, { purpose, event: event.event }));
    if (owed.length === 0) continue;
    const row = planRow(plan);
    const own = [event.inHandsOf ?? null, ...customer.ownerIds];
    plans.push(row);
    for (const followup of owed) {
      followups.push({
        ...followup,
        id: derivedId(...followupIdentity(row.id, followup.stepKey, followup.occurrence)),
        planId: row.id,
        customerId: event.customerId,
        clinicId: event.clinicId,
        assigneeId: assigneeFor({ role: followup.role, ...event }, own, ground.candidates),
      });
    }
  }
  return { plans, followups };
}

function planRow(plan: PlannedPlan): PlanRow {
  return {
    id: derivedId(...planIdentity(plan)),
    customerId: plan.event.customerId,
    clinicId: plan.event.clinicId,
    protocolVersionId: plan.protocol.versionId,
    event: plan.event.event,
    eventKey: plan.event.key,
    eventAt: plan.event.at,
    visitId: plan.event.visitId,
  };
}
