import type { z } from 'zod';
import type { AddWish, WaitlistWish, WithdrawWish } from '#domain/waitlist/contract.ts';
import { dayAt } from '#domain/base/time.ts';
import { maySeeClinic, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireKind } from '../appointments/book-appointment.ts';
import { requirePlace } from '../appointments/take-slot.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { closeOffer } from './close-offer.ts';
import { presentWishes } from './present.ts';
import { endWish, insertWish, lockWish, selectOffers, selectWishes } from './store.ts';

/** Somebody would take a time that becomes free. */
export async function addWish(ctx: Context, input: z.output<typeof AddWish>): Promise<WaitlistWish> {
  requirePermission(ctx, 'appointments.write');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, doctorId, kindId, until } = input;
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    if (until < dayAt(ctx.now, zone)) throw new Invalid({ path: 'until', code: 'in-the-past' });
    const customer = await requireCustomer(ctx, input.customerId);
    await requireKind(ctx, kindId);
    await requirePlace(ctx, { clinicId, doctorId, chairId: null });
    const id = newId();
    await insertWish(ctx, { ...input, id, customerId: customer.id });
    const subject = { type: 'customer', id: customer.id };
    await recordAudit(ctx, { action: 'waitlist.added', subject, after: input });
    return requireWish(ctx, id);
  });
}

/** They wait no more; what was kept for them goes to the next. Throws Conflict `not-on-waitlist`, `stale-version`. */
export async function withdrawWish(
  ctx: Context,
  { id, version, reason }: z.output<typeof WithdrawWish> & { id: string; version: number },
): Promise<WaitlistWish> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    const wish = await lockWish(ctx, id);
    if (!wish || !maySeeClinic(ctx, wish.clinicId)) throw new NotFound('waitlist-wish', id);
    if (wish.version !== version)
      throw new Conflict('stale-version', { current: await requireWish(ctx, id) });
    if (wish.state !== 'waiting') throw new Conflict('not-on-waitlist');
    await endWish(ctx, id, { state: 'withdrawn', reason });
    const open = await selectOffers(ctx, { clinicId: wish.clinicId, isOpen: true });
    for (const offer of open.filter(({ wishId }) => wishId === id)) await closeOffer(ctx, offer, 'declined');
    const subject = { type: 'customer', id: wish.customerId };
    await recordAudit(ctx, { action: 'waitlist.withdrawn', subject, reason });
    return requireWish(ctx, id);
  });
}

async function requireWish(ctx: TransactionContext, id: string): Promise<WaitlistWish> {
  return (await presentWishes(ctx, await selectWishes(ctx, { ids: [id] })))[0]!;
}
