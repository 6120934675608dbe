import { dayAt, monthOf, nextMonth } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announceAll } from '#server/platform/events/announce.ts';
import { claimClosedMonths, selectZones } from './planning-store.ts';

/** Tells, once a clinic, that its last month is over. Run at any time and by any number of processes. */
export async function announceClosedMonths(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const closed = [...(await selectZones(ctx))].map(([clinicId, zone]) => ({
      clinicId,
      month: nextMonth(monthOf(dayAt(ctx.now, zone)), -1),
    }));
    const claimed = await claimClosedMonths(ctx, closed);
    await announceAll(
      ctx,
      claimed.map(({ clinicId, month }) => ({ type: 'month.closed', clinicId, month })),
    );
  });
}
