import type { z } from 'zod';
import { compareAtEqualLead } from '#domain/appointments/no-shows.ts';
import type { AskNoShows, CustomerNoShows, NoShowFigures } from '#domain/appointments/no-shows.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import {
  countByClinic,
  countByDoctor,
  countByLead,
  countOfCustomer,
  selectBusiestDay,
  selectMostMissed,
  updateReminded,
} from './no-show-store.ts';

const mostCustomers = 50;

/** Who did not come (E2): by clinic, doctor and customer, and what reminding does at equal lead times. */
export async function showNoShows(ctx: Context, input: z.output<typeof AskNoShows>): Promise<NoShowFigures> {
  requirePermission(ctx, 'followups.supervise');
  const { clinicId, doctorId, from, to } = input;
  const question = { clinicIds: clinicsAsked(ctx, clinicId), doctorId, from, to };
  return inTransaction(ctx, async (ctx) => {
    if (clinicId !== undefined && (await findClinicZone(ctx, clinicId)) === undefined)
      throw new NotFound('clinic', clinicId);
    const rows = await countByLead(ctx, question);
    const missed = await selectMostMissed(ctx, question, mostCustomers);
    const people = await briefCustomers(
      ctx,
      missed.map(({ id }) => id),
    );
    return {
      all: {
        total: rows.reduce((sum, row) => sum + row.total, 0),
        missed: rows.reduce((sum, row) => sum + row.missed, 0),
      },
      busiest: await selectBusiestDay(ctx, question),
      ...compareAtEqualLead(rows),
      clinics: await countByClinic(ctx, question),
      doctors: await countByDoctor(ctx, question),
      customers: missed.map((each) => ({ ...each, name: people.get(each.id)?.name ?? '–' })),
    };
  });
}

/** One customer's, apart from what they cancelled. */
export async function getNoShows(ctx: Context, input: { id: string }): Promise<CustomerNoShows> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    return countOfCustomer(ctx, customer.id);
  });
}

/** A reminder reached them, whoever sent it: the figures tell it apart from none. */
export async function noteReminded(ctx: TransactionContext, appointmentId: string): Promise<void> {
  await updateReminded(ctx, appointmentId);
}
