import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import type { Followup } from '#domain/followups/contract.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { createCustomer } from '#server/modules/customers/create-customer.ts';
import { selectFollowups } from '#server/modules/followups/store.ts';
import { withoutStep } from '#server/modules/followups/record-call.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { editVisit } from '#server/modules/visits/edit-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { listClinics } from '#server/modules/staff/edit-clinics.ts';
import { settled } from './clinic.ts';

const numbersGiven = new Map<string, number>();

/** Of an organization's first customer 13800001234, and no two the same: one number is one family. */
function aPhone({ orgId }: Context): string {
  const given = numbersGiven.get(orgId) ?? 0;
  numbersGiven.set(orgId, given + 1);
  return `138${String(1234 + given).padStart(8, '0')}`;
}

/** A customer of the first clinic; say only what matters. */
export async function aCustomer(ctx: Context, facts: Partial<CreateCustomer> = {}): Promise<Customer> {
  const { items } = await listClinics(ctx);
  return createCustomer(ctx, {
    name: '张三',
    gender: 'unknown',
    birthday: null,
    phone: aPhone(ctx),
    address: null,
    occupation: null,
    channelSource: '朋友介绍',
    notes: null,
    clinicId: items[0]!.id,
    ownerId: null,
    ...facts,
  });
}

/** A visit that was closed at `ctx.now`, and all that it led to. */
export async function aClosedVisit(
  ctx: Context,
  facts: {
    customer?: Customer;
    categories?: TreatmentCategory[];
    /** All its treatments are the last of their courses. */
    finishesCourse?: boolean;
    isDischarge?: boolean;
    /** Whether the house has heard of it, as it does right after. */
    isTold?: boolean;
  } = {},
): Promise<Visit> {
  const customer = facts.customer ?? (await aCustomer(ctx));
  const opened = await openVisit(ctx, {
    customerId: customer.id,
    clinicId: customer.clinicId,
    chiefComplaint: null,
  });
  const treatments = (facts.categories ?? []).map((category) => ({
    category,
    name: category,
    teamId: null,
    doctorId: null,
    finishesCourse: facts.finishesCourse ?? false,
  }));
  const { id, version } = opened;
  const edited = await editVisit(ctx, { id, version, treatments, isDischarge: facts.isDischarge ?? false });
  const visit = await closeVisit(ctx, { id, version: edited.version });
  if (facts.isTold ?? true) await settled(ctx);
  return visit;
}

/** The open followups of a customer, the first to break first. */
export async function followupsOf(ctx: Context, customerId: string): Promise<Followup[]> {
  return inTransaction(ctx, async (ctx) => (await selectFollowups(ctx, { customerId })).map(withoutStep));
}
