import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, later, morning, settled } from '#tests/support/clinic.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { cancelAppointment } from '../appointments/cancel-appointment.ts';
import { getAppointment } from '../appointments/open-book.ts';
import { receiveCustomer } from '../reception/receive-customer.ts';
import { decideLate, recordLateCall, reviewCancellation } from './record-late-call.ts';
import { showLateness } from './show-lateness.ts';

const nine = addMinutes(morning, 30);

async function aDesk() {
  const { ctx, clinicId } = await aClinic();
  const desk = await as(ctx, 'front_desk', { name: '小陈' });
  const doctorId = (await as(ctx, 'doctor', { name: '王' })).actor.id!;
  let phones = 13_800_001_000;
  const book = async (startsAt: Instant, minutes = 30) => {
    const customer = await aCustomer(desk, { phone: String((phones += 1)) });
    const booking = { customerId: customer.id, clinicId, startsAt, minutes, doctorId };
    return bookAppointment(desk, BookAppointment.parse(booking));
  };
  const at = (minutes: number) => later(desk, addMinutes(nine, minutes));
  return { ctx, clinicId, desk, book, at };
}

describe('somebody who is late', () => {
  it('is shown from ten minutes on with what each choice does to the others, the call and the decision on record', async () => {
    const { ctx, clinicId, book, at } = await aDesk();
    const late = await book(nine);
    const next = await book(addMinutes(nine, 30));
    const last = await book(addMinutes(nine, 60));
    await receiveCustomer(at(5), { customerId: next.customerId, clinicId, appointmentId: next.id });

    expect((await showLateness(at(9), { clinicId })).late).toEqual([]);
    await expect(recordLateCall(at(9), { id: late.id, result: 'unreached' })).rejects.toMatchObject({
      code: 'not-late',
    });
    expect((await showLateness(at(16), { clinicId })).late).toMatchObject([
      { appointment: { id: late.id }, minutesLate: 16, callState: 'overdue', callBy: addMinutes(nine, 15) },
    ]);

    const called = await recordLateCall(at(12), {
      ...{ id: late.id, result: 'on-the-way', arrivesInMinutes: 33, note: '堵车' },
    });
    expect(called).toMatchObject({
      callState: 'in-time',
      suggested: 'swap',
      calls: [{ result: 'on-the-way', calledByName: '小陈', arrivesAt: addMinutes(nine, 45), note: '堵车' }],
    });
    const delaysOf = (choice: string) =>
      called.options
        .find((option) => option.choice === choice)!
        .delays.map(({ id, minutes }) => [id, minutes]);
    expect(delaysOf('wait')).toEqual([
      [next.id, 45],
      [last.id, 45],
    ]);
    expect(delaysOf('swap')).toEqual([
      [next.id, -30],
      [last.id, 15],
    ]);
    await expect(decideLate(at(13), { id: late.id, choice: 'shorten' })).rejects.toMatchObject({
      code: 'choice-not-possible',
    });
    expect(await decideLate(at(13), { id: late.id, choice: 'swap', reason: '下一位已到' })).toMatchObject({
      decision: { choice: 'swap', reason: '下一位已到', decidedByName: '小陈' },
    });
    expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['late-call.recorded', 'lateness.decided']),
    );
  });

  it('who cannot come stays booked until the desk moves or cancels it', async () => {
    const { clinicId, book, at } = await aDesk();
    const late = await book(nine);
    await recordLateCall(at(11), { id: late.id, result: 'cannot-come' });
    expect(await getAppointment(at(11), { id: late.id })).toMatchObject({ state: 'booked' });
    expect((await showLateness(at(11), { clinicId })).late[0]!.calls).toMatchObject([
      { result: 'cannot-come' },
    ]);
  });
});

describe('somebody who cancels', () => {
  it('stands on the day’s list until they were called or booked again, and the supervisor has seen it', async () => {
    const { ctx, clinicId, book, at } = await aDesk();
    const first = await book(addHours(nine, 24));
    const second = await book(addHours(nine, 25));
    const why = { cancelledFor: 'customer', reason: '时间不合适' } as const;
    for (const { id, version } of [first, second]) await cancelAppointment(at(0), { id, version, ...why });
    const again = { customerId: second.customerId, clinicId, startsAt: addHours(nine, 48), minutes: 30 };
    await bookAppointment(at(5), BookAppointment.parse(again));
    await settled(ctx);

    const { cancelled } = await showLateness(at(16), { clinicId });
    expect(cancelled).toMatchObject([
      { appointment: { id: first.id }, contactState: 'overdue', rebookedFor: null, review: null },
      { appointment: { id: second.id }, rebookedFor: addHours(nine, 48) },
    ]);

    const supervisor = await as(ctx, 'cs_supervisor', { name: '主管' });
    const seen = await reviewCancellation(later(supervisor, addMinutes(nine, 20)), {
      ...{ id: first.id, note: '明天上午再打一次' },
    });
    expect(seen.review).toMatchObject({ note: '明天上午再打一次', seenByName: '主管' });
    const elsewhere = await aClinic();
    await expect(showLateness(elsewhere.ctx, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
