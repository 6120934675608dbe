import type { Waitlist } from '#domain/waitlist/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { presentWishes } from './present.ts';
import { countAsked, selectOffers, selectWishes } from './store.ts';

/** Who waits in a clinic, and what is kept for whom right now: the desk's list to call by. */
export async function listWaitlist(ctx: Context, { clinicId }: { clinicId: string }): Promise<Waitlist> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    if ((await findClinicZone(ctx, clinicId)) === undefined) throw new NotFound('clinic', clinicId);
    const wishes = await selectWishes(ctx, { clinicId, isWaiting: true });
    const open = await selectOffers(ctx, { clinicId, isOpen: true });
    const asked = await countAsked(
      ctx,
      open.map(({ freedBy }) => freedBy),
    );
    const offers = open.map((offer) => ({ ...offer, askedBefore: asked.get(offer.freedBy) ?? 0 }));
    return { wishes: await presentWishes(ctx, wishes), offers };
  });
}
