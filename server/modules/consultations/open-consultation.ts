import type { z } from 'zod';
import { consultantFor } from '#domain/consultations/consultation.ts';
import type { Consultation, OpenConsultation } from '#domain/consultations/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { welcomeCustomer } from '../customers/welcome-customer.ts';
import { presentConsultation } from './present.ts';
import { selectConsultation, selectVisitClinic } from './store.ts';
import { insertConsultation } from './write-store.ts';

/**
 * Somebody with a record asks for something; also a lead who turns out to be a customer. Throws Conflict
 * `customer-deceased`.
 */
export async function openConsultation(
  ctx: Context,
  input: z.output<typeof OpenConsultation> & { id: string },
): Promise<Consultation> {
  requirePermission(ctx, 'consultations.write');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    await welcomeCustomer(ctx, customer);
    const clinicId = (await requirePlace(ctx, input, customer.id)) ?? customer.clinicId;
    const writer =
      ctx.actor.kind === 'staff'
        ? { staffId: ctx.actor.id, role: ctx.actor.role }
        : { staffId: null, role: null };
    const id = newId();
    await insertConsultation(ctx, {
      ...input,
      id,
      customerId: customer.id,
      clinicId,
      consultantId: consultantFor(input.place, writer, customer),
    });
    const opened = presentConsultation(ctx, (await selectConsultation(ctx, id))!);
    await recordAudit(ctx, {
      action: 'consultation.opened',
      subject: { type: 'consultation', id },
      after: opened,
    });
    return opened;
  });
}

/** In the clinic is in a visit of the customer's, and from afar in none; gives the visit's clinic. */
export async function requirePlace(
  ctx: TransactionContext,
  { place, visitId }: { place: string; visitId: string | null },
  customerId: string,
): Promise<string | null> {
  if ((place === 'clinic') !== (visitId !== null))
    throw new Invalid({ path: 'visitId', code: 'place-and-visit' });
  if (visitId === null) return null;
  const clinicId = await selectVisitClinic(ctx, visitId, customerId);
  if (clinicId === undefined) throw new NotFound('visit', visitId);
  return clinicId;
}
