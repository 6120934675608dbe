import { dayAt } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { closeOffer } from './close-offer.ts';
import { expireWishes, lockOffer, selectOffers } from './store.ts';

/** Who did not answer in time is passed over for the next; who waited up to a day waits no more. Gives how many. */
export async function expireOffers(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const over = await selectOffers(ctx, { isOpen: true, overBy: ctx.now });
    for (const { id } of over) {
      const offer = await lockOffer(ctx, id);
      // Answered while we waited for it.
      if (offer?.state === 'open') await closeOffer(ctx, offer, 'expired');
    }
    const zones = await listClinicZones(ctx);
    await expireWishes(ctx, new Map([...zones].map(([clinicId, zone]) => [clinicId, dayAt(ctx.now, zone)])));
    return over.length;
  });
}
