import { addDays, dayAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { Purpose } from '#domain/contacts/contact.ts';
import type { Reach } from '#domain/followups/attempts.ts';
import type { ClinicHours } from '#domain/followups/contract.ts';
import { waysToTry } from '#domain/followups/ways-to-try.ts';
import type { RetryChannel } from '#domain/followups/ways-to-try.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findStanding } from '../consents/find-standing.ts';
import { rulesInForce } from '../messaging/get-rules.ts';
import { findOnWecom } from '../messaging/find-on-wecom.ts';
import { getDiscreetProfile } from '../records/get-discreet-profile.ts';
import { selectCalendars } from './calendar-store.ts';
import { readWorkingDays } from './plan-events.ts';

interface Contactable {
  id: string;
  hasPhone: boolean;
  wechat: string | null;
  refusesContact: boolean;
}

/** When and by which ways a customer who did not answer can be tried again, for one of their followups. */
export async function readReach(
  ctx: TransactionContext,
  customer: Contactable,
): Promise<(followup: { clinicId: string; purpose: Purpose; timezone: TimeZone }) => Reach> {
  const [workingDays, ways, discreet, { rules }] = await Promise.all([
    readWorkingDays(ctx),
    findWays(ctx, [customer]),
    getDiscreetProfile(ctx, customer.id),
    rulesInForce(ctx),
  ]);
  return ({ clinicId, purpose, timezone }) => ({
    zone: timezone,
    workingDays: workingDays.get(clinicId),
    safeHours: discreet?.safeHours ?? [],
    writingHours: rules.careHours,
    ways: ways(customer.id, purpose),
  });
}

/** By which ways each of these customers can be reached about something, and has not objected to. */
export async function findWays(
  ctx: TransactionContext,
  customers: readonly Contactable[],
): Promise<(customerId: string, purpose: Purpose) => RetryChannel[]> {
  const ids = customers.map(({ id }) => id);
  const [stands, onWecom] = await Promise.all([findStanding(ctx, ids), findOnWecom(ctx, ids)]);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return (id, about) => {
    const { hasPhone, wechat, refusesContact } = byId.get(id)!;
    const hasWechat = wechat !== null || onWecom.has(id);
    const standing = (purpose: 'care' | 'marketing', channel: 'wechat' | 'sms') =>
      stands(id, purpose, channel);
    return waysToTry({ hasPhone, hasWechat, refusesContact, standing }, about);
  };
}

/** The longest wait of a rung, and as long again for a closed clinic. */
const daysTold = 90;

/** When a clinic works and writes, as a screen is told it. */
export async function describeHours(
  ctx: TransactionContext,
  clinicId: string,
  zone: TimeZone,
): Promise<ClinicHours> {
  const calendar = (await selectCalendars(ctx)).get(clinicId)?.calendar ?? null;
  const { lastYear, holidays, makeUpDays } = publicDays();
  const today = dayAt(ctx.now, zone);
  const isAhead = (day: CalendarDate) => day >= today && day <= addDays(today, daysTold);
  const ahead = (days: ReadonlySet<CalendarDate>) =>
    calendar?.keepsHolidays ? [...days].filter(isAhead) : [];
  return {
    calendar,
    publicDays: { lastYear, holidays: ahead(holidays), makeUpDays: ahead(makeUpDays) },
    writingHours: (await rulesInForce(ctx)).rules.careHours,
  };
}
