import type { AddRelation } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer, requireCustomer } from '../customers/get-customer.ts';
import { readPhone } from '../customers/phone.ts';
import { recordChanges } from '../customers/record-changes.ts';
import { insertRelation, selectRelations } from './store.ts';

/** Writes down who belongs to a customer. Throws Conflict `already-related`: two people are related once, from either side. */
export async function addRelation(
  ctx: Context,
  input: AddRelation & { id: string },
): Promise<{ id: string }> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, relativeId, name } = input;
  if (relativeId === customerId) throw new Invalid({ path: 'relativeId', code: 'is-the-customer' });
  const phone = phoneOf(input.phone);
  return inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, customerId);
    const relative = relativeId === null ? null : await requireCustomer(ctx, relativeId);
    const known = await selectRelations(ctx, customerId);
    if (relative && known.some((one) => [one.customerId, one.relativeId].includes(relative.id)))
      throw new Conflict('already-related');
    const id = newId();
    await insertRelation(ctx, { ...input, id, customerId, phone: relative ? null : phone });
    await recordChanges(ctx, { customerId, before: {}, after: { relations: relative?.name ?? name } });
    await recordAudit(ctx, {
      action: 'relation.added',
      subject: { type: 'customer', id: customerId },
      after: { kind: input.kind, isGuardian: input.isGuardian },
    });
    return { id };
  });
}

function phoneOf(typed: string | null): string | null {
  if (typed === null || typed === '') return null;
  const phone = readPhone(typed);
  if (phone === null) throw new Invalid({ path: 'phone', code: 'not-a-phone' });
  return phone;
}
