import type { z } from 'zod';
import type { ListVisits, Visit } from '#domain/visits/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { selectVisits } from './store.ts';

/** More than a clinic sees in a day, or a customer in a life. */
const atMost = 500;

/** The latest visits: of a customer in all clinics the actor serves, else of the clinic asked for or chosen. */
export async function listVisits(
  ctx: Context,
  input: z.output<typeof ListVisits>,
): Promise<{ items: Visit[] }> {
  requirePermission(ctx, 'visits.read');
  const { clinicId, ...question } = input;
  const everywhere = { ...ctx, clinicId: null };
  const clinicIds = clinicsAsked(question.customerId === undefined ? ctx : everywhere, clinicId);
  return inTransaction(ctx, async (ctx) => {
    if (question.customerId !== undefined) await requireCustomer(ctx, question.customerId);
    return { items: await selectVisits(ctx, { ...question, clinicIds, limit: atMost }) };
  });
}
