import { describe, expect, it } from 'vitest';
import type { Appointment } from '#domain/appointments/contract.ts';
import { BookAppointment, MoveAppointment } from '#domain/appointments/contract.ts';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, later, morning, settled } from '#tests/support/clinic.ts';
import { closeVisit } from '../visits/close-visit.ts';
import { openVisit } from '../visits/open-visit.ts';
import { bookAppointment } from './book-appointment.ts';
import {
  cancelAppointment,
  confirmAppointment,
  missAppointment,
  restoreAppointment,
} from './cancel-appointment.ts';
import { addChair, saveDeskRules } from './edit-places.ts';
import { moveAppointment } from './move-appointment.ts';
import { findFreeTimes, listAppointments, listAppointmentsOf, openBook } from './open-book.ts';

const tomorrow = addHours(morning, 24);
/** Of the hundred desks; 200 where somebody wants to be sure: CARECURVE_ROUNDS=200. */
const rounds = Number(process.env['CARECURVE_ROUNDS'] ?? 20);
type Desk = Awaited<ReturnType<typeof aDesk>>;
const why = { cancelledFor: 'customer', reason: '时间不合适' } as const;

async function aDesk() {
  const { ctx, clinicId } = await aClinic();
  const doctor = (await as(ctx, 'doctor', { name: '王医生' })).actor.id!;
  const customer = await aCustomer(ctx, { clinicId });
  const book = (change: Partial<BookAppointment> = {}): Promise<Appointment> =>
    bookAppointment(
      ctx,
      BookAppointment.parse({
        ...{ customerId: customer.id, clinicId, doctorId: doctor, startsAt: tomorrow, minutes: 30 },
        ...change,
      }),
    );
  return { ctx, clinicId, doctor, customer, book };
}

const place = (startsAt: Instant, doctorId: string | null, minutes = 30) =>
  MoveAppointment.parse({ startsAt, minutes, doctorId });

