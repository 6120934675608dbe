import type { z } from 'zod';
import { dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { isInForceAt } from '#domain/followups/additions.ts';
import type { CreateReminder, Followup } from '#domain/followups/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { derivedId, newId } from '#server/platform/ids.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { findScripts } from '../scripts/find-scripts.ts';
import { withoutStep } from './record-call.ts';
import { insertPlans, selectCustomersForPlanning, selectZones } from './planning-store.ts';
import { selectProtocols } from './versions-store.ts';
import { selectFollowups, staffIsActive } from './store.ts';

/** A followup that a person set for themselves or a colleague, in their own words (C3). */
export async function createReminder(ctx: Context, input: z.input<typeof CreateReminder>): Promise<Followup> {
  requirePermission(ctx, 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const customer = await getCustomer(ctx, { id: input.customerId });
    if (!(await staffIsActive(ctx, input.assigneeId))) throw new NotFound('staff', input.assigneeId);
    const zone = (await selectZones(ctx)).get(customer.clinicId) ?? ctx.zone;
    if (endOfDay(input.dueOn, zone) < ctx.now) throw new Invalid({ path: 'dueOn', code: 'in-the-past' });
    if (input.scriptCode && !(await findScripts(ctx, [input.scriptCode])).has(input.scriptCode))
      throw new NotFound('script', input.scriptCode);
    const id = newId();
    if (!(await planReminder(ctx, { ...input, id, clinicId: customer.clinicId })))
      throw new Conflict('customer-gone');
    await recordAudit(ctx, { action: 'followup.reminder-set', subject: { type: 'followup', id } });
    const [created] = await selectFollowups(ctx, { ids: [id] });
    return withoutStep(created!);
  });
}

interface NewReminder {
  id: string;
  customerId: string;
  clinicId: string;
  assigneeId: string | null;
  matter: string;
  /** What it is worked by, where it is more than the matter. */
  scriptCode?: string | null | undefined;
}

/**
 * Plans a reminder for its day, or for today where that is past; nobody named is everybody of the role. False of a
 * customer who died or moved away: nobody calls the family.
 */
export async function planReminder(
  ctx: TransactionContext,
  reminder: NewReminder & { dueOn: CalendarDate },
): Promise<boolean> {
  const zone = (await selectZones(ctx)).get(reminder.clinicId) ?? ctx.zone;
  const today = dayAt(ctx.now, zone);
  const dueOn = reminder.dueOn < today ? today : reminder.dueOn;
  const [from, to] = [startOfDay(dueOn, zone), endOfDay(dueOn, zone)];
  return planWithin(ctx, reminder, { from: from > ctx.now ? from : ctx.now, to });
}

/**
 * Plans a contact in the time the customer agreed to (C7), for a verb that has asked for its own permission. Throws
 * Invalid `in-the-past`, NotFound where nobody works by that id, or Conflict `customer-gone`.
 */
export async function planAgreed(
  ctx: TransactionContext,
  agreed: NewReminder & { from: Instant; to: Instant },
): Promise<void> {
  const { assigneeId, from, to } = agreed;
  if (from >= to || to <= ctx.now) throw new Invalid({ path: 'from', code: 'in-the-past' });
  if (assigneeId !== null && !(await staffIsActive(ctx, assigneeId))) throw new NotFound('staff', assigneeId);
  if (!(await planWithin(ctx, agreed, { from: from > ctx.now ? from : ctx.now, to })))
    throw new Conflict('customer-gone');
}

async function planWithin(
  ctx: TransactionContext,
  reminder: NewReminder,
  { from, to }: { from: Instant; to: Instant },
): Promise<boolean> {
  const { id, customerId, clinicId, assigneeId, matter, scriptCode = null } = reminder;
  const customer = (await selectCustomersForPlanning(ctx, [customerId])).get(customerId);
  if (!customer || customer.isGone) return false;
  const protocol = (await selectProtocols(ctx)).find(
    (each) =>
      each.definition.trigger.event === 'manual' && each.addsTo === null && isInForceAt(each, ctx.now),
  );
  if (!protocol) throw new Conflict('no-protocol-for-reminders');
  const step = protocol.definition.steps[0]!;
  const plan = {
    id: derivedId('plan of', id),
    customerId,
    clinicId,
    protocolVersionId: protocol.versionId,
    event: 'manual',
    eventKey: `${id} ${matter}`,
    eventAt: ctx.now,
    visitId: null,
    scriptCode,
  };
  const followup = {
    id,
    planId: plan.id,
    customerId,
    clinicId,
    stepKey: step.key,
    purpose: step.purpose,
    role: step.role,
    assigneeId,
    opensAt: from,
    dueAt: to,
    closesAt: to,
  };
  await insertPlans(ctx, [plan], [followup], null);
  return true;
}
