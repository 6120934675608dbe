import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { AddWish } from '#domain/waitlist/contract.ts';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { clockAt } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, later, morning, settled } from '#tests/support/clinic.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { cancelAppointment, restoreAppointment } from '../appointments/cancel-appointment.ts';
import { addChair } from '../appointments/edit-places.ts';
import { moveAppointment } from '../appointments/move-appointment.ts';
import { listAppointmentsOf } from '../appointments/open-book.ts';
import { selectMessages } from '../messaging/store.ts';
import { addWish, withdrawWish } from './add-wish.ts';
import { answerOffer, answerOfferByLink, showOffer } from './answer-offer.ts';
import { expireOffers } from './expire-offers.ts';
import { listWaitlist } from './list-waitlist.ts';
import { followLink } from '../links/follow-link.ts';

const tomorrow = addHours(morning, 24);
const asked = { cancelledFor: 'customer', reason: '时间不合适' } as const;

/** A doctor's hour tomorrow, and two who wait: one for this doctor, one for any. */
async function aWaitingRoom() {
  const { ctx, clinicId } = await aClinic();
  const doctorId = (await as(ctx, 'doctor', { name: '王医生' })).actor.id!;
  const [gone, any, fond] = [
    await aCustomer(ctx, { name: '孙二' }),
    await aCustomer(ctx, { name: '钱三' }),
    await aCustomer(ctx, { name: '吴四' }),
  ];
  const wish = (customerId: string, change: Partial<AddWish> = {}) =>
    addWish(ctx, AddWish.parse({ clinicId, customerId, until: '2026-03-31', ...change }));
  await wish(any.id);
  await wish(fond.id, { doctorId });
  const book = (startsAt = tomorrow) =>
    bookAppointment(
      ctx,
      BookAppointment.parse({ customerId: gone.id, clinicId, doctorId, startsAt, minutes: 30 }),
    );
  const cancelled = async () => {
    const done = await cancelAppointment(ctx, { ...(await book()), ...asked });
    await settled(ctx);
    return done;
  };
  const list = (at: Context = ctx) => listWaitlist(at, { clinicId });
  return { ctx, clinicId, doctorId, gone, any, fond, wish, book, cancelled, list };
}

