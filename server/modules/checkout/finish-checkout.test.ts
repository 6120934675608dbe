import { describe, expect, it } from 'vitest';
import { addDays, addMinutes, dayAt, instantAt } from '#domain/base/time.ts';
import type { FinishCheckout } from '#domain/checkout/contract.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import { OpenVisit } from '#domain/visits/contract.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { moveStage } from '#server/modules/reception/move-stage.ts';
import { receiveCustomer } from '#server/modules/reception/receive-customer.ts';
import { showBoard } from '#server/modules/reception/show-board.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { finishCheckout } from './finish-checkout.ts';
import { listCheckouts, listWithoutNext } from './list-checkouts.ts';
import { openCheckout } from './open-checkout.ts';

const nobodyAsked: FinishCheckout = {
  paid: { answer: 'not_asked' },
  next: { answer: 'not_asked' },
  offer: { answer: 'not_asked' },
  followup: { answer: 'not_asked' },
  rating: { answer: 'not_asked' },
  account: { answer: 'not_asked' },
};

async function aVisit(ctx: Context, name = '张三'): Promise<Visit> {
  const { id: customerId, clinicId } = await aCustomer(ctx, { name });
  return openVisit(ctx, OpenVisit.parse({ customerId, clinicId }));
}

const finish = (ctx: Context, { id, version }: Visit, answers: Partial<FinishCheckout> = {}) =>
  finishCheckout(ctx, { ...nobodyAsked, ...answers, id, version });

describe('a customer who leaves', () => {
  it('is booked, agreed with and let go in one act', () =>
    inClinic(async (ctx) => {
      const desk = await as(ctx, 'front_desk');
      const visit = await aVisit(desk);
      const tomorrow = addDays(dayAt(ctx.now, ctx.zone), 1);
      const at = (time: string) => instantAt(`${tomorrow}T${time}`, ctx.zone);
      await askForm(desk, {
        ...{ id: visit.customerId, code: 'satisfaction', source: 'link', visitId: visit.id },
        ...{ followupId: null, send: false },
      });
      const done = await finish(desk, visit, {
        paid: { answer: 'settled' },
        next: {
          ...{ answer: 'booked', appointmentId: null },
          booking: { startsAt: at('10:00'), minutes: 30, doctorId: null, kindId: null },
        },
        offer: {
          answer: 'offered',
          items: [{ kind: 'membership', name: '会员卡', answer: 'declined' }],
        },
        followup: {
          answer: 'agreed',
          ...{ from: at('19:00'), to: at('20:00'), assigneeId: null, matter: null },
        },
        rating: { answer: 'asked' },
        account: { answer: 'added' },
      });
      expect(done).toMatchObject({ next: 'booked', nextAt: at('10:00'), owedFen: 0, rating: 'asked' });
      expect(done.offers).toEqual([{ kind: 'membership', name: '会员卡', answer: 'declined' }]);
      const [agreed] = await followupsOf(ctx, visit.customerId);
      expect(agreed).toMatchObject({ id: done.followupId, opensAt: at('19:00'), closesAt: at('20:00') });
      expect(await openCheckout(desk, { id: visit.id })).toMatchObject({
        ...{ visit: { state: 'closed' }, follows: true, appointments: [{ id: done.nextAppointmentId }] },
        checkout: { id: done.id },
      });
      expect((await listCheckouts(desk, {})).items).toMatchObject([{ state: 'done', unasked: [] }]);
      const { cards } = await showBoard(desk, { clinicId: visit.clinicId });
      expect(cards).toMatchObject([{ visitId: visit.id, stage: 'gone' }]);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'checkout.finished', actorId: desk.actor.id });
    }));

  it('is not half let go: where the time is taken nothing has happened', () =>
    inClinic(async (ctx) => {
      const doctor = await as(ctx, 'doctor');
      const booking = {
        ...{ startsAt: addMinutes(ctx.now, 1440), minutes: 30, doctorId: doctor.actor.id, kindId: null },
      };
      const next = { answer: 'booked', appointmentId: null, booking } as const;
      await finish(ctx, await aVisit(ctx, '先来'), { next });
      const second = await aVisit(ctx, '后来');
      await expect(finish(ctx, second, { next })).rejects.toMatchObject({ code: 'slot-taken' });
      expect(await openCheckout(ctx, { id: second.id })).toMatchObject({
        ...{ visit: { state: 'open' }, checkout: null },
      });
    }));

  it('does not pay by word of mouth, and is not asked for a rating that nobody showed', () =>
    inClinic(async (ctx) => {
      const visit = await aVisit(ctx);
      const charge = BookEntry.parse({ booking: { kind: 'charge', fen: 50_000 }, visitId: visit.id });
      await bookEntry(ctx, { ...charge, id: visit.customerId });
      await expect(finish(ctx, visit, { paid: { answer: 'settled' } })).rejects.toMatchObject({
        ...{ code: 'still-owes', details: { owedFen: 50_000 } },
      });
      // What a first visitor tells beforehand rates nothing.
      await askForm(ctx, {
        ...{ id: visit.customerId, code: 'intake-dental', source: 'tablet', visitId: visit.id },
        ...{ followupId: null, send: false },
      });
      await expect(finish(ctx, visit, { rating: { answer: 'asked' } })).rejects.toMatchObject({
        code: 'rating-not-asked',
      });
      const owing = { answer: 'owes', note: '下次来一起付' } as const;
      expect(await finish(ctx, visit, { paid: owing })).toMatchObject({ paid: 'owes', owedFen: 50_000 });
    }));
});

