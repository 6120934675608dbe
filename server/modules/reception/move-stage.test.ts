import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import type { Received } from '#domain/reception/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { getAppointment } from '#server/modules/appointments/open-book.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { findVisit } from '#server/modules/visits/find-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { moveStage, undoMove } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';
import { showBoard } from './show-board.ts';

async function anArrival(ctx: Context, clinicId: string): Promise<Received> {
  return receiveCustomer(ctx, { customerId: (await aCustomer(ctx)).id, clinicId });
}

describe('receiving a customer', () => {
  it('opens the visit, keeps the appointment, gives the next number and is on record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const desk = await as(ctx, 'front_desk', { name: '李' });
      const doctor = await as(ctx, 'doctor', { name: '王' });
      const { id: customerId } = await aCustomer(ctx);
      const booking = { customerId, clinicId, startsAt: '2026-03-12T01:10:00.000Z', minutes: 30 };
      const booked = await bookAppointment(
        desk,
        BookAppointment.parse({ ...booking, doctorId: doctor.actor.id, complaint: '牙痛' }),
      );
      await anArrival(desk, clinicId);

      const received = await receiveCustomer(desk, { customerId, clinicId, appointmentId: booked.id });

      expect(received).toMatchObject({
        ...{ customerId, number: 2, stage: 'arrived', arrivedAt: ctx.now, kind: 'first', version: 1 },
        ...{ doctorName: '王', receivedByName: '李' },
      });
      expect(await getAppointment(desk, { id: booked.id })).toMatchObject({ state: 'kept' });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'customer.received',
        actorId: desk.actor.id,
      });
    }));

  it('asks for class and channel only where they are missing, and puts them on the record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const desk = await as(ctx, 'front_desk');
      const { id: customerId } = await aCustomer(ctx, { channelSource: null });
      await expect(receiveCustomer(desk, { customerId, clinicId })).rejects.toMatchObject({
        code: 'channel-source-missing',
      });
      const arrival = { customerId, clinicId, channelSource: '路过', classCode: 'C-A' };
      expect(await receiveCustomer(desk, arrival)).toMatchObject({ number: 1, classCode: 'C-A' });
      expect(await getCustomer(desk, { id: customerId })).toMatchObject({
        ...{ channelSource: '路过', classCode: 'C-A' },
      });
    }));

  it('of who came while nothing could be entered keeps when they came, and when that was entered', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const evening = later(ctx, addMinutes(ctx.now, 16 * 60));
      const arrivedAt = addMinutes(ctx.now, 30);
      const tooLate = later(ctx, addMinutes(arrivedAt, 72 * 60 + 1));
      const arrival = { customerId, clinicId, arrivedAt };
      await expect(receiveCustomer(tooLate, arrival)).rejects.toMatchObject({ code: 'too-long-ago' });
      await expect(receiveCustomer(ctx, arrival)).rejects.toMatchObject({ code: 'not-happened-yet' });

      // By the clinic's clock it is the next day by now.
      const { visitId } = await receiveCustomer(evening, arrival);
      const before = { visitId, to: 'in-treatment', at: ctx.now } as const;
      await expect(moveStage(evening, before)).rejects.toMatchObject({ code: 'before-the-stage' });
      const inTreatmentAt = addMinutes(arrivedAt, 10);
      expect(await moveStage(evening, { visitId, to: 'in-treatment', at: inTreatmentAt })).toMatchObject({
        ...{ day: '2026-03-12', arrivedAt, enteredAt: evening.now, inTreatmentAt },
      });
      const visit = await inTransaction(evening, (ctx) => findVisit(ctx, visitId));
      expect(visit).toMatchObject({ openedAt: arrivedAt, enteredAt: evening.now });
    }));

  it('says of who was here on an earlier day that they return, and since when', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer });
      const tomorrow = later(ctx, addMinutes(ctx.now, 24 * 60));
      expect(await receiveCustomer(tomorrow, { customerId: customer.id, clinicId })).toMatchObject({
        ...{ kind: 'return', lastVisitOn: '2026-03-12', number: 1 },
      });
    }));

  it('gives twenty who come at once twenty numbers', () =>
    inClinic(async (ctx, { clinicId }) => {
      const received = await Promise.all(Array.from({ length: 20 }, () => anArrival(ctx, clinicId)));
      expect(received.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    }));

  it('of somebody who is in the house is refused, and so it is elsewhere', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { customerId } = await anArrival(ctx, clinicId);
      await expect(receiveCustomer(ctx, { customerId, clinicId })).rejects.toMatchObject({
        code: 'visit-open',
      });
      await inClinic(async (elsewhere) =>
        expect(receiveCustomer(elsewhere, { customerId, clinicId })).rejects.toMatchObject({
          code: 'not-found',
        }),
      );
    }));
});

