import { describe, expect, it } from 'vitest';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { listChanges } from '#server/modules/customers/list-changes.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { clockAt } from '#server/platform/clock.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, morning } from '#tests/support/clinic.ts';
import { aCaller, anApp, send } from '#tests/support/http.ts';
import { addPhone } from './add-phone.ts';
import { addProblem } from './add-problem.ts';
import { addRelation } from './add-relation.ts';
import { editProblem } from './edit-problem.ts';
import { findPhoneSharers } from './find-phone-sharers.ts';
import { getRecord } from './get-record.ts';
import { measureCompleteness } from './measure-completeness.ts';
import { removePhone } from './remove-phone.ts';
import { removeRelation } from './remove-relation.ts';
import { setDiscreet } from './set-discreet.ts';

const relation = { kind: 'parent', isGuardian: false, relativeId: null, name: null, phone: null } as const;
const tooth = { area: 'tooth', places: ['36'], finding: '龋齿', visitId: null } as const;

describe('the history of a record', () => {
  it('keeps what each field said, who changed it and when; the timeline names the fields', () =>
    inClinic(async (ctx) => {
      const doctor = await as(ctx, 'doctor', { name: '李医生' });
      const { id } = await aCustomer(ctx, { address: '和平路 1 号' });
      const change = {
        address: '和平路 2 号',
        likes: '喝茶',
        doctorId: doctor.actor.id!,
        phone: '13900005678',
      };
      const { version } = await editCustomer(ctx, { id, version: 1, ...change });
      await editCustomer(ctx, { id, version, address: null });

      const { items } = await listChanges(ctx, { id });
      const told = items.map(({ field, oldValue, newValue }) => [field, oldValue, newValue]);
      expect(told.slice(0, 1)).toEqual([['address', '和平路 2 号', null]]);
      expect(told.slice(1).sort()).toEqual([
        ['address', '和平路 1 号', '和平路 2 号'],
        ['doctorId', null, '李医生'],
        ['likes', null, '喝茶'],
        ['phone', '138****1234', '139****5678'],
      ]);
      expect(items[0]).toMatchObject({ at: ctx.now, byName: 'Owner' });
      expect((await listChanges(ctx, { id, field: 'likes' })).items).toHaveLength(1);

      const timeline = await listTimeline(ctx, { customerId: id, kind: 'edited' });
      const [latest, ...before] = timeline.items.map(({ facts }) => facts['fields']);
      expect(latest).toEqual(['address']);
      // Who answers for a customer changes by a door of its own, and stands for itself.
      expect(before).toHaveLength(2);
      expect(before).toEqual(expect.arrayContaining([['doctorId'], ['address', 'likes', 'phone']]));
    }));

  it('shows social influence to nobody at the front desk, and lets nobody there write it', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const edited = await editCustomer(ctx, {
        id,
        version: 1,
        hasInfluence: true,
        influenceNote: '本地博主',
      });
      expect(edited).toMatchObject({ hasInfluence: true, influenceNote: '本地博主' });
      const desk = await as(ctx, 'front_desk');
      expect(await editCustomer(desk, { id, version: 2, likes: '茶' })).toMatchObject({
        hasInfluence: null,
        influenceNote: null,
      });
      expect((await listChanges(desk, { id })).items.map(({ field }) => field)).toEqual(['likes']);
      const { items } = await listTimeline(desk, { customerId: id, kind: 'edited' });
      expect(items.map(({ facts }) => facts['fields'])).toEqual([['likes']]);
      await expect(editCustomer(desk, { id, version: 3, hasInfluence: false })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }));

  it('refuses the customer as their own referrer', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await expect(editCustomer(ctx, { id, version: 1, referrerId: id })).rejects.toMatchObject({
        details: [{ path: 'referrerId', code: 'is-the-customer' }],
      });
    }));
});

