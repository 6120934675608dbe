import { dayAt, startOfDay } from '#domain/base/time.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import { isOwedTo } from '#domain/followups/held-back.ts';
import { matches, plansOwed } from '#domain/followups/plan.ts';
import type { CustomerStanding, PlannedFollowup, PlanningEvent } from '#domain/followups/plan.ts';
import type { TriedDraft } from '#domain/followups/protocol-contract.ts';
import { visitEvents } from '#domain/followups/protocol.ts';
import type { PublishedProtocol, TriggerEvent } from '#domain/followups/protocol.ts';
import { isForeseen } from '#domain/followups/working-days.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findBirthdayOf } from '../customers/find-birthdays.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { holdDraft } from './find-protocol.ts';
import { readPlanningGround } from './plan-events.ts';
import { planningEventOf } from './plan-visit.ts';
import { selectCustomersForPlanning } from './planning-store.ts';
import type { CustomerForPlanning } from './planning-store.ts';
import { beforeAndAfter } from './replay-draft.ts';
import { selectLastEvent, selectLastVisit, selectStaffNames } from './try-store.ts';

/** What a named customer would get by a draft, and gets by what is published: of her own last event, or of one now. */
export async function tryDraft(
  ctx: Context,
  input: { code: string; customerId: string },
): Promise<TriedDraft> {
  requirePermission(ctx, 'protocols.manage');
  requirePermission(ctx, 'customers.read');
  return inTransaction(ctx, async (ctx) => {
    const draft = await holdDraft(ctx, input.code);
    const { id, number, name, clinicId } = await getCustomer(ctx, { id: input.customerId });
    const ground = await readPlanningGround(ctx);
    const customer = (await selectCustomersForPlanning(ctx, [id])).get(id)!;
    const { before, after } = beforeAndAfter(ground.protocols, draft, ctx.now);
    const happened = await lastEvent(ctx, id, draft.definition.trigger.event);
    const event = happened ?? supposedEvent(ctx, draft.definition.trigger, { id, clinicId });
    const zone = ground.zones.get(event.clinicId) ?? ctx.zone;
    const workingDays = ground.workingDays?.get(event.clinicId);
    const terms = { zone, workingDays, customer };
    const owed = (protocols: PublishedProtocol[]) =>
      plansOwed(protocols, event, terms)
        .flatMap((plan) => plan.followups)
        .filter(({ purpose }) => isOwedTo(customer, { purpose, event: event.event }));
    const holder = ({ role }: PlannedFollowup) =>
      assigneeFor({ role, clinicId: event.clinicId, customerId: id }, customer.ownerIds, ground.candidates);
    const rows = side(owed(after), owed(before));
    const names = await selectStaffNames(
      ctx,
      rows.map((row) => holder(row.shown)).filter((each) => each !== null),
    );
    const steps = [...after, ...before].flatMap(({ definition }) => definition.steps);
    return {
      customer: { id, number, name },
      event: { event: event.event, at: event.at, isSupposed: happened === null },
      hindrance: hindranceOf(customer, after, event),
      followups: rows.map(({ shown, byDraft, byPublished }) => ({
        stepKey: shown.stepKey,
        stepName: steps.find(({ key }) => key === shown.stepKey)!.name,
        occurrence: shown.occurrence,
        role: shown.role,
        purpose: shown.purpose,
        assigneeName: names.get(holder(shown) ?? '') ?? null,
        byDraft: byDraft && windowOf(byDraft),
        byPublished: byPublished && windowOf(byPublished),
        isForeseen: !workingDays || isForeseen(dayAt(shown.closesAt, zone), workingDays),
      })),
    };
  });
}

function windowOf({ opensAt, dueAt, closesAt }: PlannedFollowup) {
  return { opensAt, dueAt, closesAt };
}

/** The same followup by both, in the order they fall due. */
function side(byDraft: readonly PlannedFollowup[], byPublished: readonly PlannedFollowup[]) {
  const nameOf = ({ stepKey, occurrence }: PlannedFollowup) => `${stepKey} ${occurrence}`;
  const old = new Map(byPublished.map((each) => [nameOf(each), each]));
  const rows = byDraft.map((each) => ({
    shown: each,
    byDraft: each,
    byPublished: old.get(nameOf(each)) ?? null,
  }));
  const drafted = new Set(byDraft.map(nameOf));
  const gone = byPublished
    .filter((each) => !drafted.has(nameOf(each)))
    .map((each) => ({ shown: each, byDraft: null, byPublished: each }));
  return [...rows, ...gone].sort((one, other) => (one.shown.dueAt < other.shown.dueAt ? -1 : 1));
}

function hindranceOf(
  customer: CustomerForPlanning & CustomerStanding,
  protocols: readonly PublishedProtocol[],
  event: PlanningEvent,
): TriedDraft['hindrance'] {
  if (customer.isGone) return 'gone';
  const main = protocols.find(({ addsTo }) => addsTo === null);
  if (!main || !matches(main.definition, event, customer)) return 'not-meant';
  if (customer.refusesContact) return 'refuses-contact';
  return customer.isFrozen ? 'unhappy' : null;
}

async function lastEvent(
  ctx: TransactionContext,
  customerId: string,
  event: TriggerEvent,
): Promise<PlanningEvent | null> {
  if (visitEvents.includes(event)) {
    const visit = await selectLastVisit(ctx, customerId, event);
    return visit ? planningEventOf(visit, event) : null;
  }
  if (event === 'birthday') {
    const next = await findBirthdayOf(ctx, customerId, dayAt(ctx.now, ctx.zone));
    return (
      next && { ...bare(event, next.clinicId, customerId), at: startOfDay(next.on, ctx.zone), key: next.key }
    );
  }
  const made = await selectLastEvent(ctx, customerId, event);
  return made && { ...bare(event, made.clinicId, customerId), ...made };
}

/** An event as the trigger wants it, now. */
function supposedEvent(
  ctx: TransactionContext,
  trigger: PublishedProtocol['definition']['trigger'],
  customer: { id: string; clinicId: string },
): PlanningEvent {
  return {
    ...bare(trigger.event, customer.clinicId, customer.id),
    at: ctx.now,
    visitId: trigger.atVisit === false ? null : 'supposed',
    visitKind: trigger.visitKinds?.[0] ?? 'return',
    categories: trigger.treatmentCategories?.slice(0, 1) ?? [],
    teamIds: trigger.teamIds?.slice(0, 1) ?? [],
  };
}

function bare(event: TriggerEvent, clinicId: string, customerId: string): PlanningEvent {
  return {
    ...{ event, key: '', at: '', customerId, clinicId, visitId: null, visitKind: null },
    categories: [],
  };
}
