import type { Book } from '#domain/appointments/contract.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { openDays } from './offer-times.ts';
import { selectCalendar } from './places-store.ts';

/** When a clinic is open from a day on; for a verb that has asked for its own permission. */
export async function findOpenDays(
  ctx: TransactionContext,
  { clinicId, from, days }: { clinicId: string; from: CalendarDate; days: number },
): Promise<Book['days']> {
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  const calendar = await selectCalendar(ctx, clinicId);
  return openDays(from, days, calendar, zone);
}