describe('booking', () => {
  it('is a return of who was here before, also once they have come again', async () => {
    const { ctx, clinicId, customer, book } = await aDesk();
    const where = { customerId: customer.id, clinicId };
    const first = await openVisit(ctx, where);
    await closeVisit(ctx, { id: first.id, version: first.version });
    const { id: appointmentId } = await book();
    await openVisit(later(ctx, tomorrow), { ...where, appointmentId });

    expect((await listAppointmentsOf(ctx, customer)).items).toMatchObject([
      { state: 'kept', visitKind: 'return' },
    ]);
  });

  it('puts the customer into the book, with whom and until when, on record', async () => {
    const { ctx, clinicId, customer, book } = await aDesk();
    const booked = await book({ complaint: '牙痛' });

    expect(booked).toMatchObject({
      ...{ customerName: customer.name, doctorName: '王医生', state: 'booked', visitKind: 'first' },
      ...{ startsAt: tomorrow, endsAt: addMinutes(tomorrow, 30), complaint: '牙痛' },
    });
    const { items, doctors } = await openBook(ctx, { clinicId, from: '2026-03-13', days: 1 });
    expect(items).toEqual([booked]);
    expect(doctors.map(({ name }) => name)).toEqual(['王医生']);
    expect((await listAppointmentsOf(ctx, customer)).items).toEqual([booked]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('appointment.booked');
  });

  it('finds a time taken that overlaps, and not one that begins as another ends', async () => {
    const { book } = await aDesk();
    await book();

    await expect(book({ startsAt: addMinutes(tomorrow, 29) })).rejects.toMatchObject({ code: 'slot-taken' });
    await expect(book({ startsAt: addMinutes(tomorrow, -29) })).rejects.toMatchObject({ code: 'slot-taken' });
    await book({ startsAt: addMinutes(tomorrow, 30) });
    await book({ startsAt: addMinutes(tomorrow, -30) });
  });

  it(
    'lets one of a hundred that want the same time have it, every time',
    async () => {
      const { ctx, clinicId, book } = await aDesk();
      for (let round = 0; round < rounds; round += 1) {
        const startsAt = addMinutes(tomorrow, 30 * round);
        const answers = await Promise.allSettled(Array.from({ length: 100 }, () => book({ startsAt })));
        const lost = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as object] : []));
        expect(lost).toHaveLength(99);
        expect(lost.every((reason) => 'code' in reason && reason.code === 'slot-taken')).toBe(true);
      }
      const { items } = await listAppointments(ctx, { clinicId, from: '2026-03-12', to: '2026-03-31' });
      expect(items).toHaveLength(rounds);
    },
    Math.max(600_000, rounds * 6_000),
  );

  it('books as many beside each other as the clinic’s doctors see at once', async () => {
    const { ctx, clinicId, book } = await aDesk();
    await saveDeskRules(ctx, {
      ...{ id: clinicId, rules: { ...standardDeskRules, customersAtOnce: 2 }, version: 0 },
    });
    await book();
    await book();

    await expect(book()).rejects.toMatchObject({ code: 'slot-taken', details: { what: 'doctor' } });
  });

  it('puts one into a chair at a time, whoever treats', async () => {
    const { ctx, clinicId, book } = await aDesk();
    const chair = await addChair(ctx, { clinicId, name: '一号椅', kind: 'chair' });
    await book({ chairId: chair.id });

    await expect(book({ chairId: chair.id, doctorId: null })).rejects.toMatchObject({
      code: 'slot-taken',
      details: { what: 'chair' },
    });
  });

  it('refuses yesterday, and who is no doctor here', async () => {
    const { ctx, book } = await aDesk();

    await expect(book({ startsAt: addHours(morning, -24) })).rejects.toMatchObject({ code: 'invalid' });
    const nurse = (await as(ctx, 'nurse')).actor.id!;
    await expect(book({ doctorId: nurse })).rejects.toMatchObject({ code: 'not-found', subject: 'doctor' });
  });

  it('offers what is free', async () => {
    const { ctx, clinicId, book } = await aDesk();
    // 9:00 to 17:30 tomorrow; open from 8:30 to 18:00.
    await book({ minutes: 510 });
    const { items } = await findFreeTimes(ctx, { clinicId, minutes: 30, from: '2026-03-13', days: 1 });

    expect(items.map(({ startsAt }) => startsAt)).toEqual([
      addMinutes(tomorrow, -30),
      addMinutes(tomorrow, 510),
    ]);
  });
});

