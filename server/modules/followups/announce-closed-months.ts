import { monthsToAnnounce } from '#domain/followups/closed-months.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announceAll } from '#server/platform/events/announce.ts';
import { claimClosedMonths, selectLastClosedMonths, selectZones } from './planning-store.ts';

/** Tells, once a clinic, of each of its months that is over. Run at any time and by any number of processes. */
export async function announceClosedMonths(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const announced = await selectLastClosedMonths(ctx);
    const closed = [...(await selectZones(ctx))].flatMap(([clinicId, zone]) =>
      monthsToAnnounce(announced.get(clinicId) ?? null, ctx.now, zone).map((month) => ({ clinicId, month })),
    );
    if (closed.length === 0) return;
    const claimed = await claimClosedMonths(ctx, closed);
    await announceAll(
      ctx,
      claimed.map(({ clinicId, month }) => ({ type: 'month.closed', clinicId, month })),
    );
  });
}
