import type { Instant } from '#domain/base/time.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import { followupIdentity, planIdentity, plansOwed } from '#domain/followups/plan.ts';
import type { PlannedPlan, PlanningEvent } from '#domain/followups/plan.ts';
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

/**
 * Plans what the events owe by the published protocols, and gives the number of new followups. Planned again,
 * nothing is added. Customers who refuse contact are owed no call, medical and complaint ones apart.
 */
export async function planEvents(
  ctx: TransactionContext,
  events: readonly PlanningEvent[],
  options: { openAt?: Instant; importBatchId?: string } = {},
): Promise<number> {
  if (events.length === 0) return 0;
  const protocols = await selectProtocols(ctx);
  const zones = await selectZones(ctx);
  const candidates = await selectCandidates(ctx);
  const customers = await selectCustomersForPlanning(ctx, [
    ...new Set(events.map((event) => event.customerId)),
  ]);
  const plans: PlanRow[] = [];
  const followups: FollowupRow[] = [];
  for (const event of events) {
    const customer = customers.get(event.customerId);
    if (!customer) continue;
    for (const plan of plansOwed(protocols, event, zones.get(event.clinicId) ?? ctx.zone, options.openAt)) {
      const owed = plan.followups.filter(
        (each) => !customer.refusesContact || ['medical', 'complaint'].includes(each.purpose),
      );
      if (owed.length === 0) continue;
      const row = planRow(plan);
      plans.push(row);
      for (const followup of owed) {
        followups.push({
          ...followup,
          id: derivedId(...followupIdentity(row.id, followup.stepKey)),
          planId: row.id,
          customerId: event.customerId,
          clinicId: event.clinicId,
          assigneeId: assigneeFor({ role: followup.role, ...event }, customer.ownerId, candidates),
        });
      }
    }
  }
  return insertPlans(ctx, plans, followups, options.importBatchId ?? null);
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
