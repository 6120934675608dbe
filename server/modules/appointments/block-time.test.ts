import { describe, expect, it } from 'vitest';
import { BlockTime, BookAppointment } from '#domain/appointments/contract.ts';
import { addHours } from '#domain/base/time.ts';
import { enterOwnLeave } from '../availability/enter-leave.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, morning } from '#tests/support/clinic.ts';
import { blockTime, freeBlock } from './block-time.ts';
import { bookAppointment } from './book-appointment.ts';
import { addChair, addKind } from './edit-places.ts';
import { findFreeTimes, openBook } from './open-book.ts';

const noon = { day: '2026-03-13', from: '12:00', to: '13:00' };
const atNoon = addHours(morning, 27);

async function aDesk() {
  const { ctx, clinicId } = await aClinic();
  const doctorCtx = await as(ctx, 'doctor', { name: '王医生' });
  const doctorId = doctorCtx.actor.id!;
  const customer = await aCustomer(ctx, { clinicId });
  const book = (change: Partial<BookAppointment> = {}) =>
    bookAppointment(
      ctx,
      BookAppointment.parse({
        ...{ customerId: customer.id, clinicId, doctorId, startsAt: atNoon, minutes: 30, ...change },
      }),
    );
  const block = (change: Partial<BlockTime> = {}) =>
    blockTime(ctx, BlockTime.parse({ clinicId, kind: 'break', doctorIds: [doctorId], ...noon, ...change }));
  return { ctx, clinicId, doctorCtx, doctorId, customer, book, block };
}

describe('time that is kept free', () => {
  it('is booked by nobody, stands in the book, and is on record', async () => {
    const { ctx, clinicId, book, block } = await aDesk();
    const { items } = await block({ reason: '午休' });

    await expect(book()).rejects.toMatchObject({ code: 'slot-taken' });
    await book({ startsAt: addHours(atNoon, 1) });
    expect((await openBook(ctx, { clinicId, from: noon.day, days: 1 })).blocks).toEqual(items);
    expect((await openBook(ctx, { clinicId, from: '2026-03-12', days: 1 })).blocks).toEqual([]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('time.blocked');
  });

  it('is refused where somebody is booked, with who it is; nothing of it remains', async () => {
    const { ctx, clinicId, customer, book, block } = await aDesk();
    const booked = await book();

    await expect(block({ until: '2026-03-14' })).rejects.toMatchObject({
      code: 'time-booked',
      details: { booked: [{ id: booked.id, customerName: customer.name }] },
    });
    expect((await openBook(ctx, { clinicId, from: noon.day, days: 2 })).blocks).toEqual([]);
  });

  it('is a chair’s as well as a doctor’s', async () => {
    const { ctx, clinicId, book, block } = await aDesk();
    const chair = await addChair(ctx, { clinicId, name: '一号椅', kind: 'chair' });
    await block({ doctorIds: [], chairIds: [chair.id], kind: 'closed' });

    await expect(book({ chairId: chair.id })).rejects.toMatchObject({ details: { what: 'chair' } });
    await book();
    await expect(block({ doctorIds: [], chairIds: [chair.id] })).rejects.toMatchObject({
      code: 'slot-taken',
    });
  });

  it('comes back on its weekdays, and is given back one by one or with what follows', async () => {
    const { ctx, clinicId, book, block } = await aDesk();
    // From Friday the 13th: two Fridays and two Mondays.
    const { items } = await block({ until: '2026-03-23', weekdays: [1, 5] });
    expect(items.map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(['13', '16', '20', '23']);

    await freeBlock(ctx, { id: items[0]!.id, isWholeSeries: false });
    await book();
    expect(await freeBlock(ctx, { id: items[2]!.id, isWholeSeries: true })).toEqual({ count: 2 });
    const { blocks } = await openBook(ctx, { clinicId, from: noon.day, days: 14 });
    expect(blocks.map(({ id }) => id)).toEqual([items[1]!.id]);
  });

  it('is nobody’s in another organization', async () => {
    const { block } = await aDesk();
    const { items } = await block();
    const other = await aClinic();

    await expect(freeBlock(other.ctx, { id: items[0]!.id, isWholeSeries: false })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('free times', () => {
  const day = { from: noon.day, days: 1, minutes: 60 };

  it('leave out what is kept free, and a doctor who is away', async () => {
    const { ctx, clinicId, doctorCtx, block } = await aDesk();
    await block({ from: '08:30', to: '16:30' });
    const free = () => findFreeTimes(ctx, { ...day, clinicId });
    expect((await free()).items.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      '08:30',
      '08:45',
      '09:00',
    ]);

    await enterOwnLeave(doctorCtx, { from: noon.day, to: noon.day, kind: 'annual', standInId: null });
    expect((await free()).items).toEqual([]);
  });

  it('are those of the doctors who do it', async () => {
    const { ctx, clinicId, doctorId } = await aDesk();
    const other = (await as(ctx, 'doctor', { name: '李医生' })).actor.id!;
    const facts = { category: 'implant', minutes: 60, colour: 'red', isOnline: true } as const;
    const kind = await addKind(ctx, { name: '种植二期', ...facts, doctorIds: [other] });
    const doctors = async (kindId?: string) => [
      ...new Set((await findFreeTimes(ctx, { ...day, clinicId, kindId })).items.map((each) => each.doctorId)),
    ];

    expect(kind).toMatchObject({ isOnline: true, doctorIds: [other] });
    expect(await doctors(kind.id)).toEqual([other]);
    expect((await doctors()).sort()).toEqual([doctorId, other].sort());
  });
});
