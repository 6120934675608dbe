import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import type { Received } from '#domain/reception/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { saveDeskRules } from '#server/modules/appointments/edit-places.ts';
import { giveConsent } from '#server/modules/consents/give-consent.ts';
import { noteWarning } from '#server/modules/records/note-warning.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { changeDoctor, readNotice, writeWishes } from './change-doctor.ts';
import { moveStage } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';
import { sayWord } from './say-word.ts';
import { showBoard } from './show-board.ts';
import { suggestDoctor } from './suggest-doctor.ts';

const keys = keysFrom(Buffer.alloc(32, 2));

interface House {
  desk: Context;
  wang: Context;
  li: Context;
  clinicId: string;
}

async function aHouse(ctx: Context, clinicId: string): Promise<House> {
  const desk = await as(ctx, 'front_desk');
  return {
    desk,
    wang: await as(ctx, 'doctor', { name: '王' }),
    li: await as(ctx, 'doctor', { name: '李' }),
    clinicId,
  };
}

async function arrival(
  { desk, clinicId }: House,
  facts: { doctorId?: string; chiefComplaint?: string } = {},
) {
  const { id: customerId } = await aCustomer(desk, { taboos: '青霉素过敏' });
  return receiveCustomer(desk, { customerId, clinicId, ...facts });
}
const cardOf = async ({ desk, clinicId }: House, { visitId }: Received) =>
  (await showBoard(desk, { clinicId })).cards.find(({ id }) => id === visitId)!;

describe('the card of who is here', () => {
  it('says that consent is to be asked anew from the 14th birthday on, and no more once they have said it', () =>
    inClinic(async (ctx, { clinicId }) => {
      const house = await aHouse(ctx, clinicId);
      const { id: customerId } = await aCustomer(house.desk, { birthday: '2012-03-12' });
      const yes = { purpose: 'care', channel: null, way: 'paper', evidence: '纸质同意书' } as const;
      const mother = { guardianName: '李母', guardianRelation: '母亲' };
      await giveConsent(
        later(ctx, addMinutes(ctx.now, -24 * 60)),
        { ...yes, ...mother, id: customerId },
        keys,
      );

      const received = await receiveCustomer(house.desk, { customerId, clinicId });
      expect(await cardOf(house, received)).toMatchObject({ isMinor: true, asksConsent: true });

      await giveConsent(ctx, { ...yes, guardianName: null, guardianRelation: null, id: customerId }, keys);
      expect(await cardOf(house, received)).toMatchObject({ asksConsent: false });
    }));
});

describe('who sees whom', () => {
  it('is suggested by complaint, specialities and today’s load, and says why', () =>
    inClinic(async (ctx, { clinicId }) => {
      const house = await aHouse(ctx, clinicId);
      const { desk, wang, li } = house;
      const specialities = [{ doctorId: li.actor.id!, areas: ['implant' as const] }];
      await saveDeskRules(ctx, { id: clinicId, version: 0, rules: { ...standardDeskRules, specialities } });
      await arrival(house, { doctorId: li.actor.id! });

      const { visitId } = await arrival(house, { chiefComplaint: '想种牙' });
      const triage = await suggestDoctor(desk, { visitId });

      expect(triage).toMatchObject({ area: 'implant', by: 'word', word: '种牙' });
      expect(triage.doctors.map(({ id, minutesAhead }) => [id, minutesAhead])).toEqual([
        [li.actor.id, 30],
        [wang.actor.id, 0],
      ]);
      expect(triage.doctors[0]!.reasons.map(({ code }) => code)).toEqual(['speciality', 'load']);
    }));

  it('changes with a reason, which is on record; the new doctor has read nothing yet', () =>
    inClinic(async (ctx, { clinicId }) => {
      const house = await aHouse(ctx, clinicId);
      const { desk, wang, li } = house;
      const received = await arrival(house, { doctorId: wang.actor.id! });
      const { visitId } = received;
      const read = await readNotice(wang, { visitId, version: received.version });
      expect(read).toMatchObject({ readAt: ctx.now, readByName: '王' });

      const to = { visitId, version: read.version, doctorId: li.actor.id! };
      await expect(changeDoctor(desk, { ...to, reason: null })).rejects.toMatchObject({
        code: 'reason-missing',
      });
      const changed = await changeDoctor(desk, { ...to, reason: '客户要求' });
      expect(changed).toMatchObject({ doctorName: '李', doctorReason: '客户要求', readAt: null });
      await expect(
        changeDoctor(desk, { ...to, version: changed.version, reason: '又一次' }),
      ).rejects.toMatchObject({ code: 'same-doctor' });
      await expect(
        changeDoctor(desk, { ...to, version: changed.version, doctorId: desk.actor.id!, reason: '前台' }),
      ).rejects.toMatchObject({ code: 'not-found', subject: 'doctor' });
      await expect(changeDoctor(desk, { ...to, reason: '旧的看板' })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'visit.doctor-changed',
        actorId: desk.actor.id,
      });
    }));

  it('is told of allergies, channel and class before they walk in, and of wishes anew', () =>
    inClinic(async (ctx, { clinicId }) => {
      const house = await aHouse(ctx, clinicId);
      const received = await arrival(house, { doctorId: house.wang.actor.id! });
      const { visitId } = received;
      expect(await cardOf(house, received)).toMatchObject({
        ...{ warnings: [{ kind: 'other', words: '青霉素过敏' }], channelSource: '朋友介绍', readAt: null },
      });
      const read = await readNotice(house.wang, { visitId, version: received.version });
      const written = await writeWishes(house.desk, { visitId, version: read.version, wishes: '赶飞机' });
      expect(written).toMatchObject({ wishes: '赶飞机', readAt: null });

      await readNotice(house.wang, { visitId, version: written.version });
      const latex = { kind: 'allergy', words: '乳胶手套' } as const;
      await noteWarning(house.desk, { id: received.customerId, ...latex });
      await settled(ctx);
      // What was not known when it was read is read again.
      expect(await cardOf(house, received)).toMatchObject({
        ...{ warnings: [latex, { words: '青霉素过敏' }], readAt: null },
      });
    }));
});

describe('a word to who waits', () => {
  it('is kept with what was predicted and, once they are in the chair, what it really was', () =>
    inClinic(async (ctx, { clinicId }) => {
      const house = await aHouse(ctx, clinicId);
      const before = await arrival(house, { doctorId: house.wang.actor.id! });
      const { visitId } = await arrival(house, { doctorId: house.wang.actor.id! });
      const at = (minutes: number) => later(house.desk, addMinutes(ctx.now, minutes));
      await moveStage(at(0), { visitId: before.visitId, to: 'in-treatment' });

      await sayWord(at(5), { visitId, toldMinutes: 20 });
      await moveStage(at(35), { visitId, to: 'in-treatment' });

      const board = await showBoard(house.desk, { clinicId });
      expect(board.words).toMatchObject([
        { visitId, at: addMinutes(ctx.now, 5), toldMinutes: 20, predictedMinutes: 25, actualMinutes: 30 },
      ]);
      expect(board.cards.find(({ id }) => id === visitId)).toMatchObject({
        ...{ lastWordAt: addMinutes(ctx.now, 5), lastToldMinutes: 20 },
      });
      await expect(sayWord(at(36), { visitId, toldMinutes: null })).rejects.toMatchObject({
        code: 'not-waiting',
      });
      await inClinic(async (elsewhere) =>
        expect(sayWord(elsewhere, { visitId, toldMinutes: null })).rejects.toMatchObject({
          code: 'not-found',
        }),
      );
    }));
});