describe('moving', () => {
  it('takes the new time and frees the old; what was confirmed is to be confirmed again', async () => {
    const { ctx, doctor, book } = await aDesk();
    const booked = await book();
    const confirmed = await confirmAppointment(ctx, { ...booked, answer: 'confirmed' });
    const moved = await moveAppointment(ctx, { ...confirmed, ...place(addHours(tomorrow, 2), doctor) });

    expect(moved).toMatchObject({ startsAt: addHours(tomorrow, 2), movedTimes: 1, confirmation: null });
    await book();
  });

  it('is done by one of two desks; the other is told how it is now, and nothing is lost', async () => {
    const { ctx, clinicId, doctor, book } = await aDesk();
    const booked = await book();
    const answers = await Promise.allSettled([
      moveAppointment(ctx, { ...booked, ...place(addHours(tomorrow, 2), doctor) }),
      moveAppointment(ctx, { ...booked, ...place(addHours(tomorrow, 4), doctor) }),
    ]);

    const won = answers.find((answer) => answer.status === 'fulfilled')!.value;
    const lost = answers.find((answer) => answer.status === 'rejected')!.reason as object;
    expect(lost).toMatchObject({ code: 'stale-version', details: { current: { startsAt: won.startsAt } } });
    // Nothing is lost: it stands once, where the first put it, moved once, and all else is free.
    const { items } = await listAppointments(ctx, { clinicId, from: '2026-03-13', to: '2026-03-13' });
    expect(items).toEqual([won]);
    expect(won.movedTimes).toBe(1);
    const moves = (await auditTrail(ctx)).filter(({ action }) => action === 'appointment.moved');
    expect(moves).toHaveLength(1);
    const elsewhere = won.startsAt === addHours(tomorrow, 2) ? 4 : 2;
    await book();
    await book({ startsAt: addHours(tomorrow, elsewhere) });
    await expect(book({ startsAt: won.startsAt })).rejects.toMatchObject({ code: 'slot-taken' });
  });

  it('leaves it where it was when the time is taken', async () => {
    const { ctx, clinicId, doctor, book } = await aDesk();
    const booked = await book();
    await book({ startsAt: addHours(tomorrow, 1) });

    await expect(
      moveAppointment(ctx, { ...booked, ...place(addMinutes(tomorrow, 45), doctor) }),
    ).rejects.toMatchObject({ code: 'slot-taken' });
    const { items } = await openBook(ctx, { clinicId, from: '2026-03-13', days: 1 });
    expect(items[0]).toEqual(booked);
    await expect(book()).rejects.toMatchObject({ code: 'slot-taken' });
  });

  it('makes it longer where it stands without calling it moved', async () => {
    const { ctx, doctor, book } = await aDesk();
    const moved = await moveAppointment(ctx, { ...(await book()), ...place(tomorrow, doctor, 45) });

    expect(moved).toMatchObject({ endsAt: addMinutes(tomorrow, 45), movedTimes: 0 });
  });
});

describe('cancelling', () => {
  it('frees the time, says why, and owes a call within 15 minutes; booking anew ends that', async () => {
    const { ctx, customer, book } = await aDesk();
    const cancelled = await cancelAppointment(ctx, { ...(await book()), ...why });
    await settled(ctx);

    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '时间不合适', cancelledAt: morning });
    const [owed] = await followupsOf(ctx, customer.id);
    expect(owed).toMatchObject({ stepKey: 'within-15-minutes', dueAt: addMinutes(morning, 15) });

    await book();
    await settled(ctx);
    expect(await followupsOf(ctx, customer.id)).toMatchObject([{ state: 'ended', endReason: 'fact:booked' }]);
  });

  it('is undone while the time is free, and not when somebody has it', async () => {
    const { ctx, customer, book } = await aDesk();
    const cancelled = await cancelAppointment(ctx, { ...(await book()), ...why });
    const restored = await restoreAppointment(ctx, cancelled);
    await settled(ctx);
    expect(restored).toMatchObject({ state: 'booked', cancelReason: null });
    expect(await followupsOf(ctx, customer.id)).toEqual([]);

    const again = await cancelAppointment(ctx, { ...restored, ...why });
    await book();
    await expect(restoreAppointment(ctx, again)).rejects.toMatchObject({ code: 'slot-taken' });
  });

  it.each([
    { name: 'before anything of it was heard', isHeard: false },
    { name: 'where the first time was heard of', isHeard: true },
  ])('twice, and taken back in between, owes one call: $name', async ({ isHeard }) => {
    const { ctx, customer, book } = await aDesk();
    const cancelled = await cancelAppointment(ctx, { ...(await book()), ...why });
    if (isHeard) await settled(ctx);
    const [soon, again] = [later(ctx, addMinutes(morning, 1)), later(ctx, addMinutes(morning, 2))];
    await cancelAppointment(again, { ...(await restoreAppointment(soon, cancelled)), ...why });
    await settled(again);

    const calls = await followupsOf(ctx, customer.id);
    expect(calls.filter(({ state }) => state === 'open')).toMatchObject([
      { stepKey: 'within-15-minutes', dueAt: addMinutes(again.now, 15) },
    ]);
    expect(calls).toHaveLength(isHeard ? 2 : 1);
  });

  it('is of what is booked only', async () => {
    const { ctx, book } = await aDesk();
    const cancelled = await cancelAppointment(ctx, { ...(await book()), ...why });

    await expect(cancelAppointment(ctx, { ...cancelled, ...why })).rejects.toMatchObject({
      code: 'not-booked',
    });
  });
});

