import { dayAt } from '#domain/base/time.ts';
import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import { influenceFields, maySeeInfluence } from '#domain/customers/influence.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from './get-customer.ts';
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
  refuseHiddenInfluence(ctx, input);

  return inTransaction(ctx, async (ctx) => {
    if (!(await hasClinic(ctx, input.clinicId))) throw new NotFound('clinic', input.clinicId);
    await requirePeople(ctx, input);
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

/** Who may not see a customer's influence does not write it either. */
export function refuseHiddenInfluence(ctx: Context, input: object): void {
  const isHidden = ctx.actor.kind !== 'system' && !maySeeInfluence(ctx.actor.role);
  if (isHidden && influenceFields.some((field) => (input as Record<string, unknown>)[field] !== undefined))
    throw new Forbidden('customers.influence');
}

type People = Partial<
  Record<'ownerId' | 'webConsultantId' | 'doctorId' | 'referrerId', string | null | undefined>
>;

/** Who is to look after a customer must be able to, and who referred them must be known. */
export async function requirePeople(
  ctx: TransactionContext,
  { referrerId, ...colleagues }: People,
): Promise<void> {
  for (const id of [colleagues.ownerId, colleagues.webConsultantId, colleagues.doctorId])
    if (id && !(await isActiveStaff(ctx, id))) throw new NotFound('staff', id);
  if (referrerId) await requireCustomer(ctx, referrerId);
}

async function insertNumbered(ctx: TransactionContext, customer: Omit<NewCustomer, 'number'>): Promise<void> {
  for (;;) {
    const [number] = await takeChartNumbers(ctx, 1);
    // Again when an import brought that very number in this moment.
    if ((await insertCustomers(ctx, [{ ...customer, number: number! }])).length === 1) return;
  }
}
