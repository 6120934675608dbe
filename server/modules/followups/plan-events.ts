import type { Instant, TimeZone } from '#domain/base/time.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import type { Candidate } from '#domain/followups/assignment.ts';
import { waitsWhileFrozen } from '#domain/followups/held-back.ts';
import { followupIdentity, planIdentity, plansOwed } from '#domain/followups/plan.ts';
import type { PlannedPlan, PlanningEvent } from '#domain/followups/plan.ts';
import type { PublishedProtocol } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import {
  insertPlans,
  selectCandidates,
  selectCustomersForPlanning,
  selectProtocols,
  selectZones,
} from './planning-store.ts';
import type { FollowupRow, PlanRow } from './planning-store.ts';

export type { FollowupRow, PlanRow };

/** What planning has to know of the organization, read once for many events. */
export interface PlanningGround {
  protocols: readonly PublishedProtocol[];
  zones: ReadonlyMap<string, TimeZone>;
  /** Where a clinic has none. */
  zone: TimeZone;
  candidates: readonly Candidate[];
}

export interface CustomerForPlanning {
  ownerId: string | null;
  refusesContact: boolean;
  isFrozen: boolean;
}

/**
 * Plans what the events owe by the published protocols, and gives the number of new followups. Planned again,
 * nothing is added.
 */
export async function planEvents(
  ctx: TransactionContext,
  events: readonly PlanningEvent[],
  options: { openAt?: Instant; importBatchId?: string } = {},
): Promise<number> {
  if (events.length === 0) return 0;
  const ground = await readPlanningGround(ctx);
  const customers = await selectCustomersForPlanning(ctx, [
    ...new Set(events.map((event) => event.customerId)),
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
  return {
    protocols: await selectProtocols(ctx),
    zones: await selectZones(ctx),
    zone: ctx.zone,
    candidates: await selectCandidates(ctx),
  };
}

/**
 * The plans one event makes, and their followups with who holds them. Customers who refuse contact are owed no
 * call, medical and complaint ones apart; unhappy ones no offers and wishes.
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
  for (const plan of plansOwed(ground.protocols, event, { zone, openAt })) {
    const owed = plan.followups.filter(
      (each) =>
        (!customer.refusesContact || ['medical', 'complaint'].includes(each.purpose)) &&
        !(customer.isFrozen && waitsWhileFrozen({ purpose: each.purpose, event: event.event })),
    );
    if (owed.length === 0) continue;
    const row = planRow(plan);
    const own = [event.inHandsOf ?? null, customer.ownerId];
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