describe('who leaves without a next appointment', () => {
  it('is on the supervisor’s list with the reason, also when nobody asked, until booked', () =>
    inClinic(async (ctx) => {
      const day = dayAt(ctx.now, ctx.zone);
      await finish(ctx, await aVisit(ctx, '有理由'), {
        next: { answer: 'none', reason: '费用有顾虑', note: '想问问医保' },
      });
      await finish(ctx, await aVisit(ctx, '没问'));
      const silent = await aVisit(ctx, '没结账');
      await closeVisit(ctx, silent);
      await aVisit(ctx, '还在');
      const { id: customerId, clinicId } = await aCustomer(ctx, { name: '等不及' });
      const { visitId } = await receiveCustomer(ctx, { customerId, clinicId, channelSource: '路过' });
      await moveStage(ctx, { visitId, to: 'gone', reason: '等太久' });
      const atDoor = (await listCheckouts(ctx, {})).items;
      expect(atDoor.filter(({ state }) => state === 'here').map(({ customerName }) => customerName)).toEqual([
        '还在',
      ]);
      const question = { from: day, to: day };
      const { items } = await listWithoutNext(ctx, question);
      expect(
        items.map(({ customerName, state, noNextReason }) => [customerName, state, noNextReason]),
      ).toEqual(
        expect.arrayContaining([
          ['有理由', 'done', '费用有顾虑'],
          ['没问', 'done', null],
          ['没结账', 'silent', null],
          ['等不及', 'silent', '等太久'],
        ]),
      );
      expect(items).toHaveLength(4);

      const answered = later(ctx, addMinutes(ctx.now, 30));
      const closed = (await openCheckout(answered, { id: silent.id })).visit;
      await finish(answered, closed, {
        next: {
          ...{ answer: 'booked', appointmentId: null },
          booking: { startsAt: addMinutes(ctx.now, 1440), minutes: 30, doctorId: null, kindId: null },
        },
      });
      expect((await listWithoutNext(ctx, question)).items).toHaveLength(3);
      await expect(finish(answered, closed)).rejects.toMatchObject({ code: 'already-checked-out' });
      const other = await aClinic();
      expect((await listWithoutNext(other.ctx, question)).items).toEqual([]);
      await expect(openCheckout(other.ctx, { id: silent.id })).rejects.toMatchObject({ code: 'not-found' });
    }));
});
