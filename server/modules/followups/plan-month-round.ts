import { addDays, endOfDay, firstOfMonth, nextMonth } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';
import { selectCustomersSeen, selectZones } from './planning-store.ts';

/**
 * A closed month owes everyone seen in it a satisfaction contact (C2). People brought in by a sheet are owed
 * it only while its window is open; those the clinic itself saw are owed it even when the clock was late.
 */
export async function planMonthRound(ctx: TransactionContext, event: EventOf<'month.closed'>): Promise<void> {
  const { clinicId, month } = event;
  const zone = (await selectZones(ctx)).get(clinicId) ?? ctx.zone;
  const days = { clinicId, from: firstOfMonth(month), to: lastDayOf(month) };
  const ownCustomers = await selectCustomersSeen(ctx, { ...days, notImported: true });
  const everyone = await selectCustomersSeen(ctx, days);
  await planEvents(ctx, monthEvents(clinicId, month, zone, ownCustomers));
  await planEvents(ctx, monthEvents(clinicId, month, zone, everyone), { openAt: ctx.now });
}

/** One event a customer, whose key is the month: seen five times, asked once. */
export function monthEvents(
  clinicId: string,
  month: string,
  zone: TimeZone,
  customerIds: readonly string[],
): PlanningEvent[] {
  const at: Instant = endOfDay(lastDayOf(month), zone);
  return customerIds.map((customerId) => ({
    event: 'month.closed',
    key: month,
    at,
    customerId,
    clinicId,
    visitId: null,
    visitKind: null,
    categories: [],
  }));
}

export function lastDayOf(month: string): string {
  return addDays(firstOfMonth(nextMonth(month)), -1);
}
