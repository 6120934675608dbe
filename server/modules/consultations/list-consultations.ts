import type { z } from 'zod';
import { addDays, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import { stuckAfterDays } from '#domain/consultations/consultation.ts';
import type {
  ConsultationPage,
  CustomerConsultations,
  ListConsultations,
} from '#domain/consultations/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { presentConsultation } from './present.ts';
import { countConsultations, selectConsultations } from './list-store.ts';
import { selectAppointmentsAhead, selectOfCustomer } from './store.ts';

export async function listConsultationsOf(
  ctx: Context,
  input: { id: string },
): Promise<CustomerConsultations> {
  requirePermission(ctx, 'consultations.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    const found = await selectOfCustomer(ctx, customer.id);
    return {
      items: found.map((each) => presentConsultation(ctx, each)),
      appointmentsAhead: await selectAppointmentsAhead(ctx, customer.id),
    };
  });
}

/** The clinic's open consultations, or what became of the closed ones. */
export async function listConsultations(
  ctx: Context,
  input: z.output<typeof ListConsultations>,
): Promise<ConsultationPage> {
  requirePermission(ctx, 'consultations.read');
  const today = dayAt(ctx.now, ctx.zone);
  const question = {
    state: input.state,
    clinicIds: clinicsAsked(ctx, input.clinicId),
    consultantId: input.consultantId ?? null,
    outcome: input.outcome ?? null,
    closedFrom: input.from === undefined ? null : startOfDay(input.from, ctx.zone),
    closedTo: input.to === undefined ? null : endOfDay(input.to, ctx.zone),
    stuckOpenedBefore: startOfDay(addDays(today, 1 - stuckAfterDays), ctx.zone),
    today,
  };
  return inTransaction(ctx, async (ctx) => {
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const found = await selectConsultations(ctx, question, page);
    const customers = await briefCustomers(
      ctx,
      found.map(({ customerId }) => customerId),
    );
    return {
      ...(await countConsultations(ctx, question)),
      items: found.map((each) => {
        const { name, number } = customers.get(each.customerId)!;
        return { ...presentConsultation(ctx, each), customerName: name, customerNumber: number };
      }),
    };
  });
}
