import { addMinutes } from '#domain/base/time.ts';
import type { RepairedNumber, RepairNumber } from '#domain/numbers/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { setPhone } from '../customers/set-phone.ts';
import { resumeFollowups, standAgain } from '../followups/resume-after-number-repair.ts';
import { insertRepaired, lockRepaired, markUndone } from './repairs-store.ts';

/** How long whoever entered a number may take it back, in minutes. */
const undoMinutes = 5;

/**
 * A number that works: what stood for it is on the lists again, in the same transaction. Throws Invalid `not-a-phone`,
 * or `unchanged` where it is the number that did not work.
 */
export async function repairNumber(ctx: Context, input: RepairNumber): Promise<RepairedNumber> {
  requirePermission(ctx, 'customers.write');
  const { customerId } = input;
  return inTransaction(ctx, async (ctx) => {
    const customer = await holdCustomer(ctx, customerId);
    const phone = await setPhone(ctx, customer, input.phone);
    if (phone === null) throw new Invalid({ path: 'phone', code: 'not-a-phone' });
    if (phone === customer.phone) throw new Invalid({ path: 'phone', code: 'unchanged' });
    const resumed = await resumeFollowups(ctx, customerId);
    const id = await insertRepaired(ctx, { customerId, before: customer.phone, after: phone, resumed });
    await recordAudit(ctx, { action: 'number-repair.done', subject: { type: 'customer', id: customerId } });
    return { id, resumed: resumed.length, undoUntil: addMinutes(ctx.now, undoMinutes) };
  });
}

/**
 * A slip: the old number is back, and what nobody touched since stands as it did. Throws Conflict `already-undone`,
 * `too-late`, or `changed-since` where the number was changed again.
 */
export async function undoRepair(ctx: Context, input: { id: string }): Promise<{ restored: number }> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    const repair = await lockRepaired(ctx, input.id);
    if (!repair || repair.repairedBy !== ctx.actor.id) throw new NotFound('number-repair', input.id);
    if (repair.undoneAt !== null) throw new Conflict('already-undone');
    if (addMinutes(repair.repairedAt, undoMinutes) < ctx.now) throw new Conflict('too-late');
    const customer = await holdCustomer(ctx, repair.customerId);
    if (customer.phone !== repair.phoneAfter) throw new Conflict('changed-since');
    await setPhone(ctx, customer, repair.phoneBefore);
    const restored = await standAgain(ctx, repair.resumed);
    await markUndone(ctx, input.id);
    await recordAudit(ctx, {
      action: 'number-repair.undone',
      subject: { type: 'customer', id: repair.customerId },
    });
    return { restored };
  });
}
