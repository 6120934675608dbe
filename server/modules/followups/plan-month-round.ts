import { endOfMonth } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectMonthsSeen } from './bulk-store.ts';
import type { BulkSource } from './bulk-store.ts';
import { planInBulk } from './plan-in-bulk.ts';
import { selectZones } from './planning-store.ts';

/**
 * A closed month owes everyone seen in it a satisfaction contact (C2). People brought in by a sheet are owed
 * it only while its window is open; those the clinic itself saw are owed it even when the clock was late.
 */
export async function planMonthRounds(
  ctx: TransactionContext,
  events: readonly EventOf<'month.closed'>[],
): Promise<void> {
  const zones = await selectZones(ctx);
  const seen = await selectMonthsSeen(ctx, events);
  for (const { clinicId, month } of events) {
    if (!seen.has(`${clinicId} ${month}`)) continue;
    const zone = zones.get(clinicId) ?? ctx.zone;
    await planInBulk(ctx, monthSource(clinicId, month, zone, { notImported: true }));
    await planInBulk(ctx, monthSource(clinicId, month, zone), { openAt: ctx.now });
  }
}

/** Everybody the clinic saw in a month, at its last moment; of a batch only, or but for what was brought in. */
export function monthSource(
  clinicId: string,
  month: string,
  zone: TimeZone,
  which: { batchId?: string; notImported?: boolean } = {},
): BulkSource {
  return { kind: 'month', clinicId, month, at: endOfMonth(month, zone), ...which };
}

/** One event a customer, whose key is the month: seen five times, asked once. */
export function monthEvents(
  clinicId: string,
  month: string,
  zone: TimeZone,
  customerIds: readonly string[],
): PlanningEvent[] {
  return customerIds.map((customerId) => ({
    event: 'month.closed',
    key: month,
    at: endOfMonth(month, zone),
    customerId,
    clinicId,
    visitId: null,
    visitKind: null,
    categories: [],
  }));
}
