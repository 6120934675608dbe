import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { addCustomers } from '#server/modules/customers/add-customers.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { dismissDuplicate, reopenDuplicate } from './dismiss-duplicate.ts';
import { findAlike } from './find-alike.ts';
import { listDuplicates } from './list-duplicates.ts';
import { lookForDuplicates } from './look-for-duplicates.ts';
import { mergeCustomers } from './merge-customers.ts';
import { undoMerge } from './undo-merge.ts';

const phone = '13800001234';

async function suggested(ctx: Context, state: 'open' | 'dismissed' = 'open') {
  const { items } = await listDuplicates(ctx, { state, page: 1, pageSize: 50 });
  return items;
}

const names = (pairs: Awaited<ReturnType<typeof suggested>>) =>
  pairs.map(({ a, b }) => [a.name, b.name].sort().join(' '));

describe('the look for duplicates', () => {
  it('puts before a person who may be one, says why, and merges nobody', () =>
    inClinic(async (ctx) => {
      await aCustomer(ctx, { name: '张敏', phone: '13800000101', birthday: '1990-05-12' });
      await aCustomer(ctx, { name: '章敏', phone: '13900000202', birthday: '1990-05-12' });
      await aCustomer(ctx, { name: '王磊', phone: '13700000303', birthday: '1971-01-30' });

      await lookForDuplicates(ctx);

      const [pair, ...others] = await suggested(ctx);
      expect(others).toEqual([]);
      expect(pair).toMatchObject({ state: 'open', differs: ['name', 'phone'] });
      expect(pair!.reasons.map(({ code }) => code)).toEqual(['name-sounds-same', 'birthday-same']);
      expect([pair!.a.values.phone, pair!.b.values.phone].sort()).toEqual(['138****0101', '139****0202']);
      expect((await auditTrail(ctx)).map(({ action }) => action)).not.toContain('customer.merged');
    }));

  it('suggests a family on one phone once; dismissed with its reason, it does not come back', () =>
    inClinic(async (ctx) => {
      await aCustomer(ctx, { name: '王建国', phone: '13800000101' });
      const child = await aCustomer(ctx, { name: '王小宝', phone: '13800000101' });
      await lookForDuplicates(ctx);
      const [pair] = await suggested(ctx);
      expect(pair).toMatchObject({ isLikely: false });

      await dismissDuplicate(ctx, { id: pair!.id, reason: '一家人共用电话' });
      const evening = later(ctx, addMinutes(ctx.now, 600));
      await editCustomer(evening, { id: child.id, version: child.version, notes: '怕疼' });
      await lookForDuplicates(evening);

      expect(await suggested(evening)).toEqual([]);
      expect(await suggested(evening, 'dismissed')).toMatchObject([{ dismissReason: '一家人共用电话' }]);
      await expect(dismissDuplicate(ctx, { id: pair!.id, reason: '再来' })).rejects.toMatchObject({
        code: 'already-decided',
      });
      await reopenDuplicate(evening, { id: pair!.id });
      expect(await suggested(evening)).toHaveLength(1);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['duplicate.dismissed', 'duplicate.reopened']),
      );
    }));

  it('looks again at what was changed: finds new pairs and drops those that are none any more', () =>
    inClinic(async (ctx) => {
      const one = await aCustomer(ctx, { name: '王建国', phone: '13800000101' });
      await aCustomer(ctx, { name: '李静', phone: '13900000202' });
      await aCustomer(ctx, { name: '赵云', phone: '13800000101' });
      await lookForDuplicates(ctx);
      expect(names(await suggested(ctx))).toEqual(['王建国 赵云']);

      const evening = later(ctx, addMinutes(ctx.now, 600));
      await editCustomer(evening, { id: one.id, version: one.version, phone: '13900000202' });
      await lookForDuplicates(evening);
      expect(names(await suggested(evening))).toEqual(['李静 王建国']);
    }));

  it('no longer asks about a pair that was merged, and asks again when that is taken back', () =>
    inClinic(async (ctx) => {
      const keep = await aCustomer(ctx, { phone });
      const gone = await aCustomer(ctx, { phone });
      await lookForDuplicates(ctx);
      expect(await suggested(ctx)).toHaveLength(1);
      const pair = { keepId: keep.id, keepVersion: 1, goneId: gone.id, goneVersion: 1 };
      const merge = await mergeCustomers(ctx, { ...pair, fields: {} });
      const evening = later(ctx, addMinutes(ctx.now, 600));
      await lookForDuplicates(evening);
      expect(await suggested(evening)).toEqual([]);
      await undoMerge(evening, merge);
      expect(await suggested(evening)).toHaveLength(1);
    }));

  it('finds a twin among many thousand', () =>
    inClinic(async (ctx, clinic) => {
      const families = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'];
      const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
      const customers = Array.from({ length: 20_000 }, (_, index) => ({
        id: newId(),
        clinicId: clinic.clinicId,
        number: `N${index}`,
        name: `${families[index % 20]}${given[Math.floor(index / 20) % 20]}${given[Math.floor(index / 400) % 20]}`,
        phone: `+861${3_000_000_000 + index}`,
        birthday: `${1950 + (index % 61)}-0${1 + (index % 9)}-${10 + (index % 17)}`,
      }));
      await inTransaction(ctx, (ctx) => addCustomers(ctx, customers));
      const twin = { ...customers[0]!, id: newId(), number: 'twin' };
      await inTransaction(ctx, (ctx) => addCustomers(ctx, [twin]));
      await lookForDuplicates(ctx);
      const likely = (await suggested(ctx)).find(({ a, b }) => [a.id, b.id].includes(twin.id));
      expect(likely).toMatchObject({ isLikely: true });
    }));

  it('is read by who reviews, of pairs whose clinics they see both', () =>
    inClinic(async (ctx, clinic) => {
      const second = await createClinic(ctx, { name: '城东门诊', timezone: 'Asia/Shanghai' });
      await aCustomer(ctx, { phone });
      await aCustomer(ctx, { phone, clinicId: second.id });
      await lookForDuplicates(ctx);
      expect(await suggested(ctx)).toHaveLength(1);
      expect(await suggested(await as(ctx, 'front_desk', { clinicIds: [clinic.clinicId] }))).toEqual([]);
      await expect(suggested(await as(ctx, 'cs_agent'))).rejects.toMatchObject({ code: 'forbidden' });
    }));
});

