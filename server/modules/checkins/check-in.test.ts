import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { doorLimits } from '#domain/checkins/check-in.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { createLink } from '#server/modules/links/create-link.ts';
import { addRelation } from '#server/modules/records/add-relation.ts';
import { showBoard } from '#server/modules/reception/show-board.ts';
import { aPhone as aPhoneOf } from '#tests/support/a-phone.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { checkIn, checkInByLink, openDoor } from './check-in.ts';
import { forgetDoorCalls, listDoorCalls, noteDoorCallSeen } from './list-door-calls.ts';
import { getPoster, renewPoster } from './renew-poster.ts';

const seeTheDesk = { number: null };
let addresses = 0;

/** Somebody at a telephone of their own network. */
const aPhone = (ctx: Context): PublicContext => {
  const house = aPhoneOf(ctx);
  const ip = `2001:db8:${(addresses += 1).toString(16)}:${newId().slice(0, 4)}::1`;
  return { ...house, dataDir: tmpdir(), exchange: { ...house.exchange, ip } };
};

async function aDoor(ctx: Context, clinicId: string): Promise<string> {
  return (await getPoster(ctx, { id: clinicId })).path.slice('/i/'.length);
}

async function awaited(
  ctx: Context,
  clinicId: string,
  facts: Parameters<typeof aCustomer>[1] = {},
  startsAt: Instant = addHours(ctx.now, 1),
) {
  const { id: customerId } = await aCustomer(ctx, { name: '张三', phone: '13800001234', ...facts });
  const booking = { customerId, clinicId, startsAt, minutes: 30 };
  const { id: appointmentId } = await bookAppointment(ctx, BookAppointment.parse(booking));
  return { customerId, appointmentId };
}
const zhang = { name: '张女士', digits: '1234' };

