import type { Instant } from '#domain/base/time.ts';
import { isInForceAt } from '#domain/followups/additions.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import { isOwedTo } from '#domain/followups/held-back.ts';
import { moveOf } from '#domain/followups/move.ts';
import type { Moved } from '#domain/followups/move.ts';
import { occurrences } from '#domain/followups/plan.ts';
import type { PlannedFollowup } from '#domain/followups/plan.ts';
import type { MovePreview } from '#domain/followups/protocol-contract.ts';
import type { PublishedProtocol, TriggerEvent } from '#domain/followups/protocol.ts';
import type { Window } from '#domain/followups/window.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { noteMoved } from './change-followups.ts';
import { selectMadePlans, updateMoved } from './move-store.ts';
import type { MadePlan } from './move-store.ts';
import { readPlanningGround } from './plan-events.ts';
import type { FollowupRow, PlanningGround, PlanRow } from './plan-events.ts';
import { insertPlans, selectCustomersForPlanning } from './planning-store.ts';
import type { CustomerForPlanning } from './planning-store.ts';

const plansAtOnce = 1_000;
const examplesShown = 20;

type Example = Omit<MovePreview['examples'][number], 'customerName'>;

/**
 * Moves the plans that earlier versions of a protocol made and that have something open: by `moveOf`, so that no
 * promise is lost. Without `write` it only counts, as it would be at `at`.
 */
export async function movePlans(
  ctx: TransactionContext,
  to: PublishedProtocol,
  { write, at = ctx.now }: { write: true; at?: never } | { write: false; at: Instant },
): Promise<MovePreview> {
  const ground = await readPlanningGround(ctx);
  const elsewhere = stepsElsewhere(ground.protocols, to, at);
  const target = { code: to.definition.code, version: to.version };
  const answer = { plans: 0, changed: 0, added: 0, kept: 0 };
  const examples: Example[] = [];
  for (let after: string | null = null; ;) {
    const plans = await selectMadePlans(ctx, target, { after, limit: plansAtOnce });
    const customers = await selectCustomersForPlanning(
      ctx,
      plans.map(({ customerId }) => customerId),
    );
    const writes: Writes = { plans: [], added: [], changed: [] };
    for (const plan of plans) {
      const customer = customers.get(plan.customerId)!;
      const moved = moveOf(plan.followups, owedBy(ground, to, plan, customer, elsewhere), at);
      answer.plans += 1;
      answer.changed += moved.changed.length;
      answer.added += moved.added.length;
      answer.kept += moved.kept.length;
      if (examples.length < examplesShown) examples.push(...examplesOf(to, plan, moved));
      noteWrites(writes, ground, to, plan, moved, customer);
    }
    if (write) {
      await insertPlans(ctx, writes.plans, writes.added, null);
      await updateMoved(ctx, writes.changed);
      await noteMoved(ctx, to.versionId, writes.changed);
    }
    if (plans.length < plansAtOnce) break;
    after = plans.at(-1)!.id;
  }
  const people = await briefCustomers(ctx, [...new Set(examples.map(({ customerId }) => customerId))]);
  return {
    ...answer,
    examples: examples
      .slice(0, examplesShown)
      .map((each) => ({ ...each, customerName: people.get(each.customerId)?.name ?? '' })),
  };
}

interface Writes {
  plans: PlanRow[];
  added: FollowupRow[];
  changed: (Omit<FollowupRow, 'customerId' | 'clinicId'> & { keepsAssignee: boolean; from: Window })[];
}

/** What an addition plans, or the minimum does, is not added by the other a second time. */
function stepsElsewhere(
  protocols: readonly PublishedProtocol[],
  to: PublishedProtocol,
  at: Instant,
): Set<string> {
  return new Set(
    protocols
      .filter((each) => isInForceAt(each, at) && each.definition.code !== to.definition.code)
      .filter(({ addsTo, definition: { code } }) => addsTo === to.definition.code || code === to.addsTo)
      .flatMap(({ definition }) => definition.steps.map(({ key }) => key)),
  );
}

function owedBy(
  ground: PlanningGround,
  to: PublishedProtocol,
  plan: MadePlan,
  customer: CustomerForPlanning,
  elsewhere: ReadonlySet<string>,
): PlannedFollowup[] {
  const zone = ground.zones.get(plan.clinicId) ?? ground.zone;
  const terms = { zone, workingDays: ground.workingDays?.get(plan.clinicId) };
  const { steps } = to.definition;
  return steps
    .filter(({ key }) => !elsewhere.has(key) || plan.followups.some(({ stepKey }) => stepKey === key))
    .flatMap((step) => occurrences(steps, step, plan.eventAt, terms))
    .filter(({ purpose }) => isOwedTo(customer, { purpose, event: plan.event as TriggerEvent }));
}

function examplesOf(to: PublishedProtocol, plan: MadePlan, moved: Moved): Example[] {
  const nameOf = (key: string) => to.definition.steps.find((step) => step.key === key)!.name;
  const { customerId } = plan;
  return [
    ...moved.changed.map(({ from, to }) => ({
      customerId,
      stepName: nameOf(to.stepKey),
      dueBefore: from.dueAt,
      dueAfter: to.dueAt,
    })),
    ...moved.added.map((added) => ({
      customerId,
      stepName: nameOf(added.stepKey),
      dueBefore: null,
      dueAfter: added.dueAt,
    })),
  ];
}

function noteWrites(
  writes: Writes,
  ground: PlanningGround,
  to: PublishedProtocol,
  plan: MadePlan,
  moved: Moved,
  customer: CustomerForPlanning,
): void {
  if (moved.changed.length + moved.added.length === 0) return;
  const { customerId, clinicId, event, eventKey, eventAt, visitId } = plan;
  const { versionId } = to;
  const planId = derivedId('plan', versionId, customerId, `${event} ${eventKey}`);
  writes.plans.push({
    ...{ id: planId, customerId, clinicId, protocolVersionId: versionId, event, eventKey, eventAt, visitId },
  });
  const holderOf = ({ role }: PlannedFollowup) =>
    assigneeFor({ role, clinicId, customerId }, customer.ownerIds, ground.candidates);
  for (const added of moved.added) {
    const id = derivedId('followup', planId, added.stepKey, added.occurrence);
    writes.added.push({ ...added, id, planId, customerId, clinicId, assigneeId: holderOf(added) });
  }
  for (const { id, from, to: changed } of moved.changed) {
    const keepsAssignee = plan.followups.find((each) => each.id === id)!.role === changed.role;
    writes.changed.push({ ...changed, id, planId, assigneeId: holderOf(changed), keepsAssignee, from });
  }
}
