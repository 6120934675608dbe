import type { TimeZone } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectClinic } from './clinics-store.ts';

/** By what clocks a clinic lives; undefined where there is no such clinic. */
export async function findClinicZone(
  ctx: TransactionContext,
  clinicId: string,
): Promise<TimeZone | undefined> {
  return (await selectClinic(ctx, clinicId))?.timezone;
}
