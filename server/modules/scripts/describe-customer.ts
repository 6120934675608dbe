import type { Customer } from '#domain/customers/contract.ts';
import { isMinor } from '#domain/scripts/facts.ts';
import type { CustomerInScript } from '#domain/scripts/contract.ts';
import type { Visit } from '#domain/visits/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { findGuardian } from '../records/find-guardian.ts';
import { findNextAppointment } from '../visits/find-next-appointment.ts';
import { listVisits } from '../visits/list-visits.ts';

/** What a script asks and says of a customer, to try it on them. */
export async function describeCustomer(
  ctx: Context,
  input: { customerId: string },
): Promise<CustomerInScript> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await getCustomer(ctx, { id: input.customerId });
    const { items } = await listVisits(ctx, { customerId: customer.id });
    return inScript(ctx, customer, items.find(({ state }) => state === 'closed') ?? null);
  });
}

/** The same, where customer and last visit are known already. */
export async function inScript(
  ctx: TransactionContext,
  customer: Pick<Customer, 'id' | 'name' | 'gender' | 'age' | 'grade' | 'lastVisitOn' | 'ownerName'>,
  lastVisit: Visit | null,
): Promise<CustomerInScript> {
  const { id, name, gender, age, grade, lastVisitOn, ownerName } = customer;
  const treatments = lastVisit?.treatments ?? [];
  const appointmentAt = await findNextAppointment(ctx, id);
  return {
    ...{ name, gender, age, grade, lastVisitOn },
    visitKind: lastVisit?.kind ?? null,
    treatmentCategories: [...new Set(treatments.map(({ category }) => category))],
    treatments: [...new Set(treatments.map((treatment) => treatment.name))],
    doctorName: treatments.find(({ doctorName }) => doctorName !== null)?.doctorName ?? null,
    colleagueName: ownerName,
    guardianName: isMinor({ age }) ? await findGuardian(ctx, id) : null,
    appointmentAt,
    hasAppointment: appointmentAt !== null,
  };
}