describe('typing a new customer', () => {
  it('hints at who has a record already, by phone, name or sound, with the phone masked', () =>
    inClinic(async (ctx, clinic) => {
      const known = await aCustomer(ctx, { name: '张敏', phone: '13800000101', birthday: '1990-05-12' });
      await aCustomer(ctx, { name: '王磊', phone: '13700000303' });
      const hinted = async (typed: object) => (await findAlike(ctx, typed)).items.map(({ id }) => id);

      expect(await hinted({ name: '张敏' })).toEqual([known.id]);
      expect(await hinted({ name: '章敏', birthday: '1990-05-12' })).toEqual([known.id]);
      expect(await hinted({ name: '小李', phone: '138 0000 0101' })).toEqual([known.id]);
      expect(await hinted({ name: '张', phone: '138' })).toEqual([]);
      expect(await hinted({})).toEqual([]);
      const { items } = await findAlike(ctx, { name: '张敏' });
      expect(items[0]).toMatchObject({ phone: '138****0101', clinicId: clinic.clinicId });
    }));

  it('hints at nobody of a clinic one does not see, and at five at most', () =>
    inClinic(async (ctx, clinic) => {
      const second = await createClinic(ctx, { name: '城东门诊', timezone: 'Asia/Shanghai' });
      await aCustomer(ctx, { clinicId: second.id });
      const desk = await as(ctx, 'front_desk', { clinicIds: [clinic.clinicId] });
      expect((await findAlike(desk, { name: '张三' })).items).toEqual([]);
      for (let index = 0; index < 6; index++) await aCustomer(ctx);
      expect((await findAlike(ctx, { name: '张三' })).items).toHaveLength(5);
    }));
});
