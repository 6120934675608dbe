import type { TimeZone } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectClinics } from './clinics-store.ts';

/** By what clocks each clinic lives. */
export async function listClinicZones(ctx: TransactionContext): Promise<Map<string, TimeZone>> {
  return new Map((await selectClinics(ctx)).map(({ id, timezone }) => [id, timezone]));
}