describe('what becomes of it', () => {
  const at = (ctx: Context, now: Instant): Context => later(ctx, now);

  it('is missed once its hour has come and not before; who comes after all has kept it', async () => {
    const { ctx, clinicId, customer, book } = await aDesk();
    const booked = await book();
    await expect(missAppointment(at(ctx, addMinutes(tomorrow, -1)), booked)).rejects.toMatchObject({
      code: 'not-due',
    });
    await missAppointment(at(ctx, tomorrow), booked);

    const visit = await openVisit(at(ctx, addMinutes(tomorrow, 20)), {
      ...{ customerId: customer.id, clinicId, appointmentId: booked.id },
    });
    expect(visit).toMatchObject({ appointmentId: booked.id, kind: 'first' });
    expect((await listAppointmentsOf(ctx, customer)).items[0]).toMatchObject({ state: 'kept' });
  });

  const within2Hours = { stepKey: 'within-2-hours', role: 'front_desk', dueAt: addHours(tomorrow, 2) };

  it.each([
    {
      name: 'booked anew',
      then: ({ ctx, clinicId, customer }: Desk, now: Instant) => {
        const wish = { customerId: customer.id, clinicId, startsAt: addHours(now, 24), minutes: 30 };
        return bookAppointment(later(ctx, now), BookAppointment.parse(wish));
      },
    },
    {
      name: 'marked by a slip, and restored',
      then: ({ ctx }: Desk, now: Instant, missed: Appointment) => restoreAppointment(later(ctx, now), missed),
    },
    {
      name: 'late, and here',
      then: ({ ctx, clinicId, customer }: Desk, now: Instant, { id }: Appointment) =>
        openVisit(later(ctx, now), { customerId: customer.id, clinicId, appointmentId: id }),
    },
    {
      name: 'here without it',
      then: async ({ ctx, clinicId, customer }: Desk, now: Instant) => {
        const visit = await openVisit(later(ctx, now), { customerId: customer.id, clinicId });
        await closeVisit(later(ctx, addMinutes(now, 5)), visit);
      },
    },
  ])('missed, it owes a call within two hours, until they are $name', async ({ then }) => {
    const desk = await aDesk();
    const missed = await missAppointment(later(desk.ctx, tomorrow), await desk.book());
    await settled(desk.ctx);
    expect(await followupsOf(desk.ctx, desk.customer.id)).toMatchObject([{ ...within2Hours, state: 'open' }]);

    await then(desk, addMinutes(tomorrow, 20), missed);
    await settled(desk.ctx);
    const owed = await followupsOf(desk.ctx, desk.customer.id);
    const calls = owed.filter(({ stepKey }) => stepKey === within2Hours.stepKey);
    expect(calls).toMatchObject([{ state: 'ended', endReason: 'fact:booked' }]);
  });

  it('restored before anything was planned, it owes nothing', async () => {
    const { ctx, customer, book } = await aDesk();
    const missed = await missAppointment(later(ctx, tomorrow), await book());
    await restoreAppointment(later(ctx, addMinutes(tomorrow, 1)), missed);
    await settled(ctx);
    expect(await followupsOf(ctx, customer.id)).toEqual([]);
  });

  it('is not kept by somebody else', async () => {
    const { ctx, clinicId, book } = await aDesk();
    const booked = await book();
    const other = await aCustomer(ctx, { clinicId, name: '李四' });

    await expect(
      openVisit(ctx, { customerId: other.id, clinicId, appointmentId: booked.id }),
    ).rejects.toMatchObject({ code: 'not-booked' });
  });
});