describe('the people of a record', () => {
  it('are told on both records, each from its side, and a child lacks a guardian until there is one', () =>
    inClinic(async (ctx) => {
      const mother = await aCustomer(ctx, { name: '王芳' });
      const child = await aCustomer(ctx, { name: '王小明', birthday: '2018-05-01' });
      expect((await getRecord(ctx, { id: child.id })).warnings).toEqual(['minor-without-guardian']);
      const guardian = { ...relation, isGuardian: true, relativeId: mother.id };
      const { id } = await addRelation(ctx, { ...guardian, id: child.id });

      const [ofChild] = (await getRecord(ctx, { id: child.id })).relations;
      expect(ofChild).toMatchObject({
        kind: 'parent',
        isGuardian: true,
        name: '王芳',
        customerId: mother.id,
      });
      const [ofMother] = (await getRecord(ctx, { id: mother.id })).relations;
      expect(ofMother).toMatchObject({
        kind: 'child',
        isGuardian: false,
        name: '王小明',
        isFromOtherSide: true,
      });
      expect((await getRecord(ctx, { id: child.id })).warnings).toEqual([]);
      await expect(addRelation(ctx, { ...guardian, id: child.id })).rejects.toMatchObject({
        code: 'already-related',
      });
      await expect(
        addRelation(ctx, { ...relation, kind: 'child', relativeId: child.id, id: mother.id }),
      ).rejects.toMatchObject({ code: 'already-related' });

      await removeRelation(ctx, { id: child.id, relationId: id });
      expect((await getRecord(ctx, { id: mother.id })).relations).toEqual([]);
      expect((await auditTrail(ctx)).map(({ action }) => action).slice(-2)).toEqual([
        'relation.added',
        'relation.removed',
      ]);
    }));

  it('may be no customers, with a phone that is masked', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await addRelation(ctx, { ...relation, id, name: '老张', phone: '139 0000 5678' });
      expect((await getRecord(ctx, { id })).relations).toMatchObject([
        { name: '老张', phone: '139****5678', customerId: null },
      ]);
      await expect(addRelation(ctx, { ...relation, id, name: '谁', phone: '12' })).rejects.toMatchObject({
        details: [{ path: 'phone', code: 'not-a-phone' }],
      });
    }));

  it('share a phone, and of a clinic one does not see not even the name is told', () =>
    inClinic(async (ctx, { clinicId }) => {
      const phone = '13800001234';
      const father = await aCustomer(ctx, { name: '张父', phone });
      const son = await aCustomer(ctx, { name: '张子', phone });
      const hillside = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      await aCustomer(ctx, { name: '外院', clinicId: hillside.id, phone });
      const other = await aCustomer(ctx, { name: '第二号码', phone: '13700000001', clinicId });
      const added = await addPhone(ctx, { id: other.id, phone: '138-0000-1234', label: '家里' });

      const desk = await as(ctx, 'front_desk', { clinicIds: [clinicId] });
      const shared = await findPhoneSharers(desk, { phone: '13800001234' });
      expect(shared.items.map(({ name }) => name).sort()).toEqual(['张子', '张父', '第二号码'].sort());
      expect(shared.elsewhere).toBe(1);
      const { samePhone } = await getRecord(desk, { id: father.id });
      expect(samePhone.items.map(({ name }) => name)).toContain('张子');
      expect(samePhone.items.map(({ id }) => id)).not.toContain(father.id);
      expect(await findPhoneSharers(desk, { phone: '138' })).toEqual({ items: [], elsewhere: 0 });

      const record = await getRecord(ctx, { id: other.id });
      expect(record.phones).toEqual([{ id: added.id, phone: '138****1234', label: '家里' }]);
      await expect(addPhone(ctx, { id: son.id, phone: '13800001234', label: null })).rejects.toMatchObject({
        code: 'phone-known',
      });
      await removePhone(ctx, { id: other.id, phoneId: added.id });
      expect((await getRecord(ctx, { id: other.id })).phones).toEqual([]);
      const { items } = await listChanges(ctx, { id: other.id, field: 'phones' });
      expect(items.map(({ oldValue, newValue }) => [oldValue, newValue])).toEqual([
        ['138****1234', null],
        [null, '138****1234'],
      ]);
    }));

  it('are found by who referred them', () =>
    inClinic(async (ctx) => {
      const referrer = await aCustomer(ctx, { name: '老客户' });
      const { id } = await aCustomer(ctx, { name: '新客户', referrerId: referrer.id });
      const app = await anApp(clockAt(morning));
      const owner = await aCaller(ctx, clockAt(morning), 'owner');
      const answer = await send(app, `/customers/${id}/record`, { as: owner });
      expect(answer.json(), answer.body).toMatchObject({ referrer: { name: '老客户' }, referred: [] });
      expect((await getRecord(ctx, { id: referrer.id })).referred).toMatchObject([{ name: '新客户' }]);
    }));
});

