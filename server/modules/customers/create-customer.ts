import { dayAt } from '#domain/base/time.ts';
import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { phoneColumns } from './phone.ts';
import { presentCustomer } from './present.ts';
import { hasClinic, insertCustomers, isActiveStaff, selectCustomer } from './store.ts';
import type { NewCustomer } from './store.ts';
import { takeChartNumbers } from './take-chart-numbers.ts';

/** Throws Invalid when the phone is none (`not-a-phone`) or the birthday is still to come (`in-the-future`). */
export async function createCustomer(ctx: Context, input: CreateCustomer): Promise<Customer> {
  requirePermission(ctx, 'customers.write');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  const { phone } = phoneColumns(input.phone);
  refuseFutureBirthday(ctx, input.birthday);

  return inTransaction(ctx, async (ctx) => {
    if (!(await hasClinic(ctx, input.clinicId))) throw new NotFound('clinic', input.clinicId);
    await requireOwner(ctx, input.ownerId);
    const id = newId();
    await insertNumbered(ctx, { ...input, id, phone });
    const customer = (await selectCustomer(ctx, id))!;
    await recordAudit(ctx, { action: 'customer.created', subject: { type: 'customer', id }, after: input });
    return presentCustomer(ctx, customer);
  });
}

export function refuseFutureBirthday(ctx: Context, birthday: string | null | undefined): void {
  if (birthday && birthday > dayAt(ctx.now, ctx.zone))
    throw new Invalid({ path: 'birthday', code: 'in-the-future' });
}

/** Who is to look after a customer must be able to. */
export async function requireOwner(ctx: TransactionContext, ownerId: string | null): Promise<void> {
  if (ownerId !== null && !(await isActiveStaff(ctx, ownerId))) throw new NotFound('staff', ownerId);
}

async function insertNumbered(ctx: TransactionContext, customer: Omit<NewCustomer, 'number'>): Promise<void> {
  for (;;) {
    const [number] = await takeChartNumbers(ctx, 1);
    // Again when an import brought that very number in this moment.
    if ((await insertCustomers(ctx, [{ ...customer, number: number! }])).length === 1) return;
  }
}