describe('moving on through the house', () => {
  it('keeps the time of each stage, and who took each step', () =>
    inClinic(async (ctx, { clinicId }) => {
      const desk = await as(ctx, 'front_desk');
      const { visitId } = await anArrival(desk, clinicId);
      const steps = ['waiting', 'in-treatment', 'checkout', 'gone'] as const;
      for (const [index, to] of steps.entries())
        await moveStage(later(desk, addMinutes(ctx.now, (index + 1) * 10)), { visitId, to });

      const { cards } = await showBoard(desk, { clinicId });
      expect(cards).toMatchObject([
        {
          ...{ visitId, stage: 'gone', arrivedAt: ctx.now, waitingAt: addMinutes(ctx.now, 10) },
          ...{ inTreatmentAt: addMinutes(ctx.now, 20), checkoutAt: addMinutes(ctx.now, 30) },
          ...{ goneAt: addMinutes(ctx.now, 40), since: addMinutes(ctx.now, 40), version: 5 },
        },
      ]);
      const moved = (await auditTrail(ctx)).filter(({ action }) => action === 'visit.moved');
      expect(moved.map(({ actorId }) => actorId)).toEqual(steps.map(() => desk.actor.id));
    }));

  it('is refused where it does not follow, without a reason to leave, and from a board that is out of date', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { visitId } = await anArrival(ctx, clinicId);
      await expect(moveStage(ctx, { visitId, to: 'arrived' })).rejects.toMatchObject({
        code: 'stage-does-not-follow',
      });
      await expect(moveStage(ctx, { visitId, to: 'gone' })).rejects.toMatchObject({ code: 'reason-missing' });
      await expect(moveStage(ctx, { visitId, to: 'waiting', version: 2 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { visitId, stage: 'arrived', version: 1 } },
      });
      await inClinic(async (elsewhere) =>
        expect(moveStage(elsewhere, { visitId, to: 'waiting' })).rejects.toMatchObject({ code: 'not-found' }),
      );
    }));

  it('is taken back step by step, with the times as they were', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { visitId } = await anArrival(ctx, clinicId);
      const at = (minutes: number) => later(ctx, addMinutes(ctx.now, minutes));
      await moveStage(at(5), { visitId, to: 'waiting' });
      await moveStage(at(10), { visitId, to: 'in-treatment' });
      const again = await moveStage(at(20), { visitId, to: 'waiting' });

      const undone = await undoMove(at(21), { visitId, version: again.version });
      expect(undone).toMatchObject({
        ...{ stage: 'in-treatment', waitingAt: addMinutes(ctx.now, 5) },
        inTreatmentAt: addMinutes(ctx.now, 10),
      });
      const waiting = await undoMove(at(22), { visitId, version: undone.version });
      expect(waiting).toMatchObject({ stage: 'waiting', inTreatmentAt: null });
      const arrived = await undoMove(at(23), { visitId, version: waiting.version });
      await expect(undoMove(at(24), { visitId, version: arrived.version })).rejects.toMatchObject({
        code: 'nothing-to-undo',
      });
    }));

  it('begins on the board also for a visit that was opened on the record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: visitId } = await openVisit(ctx, { customerId: (await aCustomer(ctx)).id, clinicId });
      expect((await showBoard(ctx, { clinicId })).cards).toMatchObject([
        { visitId, stage: 'arrived', number: null },
      ]);
      expect(await moveStage(ctx, { visitId, to: 'in-treatment' })).toMatchObject({ number: 1 });
    }));

  it('is over once the visit is closed, whoever closed it', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { visitId } = await anArrival(ctx, clinicId);
      await closeVisit(ctx, { id: visitId, version: 1 });
      expect((await showBoard(ctx, { clinicId })).cards).toMatchObject([{ visitId, stage: 'gone' }]);
      await expect(moveStage(ctx, { visitId, to: 'waiting' })).rejects.toMatchObject({
        code: 'visit-closed',
      });
      const gone = await moveStage(ctx, { visitId, to: 'gone', reason: '已在病历上结束' });
      await expect(undoMove(ctx, { visitId, version: gone.version })).rejects.toMatchObject({
        code: 'visit-closed',
      });
    }));
});

describe('the board of a day', () => {
  it('has who is booked as expected, and from the tenth minute on as late', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const booking = { customerId, clinicId, startsAt: '2026-03-12T02:00:00.000Z', minutes: 30 };
      await bookAppointment(ctx, BookAppointment.parse({ ...booking, complaint: '牙痛' }));
      const at = async (minute: string) =>
        (await showBoard(later(ctx, `2026-03-12T02:${minute}:00.000Z`), { clinicId })).cards[0]!.stage;
      expect([await at('09'), await at('10'), await at('11')]).toEqual(['expected', 'late', 'late']);
    }));
});