describe('a freed time', () => {
  it('is kept for the best fitting one, who is told why and written to; who cancelled is called anyway', async () => {
    const { ctx, gone, fond, book, cancelled, list } = await aWaitingRoom();
    await cancelled();

    const { offers, wishes } = await list();
    expect(wishes.map(({ customerName }) => customerName)).toEqual(['钱三', '吴四']);
    expect(offers).toMatchObject([
      {
        ...{ customerId: fond.id, startsAt: tomorrow, until: addMinutes(morning, 30), askedBefore: 0 },
        fit: { doctor: 'asked', spareMinutes: 0 },
      },
    ]);
    await expect(book()).rejects.toMatchObject({ code: 'slot-taken' });
    const message = await messageTo(ctx, fond.id);
    expect(message).toContain('3月13日09:00空出一个时间，为您保留到3月12日09:30');
    expect(await followupsOf(ctx, gone.id)).toMatchObject([{ stepKey: 'within-15-minutes' }]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('waitlist.offered');
  });

  it('is theirs when they take it on the phone', async () => {
    const { ctx, fond, cancelled, list } = await aWaitingRoom();
    await cancelled();
    const [offer] = (await list()).offers;
    expect(await answerOffer(ctx, { id: offer!.id, answer: 'accepted' })).toEqual({ state: 'accepted' });

    expect((await listAppointmentsOf(ctx, fond)).items).toMatchObject([
      { startsAt: tomorrow, doctorName: '王医生', origin: 'phone', state: 'booked' },
    ]);
    expect((await list()).wishes.map(({ customerName }) => customerName)).toEqual(['钱三']);
    await expect(answerOffer(ctx, { id: offer!.id, answer: 'declined' })).rejects.toMatchObject({
      code: 'offer-over',
    });
  });

  it('goes to the next when they decline, and is free when nobody is left', async () => {
    const { ctx, any, book, cancelled, list } = await aWaitingRoom();
    await cancelled();
    await answerOffer(ctx, { id: (await list()).offers[0]!.id, answer: 'declined' });
    const { offers } = await list();
    expect(offers).toMatchObject([{ customerId: any.id, askedBefore: 1, fit: { doctor: 'any' } }]);

    await answerOffer(ctx, { id: offers[0]!.id, answer: 'declined' });
    expect((await list()).offers).toEqual([]);
    await book();
  });

  it.each([
    { name: 'at the minute it was kept until', minutes: 30, next: true },
    { name: 'not a minute before', minutes: 29, next: false },
  ])('goes to the next when nobody answers: $name', async ({ minutes, next }) => {
    const { ctx, any, fond, cancelled, list } = await aWaitingRoom();
    await cancelled();
    const then = later(ctx, addMinutes(morning, minutes));
    await expireOffers(then);

    expect((await list(then)).offers).toMatchObject([{ customerId: next ? any.id : fond.id }]);
  });

  it('is freed as well by moving an appointment away, with its chair, and goes on like one that was cancelled', async () => {
    const { ctx, clinicId, doctorId, any, fond, book, list } = await aWaitingRoom();
    const chair = await addChair(ctx, { clinicId, name: '一号椅', kind: 'chair' });
    const place = { minutes: 30, doctorId, chairId: chair.id };
    const booked = await moveAppointment(ctx, { ...(await book()), ...place, startsAt: tomorrow });
    await moveAppointment(ctx, { ...booked, ...place, startsAt: addHours(tomorrow, 3) });
    await settled(ctx);

    const [offer] = (await list()).offers;
    expect(offer).toMatchObject({ customerId: fond.id, startsAt: tomorrow });
    await answerOffer(ctx, { id: offer!.id, answer: 'declined' });
    const [next] = (await list()).offers;
    expect(next).toMatchObject({ customerId: any.id, startsAt: tomorrow });
    await answerOffer(ctx, { id: next!.id, answer: 'accepted' });
    expect((await listAppointmentsOf(ctx, any)).items).toMatchObject([
      { startsAt: tomorrow, doctorName: '王医生', chairName: '一号椅' },
    ]);
  });

  it('of the clinic’s own cancelling is nobody’s', async () => {
    const { ctx, book, list } = await aWaitingRoom();
    await cancelAppointment(ctx, { ...(await book()), ...asked, cancelledFor: 'clinic' });
    await settled(ctx);
    expect((await list()).offers).toEqual([]);
  });

  it('goes back when the cancelling was a slip', async () => {
    const { ctx, gone, cancelled, list } = await aWaitingRoom();
    await restoreAppointment(ctx, await cancelled());
    await settled(ctx);
    expect((await list()).offers).toEqual([]);
    expect((await listAppointmentsOf(ctx, gone)).items).toMatchObject([{ state: 'booked' }]);
  });

  it('is left alone where a desk was quicker', async () => {
    const { ctx, book, list } = await aWaitingRoom();
    await cancelAppointment(ctx, { ...(await book()), ...asked });
    await book();
    await settled(ctx);
    expect((await list()).offers).toEqual([]);
  });
});

describe('by the link in the message', () => {
  it('the customer sees the time and nothing of what is done, and takes it once', async () => {
    const { ctx, fond, cancelled } = await aWaitingRoom();
    await cancelled();
    const token = /\/c\/([0-9A-Za-z]{20})/.exec(await messageTo(ctx, fond.id))![1]!;
    const house = {
      ...{ database: ctx.database, clock: clockAt(morning), dataDir: '' },
      exchange: { ip: `2001:db8:77:${newId().slice(0, 4)}::1` } as never,
    };
    const page = await followLink(house, { token, purposes: ['waitlist'] }, showOffer);
    expect(page).toEqual({
      ...{ kind: 'offer', clinicName: 'Riverside', greeting: '吴*', minutes: 30 },
      ...{ startsAt: '2026-03-13T09:00', until: '2026-03-12T09:30' },
    });

    const answers = [
      await answerOfferByLink(house, { token, answer: 'accepted' }),
      await answerOfferByLink(house, { token, answer: 'accepted' }),
    ];
    expect(answers).toEqual([{ state: 'accepted' }, { state: 'accepted' }]);
    expect((await listAppointmentsOf(ctx, fond)).items).toMatchObject([{ origin: 'online' }]);
  });
});

describe('who waits', () => {
  it('is taken off the list, and what was kept for them goes on', async () => {
    const { ctx, any, cancelled, list } = await aWaitingRoom();
    await cancelled();
    const fond = (await list()).wishes[1]!;
    await withdrawWish(ctx, { ...fond, reason: '约到别处了' });

    expect((await list()).offers).toMatchObject([{ customerId: any.id }]);
    await expect(withdrawWish(ctx, { ...fond, reason: '不等了' })).rejects.toMatchObject({
      code: 'stale-version',
    });
  });

  it('waits up to the day they said, and is refused for a day that is over', async () => {
    const { ctx, any, wish, list } = await aWaitingRoom();
    await expect(wish(any.id, { until: '2026-03-11' })).rejects.toMatchObject({ code: 'invalid' });
    const lastDay = later(ctx, addHours(morning, 24 * 19));
    await expireOffers(lastDay);
    expect((await list()).wishes).toHaveLength(2);
    await expireOffers(later(lastDay, addHours(lastDay.now, 24)));
    expect((await list()).wishes).toEqual([]);
  });

  it('is nobody’s in another organization', async () => {
    const { clinicId, cancelled, list } = await aWaitingRoom();
    await cancelled();
    const other = await aClinic();
    const { offers, wishes } = await list();
    await expect(listWaitlist(other.ctx, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(answerOffer(other.ctx, { id: offers[0]!.id, answer: 'accepted' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(withdrawWish(other.ctx, { ...wishes[0]!, reason: '—' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

async function messageTo(ctx: Context, customerId: string): Promise<string> {
  const asked = { list: 'by-hand', clinicIds: null, customerId, limit: 1, offset: 0 } as const;
  const { rows } = await inTransaction(ctx, (ctx) => selectMessages(ctx, asked));
  return rows[0]!.text;
}