describe('a latent problem', () => {
  it('is found, treated and found again, with a version for every edit', () =>
    inClinic(async (ctx) => {
      const nurse = await as(ctx, 'nurse', { name: '小周' });
      const { id } = await aCustomer(ctx);
      const found = await addProblem(nurse, { ...tooth, id, places: ['36', '37', '36'] });
      expect(found).toMatchObject({ places: ['36', '37'], state: 'open', foundOn: '2026-03-12' });
      expect(found).toMatchObject({ foundByName: '小周', treatedOn: null });
      const of = { id, problemId: found.id };
      const treated = await editProblem(ctx, { ...of, version: 1, state: 'treated' });
      expect(treated).toMatchObject({ state: 'treated', treatedOn: '2026-03-12', version: 2 });
      await expect(editProblem(ctx, { ...of, version: 1, finding: '残根' })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect(await editProblem(ctx, { ...of, version: 2, state: 'open' })).toMatchObject({ treatedOn: null });
    }));

  it('is on a tooth that there is, and was not found tomorrow nor treated before it was found', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await expect(
        addProblem(ctx, { ...tooth, places: ['36'], id, foundOn: '2026-03-13' }),
      ).rejects.toMatchObject({
        details: [{ path: 'foundOn', code: 'in-the-future' }],
      });
      const found = await addProblem(ctx, { ...tooth, places: ['36'], id });
      const of = { id, problemId: found.id, version: 1 };
      await expect(editProblem(ctx, { ...of, places: ['nose'] })).rejects.toMatchObject({ code: 'invalid' });
      await expect(
        editProblem(ctx, { ...of, state: 'treated', treatedOn: '2026-03-11' }),
      ).rejects.toMatchObject({ details: [{ path: 'treatedOn', code: 'before-it-was-found' }] });
    }));
});

describe('the discreet-contact wishes', () => {
  const profile: DiscreetProfile = {
    mayPickUp: ['丈夫'],
    safeHours: [{ days: [1, 2, 3, 4, 5], from: '12:00', to: '13:30' }],
    callerAlias: '美容顾问小林',
    neverSay: ['鼻综合'],
    mayNameTreatments: false,
    mayJoinGroups: false,
  };

  it('are kept, edited on their version, and taken back; the history tells that, not what', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      expect((await setDiscreet(ctx, { id, version: 0, profile })).discreet).toMatchObject({
        profile,
        version: 1,
        updatedByName: 'Owner',
      });
      await expect(setDiscreet(ctx, { id, version: 0, profile })).rejects.toMatchObject({
        code: 'stale-version',
      });
      await setDiscreet(ctx, { id, version: 1, profile: null });
      expect(await getRecord(ctx, { id })).toMatchObject({ discreet: null, discreetVersion: 0 });
      const { items } = await listChanges(ctx, { id, field: 'discreet' });
      expect(items).toHaveLength(2);
      expect(JSON.stringify(items)).not.toContain('丈夫');
      expect((await auditTrail(ctx)).slice(-2).map(({ action }) => action)).toEqual([
        'discreet.set',
        'discreet.removed',
      ]);
    }));

  it('are refused to who may not, and to who does not see the customer', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await expect(setDiscreet(await as(ctx, 'admin'), { id, version: 0, profile })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await inClinic(async (elsewhere) => {
        await expect(setDiscreet(elsewhere, { id, version: 0, profile })).rejects.toMatchObject({
          code: 'not-found',
        });
        await expect(getRecord(elsewhere, { id })).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});

describe('how complete a record is', () => {
  it('rises with what becomes known, and names what is missing, the weightiest first', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { channelSource: '美团' });
      const before = (await getRecord(ctx, { id })).completeness;
      expect(before.missing).toEqual(['birthday', 'gender', 'address', 'owner']);
      await editCustomer(ctx, { id, version: 1, birthday: '1990-01-01', gender: 'female' });
      const after = (await getRecord(ctx, { id })).completeness;
      expect(after.missing).toEqual(['address', 'owner']);
      expect(after.score).toBeGreaterThan(before.score);
    }));

  it('asks more of grades A and B, and of photos only where there was a visit', () =>
    inClinic(async (ctx) => {
      const customer = { ...(await aCustomer(ctx)), grade: 'A' as const };
      const kept = { relations: [], problems: [], photos: [] };
      const missing = () =>
        inTransaction(ctx, async (ctx) => (await measureCompleteness(ctx, customer, kept)).missing);
      expect(await missing()).toEqual(expect.arrayContaining(['likes', 'wechat', 'next-followup']));
      expect(await missing()).not.toContain('photos');
      await aClosedVisit(ctx, { customer });
      expect(await missing()).toEqual(
        expect.arrayContaining(['photos', 'latent-problems', 'chief-complaints']),
      );
      expect(await missing()).not.toContain('next-followup');
    }));
});
