import type { Clinic } from '#domain/staff/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectClinic } from './clinics-store.ts';

/** A clinic of the organization; whether the caller may act there is the asking verb's to decide. */
export async function getClinic(ctx: Context, id: string): Promise<Clinic> {
  const clinic = await inTransaction(ctx, (ctx) => selectClinic(ctx, id));
  if (!clinic) throw new NotFound('clinic', id);
  return clinic;
}