describe('checking in at the door', () => {
  it('puts who is awaited on the board, marked as by themselves; a second scan changes nothing', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = await aDoor(ctx, clinicId);
      const { appointmentId } = await awaited(ctx, clinicId);
      expect(await openDoor(aPhone(ctx), { place })).toEqual({ clinicName: 'Riverside' });

      expect(await checkIn(aPhone(ctx), { place, ...zhang })).toEqual({ number: 1 });
      expect(await checkIn(aPhone(ctx), { place, ...zhang })).toEqual({ number: 1 });
      expect((await showBoard(ctx, { clinicId })).cards).toMatchObject([
        { appointmentId, stage: 'arrived', number: 1, isSelf: true, receivedByName: null },
      ]);
      expect((await listDoorCalls(ctx, { clinicId })).items).toEqual([]);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'customer.received', actorId: null });
    }));

  it('knows a child by the telephone of its guardian', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = await aDoor(ctx, clinicId);
      const child = await awaited(ctx, clinicId, { name: '李小宝', phone: null, birthday: '2019-05-01' });
      await addRelation(ctx, {
        ...{ id: child.customerId, kind: 'parent', isGuardian: true, relativeId: null },
        ...{ name: '李大宝', phone: '13900005678' },
      });
      expect(await checkIn(aPhone(ctx), { place, name: '李', digits: '5678' })).toEqual({ number: 1 });
    }));

  it('says the same to everybody it cannot place, and tells the desk', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = await aDoor(ctx, clinicId);
      await aCustomer(ctx, { name: '李四', phone: '13800004444' });
      await awaited(ctx, clinicId, { name: '王五', phone: '13800005555' }, addHours(ctx.now, 48));
      await awaited(ctx, clinicId, { name: '赵大', phone: '13800006666' });
      await awaited(ctx, clinicId, { name: '赵二', phone: '13800006666' });
      // A first visitor of whom nobody knows what brought them: the desk asks.
      await awaited(ctx, clinicId, { name: '孙六', phone: '13800007777', channelSource: null });
      const nobody = [
        { name: '陌生', digits: '0000' },
        { name: '李', digits: '4444' },
        { name: '王', digits: '5555' },
        { name: '赵', digits: '6666' },
        { name: '孙', digits: '7777' },
      ];
      for (const said of nobody) expect(await checkIn(aPhone(ctx), { place, ...said })).toEqual(seeTheDesk);
      const { items } = await listDoorCalls(ctx, { clinicId });
      expect(items.map(({ name, digits }) => ({ name, digits }))).toEqual(nobody);

      await noteDoorCallSeen(ctx, { id: items[0]!.id });
      expect((await listDoorCalls(ctx, { clinicId })).items).toHaveLength(nobody.length - 1);
      await inClinic(async (elsewhere) => {
        expect((await listDoorCalls(elsewhere, { clinicId })).items).toEqual([]);
        await expect(noteDoorCallSeen(elsewhere, { id: items[1]!.id })).rejects.toMatchObject({
          code: 'not-found',
        });
      });
      await forgetDoorCalls({ ...later(ctx, addHours(ctx.now, 25)), actor: system });
      expect((await listDoorCalls(ctx, { clinicId })).items).toEqual([]);
    }));

  it('looks for nobody any more after too many wrong words, be they then right', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = await aDoor(ctx, clinicId);
      await awaited(ctx, clinicId);
      const one = aPhone(ctx);
      const guess = (house: PublicContext, digits: number) =>
        checkIn(house, { place, name: '张', digits: String(digits) });
      for (let tries = 0; tries < doorLimits.ofAddress; tries += 1)
        expect(await guess(one, 2000 + tries)).toEqual(seeTheDesk);
      expect(await checkIn(one, { place, ...zhang })).toEqual(seeTheDesk);
      // The desk's list does not grow by what is not looked at.
      expect((await listDoorCalls(ctx, { clinicId })).items).toHaveLength(doorLimits.ofAddress);
      // Another household is not held up; this one comes in again after its ten minutes.
      expect(await guess(aPhone(ctx), 1234)).toEqual({ number: 1 });
      const after = later(ctx, addMinutes(ctx.now, doorLimits.ofAddressMinutes));
      expect(await checkIn({ ...aPhone(after), exchange: one.exchange }, { place, ...zhang })).toEqual({
        number: 1,
      });
    }));

  it('opens nothing by a code that was taken down, made up, or of another organization', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = await aDoor(ctx, clinicId);
      await awaited(ctx, clinicId);
      const renewed = await renewPoster(ctx, { id: clinicId });
      const gone = { code: 'not-found', subject: 'check-in' };
      for (const wrong of [place, `${place.slice(0, 4)}${'x'.repeat(16)}`, 'x', newId()]) {
        await expect(openDoor(aPhone(ctx), { place: wrong })).rejects.toMatchObject(gone);
        await expect(checkIn(aPhone(ctx), { place: wrong, ...zhang })).rejects.toMatchObject(gone);
      }
      expect(await checkIn(aPhone(ctx), { place: renewed.path.slice('/i/'.length), ...zhang })).toEqual({
        number: 1,
      });
      expect(await auditTrail(ctx)).toContainEqual({
        ...{ action: 'check-in-poster.renewed', actorId: ctx.actor.id },
      });
      await inClinic(async (elsewhere) => {
        const missing = { code: 'not-found', subject: 'clinic' };
        await expect(getPoster(elsewhere, { id: clinicId })).rejects.toMatchObject(missing);
        await expect(renewPoster(elsewhere, { id: clinicId })).rejects.toMatchObject(missing);
      });
    }));

  it('goes by no link but that of an appointment that was asked about', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { customerId, appointmentId } = await awaited(ctx, clinicId);
      const { path } = await inTransaction(ctx, (ctx) =>
        createLink(ctx, { customerId, purpose: 'appointment', subjectId: appointmentId }),
      );
      await expect(checkInByLink(aPhone(ctx), { token: path.slice('/c/'.length) })).rejects.toMatchObject({
        code: 'not-found',
        subject: 'link',
      });
    }));
});
