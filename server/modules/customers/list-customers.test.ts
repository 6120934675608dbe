import { describe, expect, it } from 'vitest';
import type { CreateCustomer, ListCustomers } from '#domain/customers/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, inClinic } from '#tests/support/clinic.ts';
import { addCustomers } from './add-customers.ts';
import { briefCustomers } from './brief-customers.ts';
import { findCustomerIds } from './find-customer-ids.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomers } from './list-customers.ts';
import { setLastVisits } from './set-last-visits.ts';

const names = async (ctx: Context, question: Partial<ListCustomers> = {}) =>
  (await listCustomers(ctx, { page: 1, pageSize: 50, ...question })).items.map((customer) => customer.name);

async function aSmallTown(ctx: Context): Promise<void> {
  const people: Partial<CreateCustomer>[] = [
    { name: '张三', phone: '13123456789', gender: 'male', channelSource: '小红书' },
    { name: '张小明', phone: '0571-88886789' },
    { name: '单雄信', phone: null },
    { name: '王张三丰', phone: null },
    { name: '吕布', phone: null },
    { name: '100%_好', phone: null },
    { name: '𠮷田', phone: null },
  ];
  for (const person of people) await aCustomer(ctx, person);
}

describe('the list of customers', () => {
  it.each([
    { search: '张', found: ['张三', '张小明'] },
    { search: '张三', found: ['王张三丰', '张三'] },
    { search: 'zhangs', found: ['张三'] },
    { search: 'Zhang San', found: ['张三'] },
    { search: 'zs', found: ['张三'] },
    { search: 'sxx', found: ['单雄信'] },
    { search: 'lvbu', found: ['吕布'] },
    { search: '6789', found: ['张三', '张小明'] },
    { search: '0001', found: ['张三'] },
    { search: '13123456789', found: ['张三'] },
    { search: '0086-131-2345-6789', found: ['张三'] },
    { search: '0571 8888 6789', found: ['张小明'] },
    { search: 'c000002', found: ['张小明'] },
    { search: '3', found: ['单雄信'] },
    { search: '%', found: [] },
    { search: '%_', found: ['100%_好'] },
    { search: '𠮷田', found: ['𠮷田'] },
    { search: 'nobody', found: [] },
    { search: '()', found: [] },
  ])('finds $found by $search', ({ search, found }) =>
    inClinic(async (ctx) => {
      await aSmallTown(ctx);
      expect((await names(ctx, { search })).sort()).toEqual([...found].sort());
    }),
  );

  it('stands in the order of the names, a page at a time, with the count of all', () =>
    inClinic(async (ctx) => {
      await aSmallTown(ctx);
      expect(await names(ctx, { search: '' })).toEqual([
        '100%_好',
        '吕布',
        '单雄信',
        '王张三丰',
        '张三',
        '张小明',
        '𠮷田',
      ]);
      const page = await listCustomers(ctx, { page: 2, pageSize: 3 });
      expect(page.total).toBe(7);
      expect(page.items.map((customer) => customer.name)).toEqual(['王张三丰', '张三', '张小明']);
      expect(page.items[1]).toMatchObject({ phone: '131****6789', hasPhone: true });
    }));

  it('gives what a search finds the closest first, page by page, each customer once', () =>
    inClinic(async (ctx) => {
      for (const name of ['张三丰', '王张三', '张三', '王小张三', '阿卜杜·热合曼·张三', '章散', '李张三'])
        await aCustomer(ctx, { name });
      const pages = [];
      for (const page of [1, 2, 3, 4])
        pages.push(await listCustomers(ctx, { search: '张三', page, pageSize: 2 }));
      expect(pages.map(({ items }) => items.map(({ name }) => name))).toEqual([
        ['张三', '张三丰'],
        ['李张三', '王张三'],
        ['王小张三', '阿卜杜·热合曼·张三'],
        [],
      ]);
      expect(pages.map(({ total, andMore }) => [total, andMore])).toEqual([
        [2, true],
        [4, true],
        [6, false],
        [6, false],
      ]);
      expect(await names(ctx, { search: 'zs' })).toEqual(['张三', '章散', '张三丰']);
    }));

  it('is filtered by owner, source, gender and last visit', () =>
    inClinic(async (ctx) => {
      await aSmallTown(ctx);
      const consultant = await as(ctx, 'consultant');
      const owned = await aCustomer(ctx, { name: '周瑜', ownerId: consultant.actor.id });
      await inTransaction(ctx, (ctx) =>
        setLastVisits(ctx, [{ customerId: owned.id, visitedOn: '2026-03-10' }]),
      );

      expect(await names(ctx, { ownerId: consultant.actor.id! })).toEqual(['周瑜']);
      expect(await names(ctx, { channelSource: '小红书' })).toEqual(['张三']);
      expect(await names(ctx, { gender: 'male' })).toEqual(['张三']);
      expect(await names(ctx, { visitedFrom: '2026-03-10', visitedTo: '2026-03-10' })).toEqual(['周瑜']);
      expect(await names(ctx, { visitedFrom: '2026-03-11' })).toEqual([]);
      expect(await names(ctx, { visitedTo: '2026-03-09' })).toEqual([]);
      expect((await getCustomer(ctx, { id: owned.id })).version).toBe(1);
    }));

  it('shows each person the customers of their own clinics', () =>
    inClinic(async (ctx, { clinicId }) => {
      const other = await createClinic(ctx, { name: 'Zhongshan', timezone: 'Asia/Shanghai' });
      const here = await aCustomer(ctx, { name: '张三', clinicId });
      await aCustomer(ctx, { name: '李四', clinicId: other.id });
      const desk = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      const nowhere = await as(ctx, 'front_desk', { clinicIds: [] });

      expect(await names(ctx)).toEqual(['李四', '张三']);
      expect(await names(ctx, { clinicId })).toEqual(['张三']);
      expect(await names({ ...ctx, clinicId: other.id })).toEqual(['李四']);
      expect(await names(desk)).toEqual(['李四']);
      expect(await names(desk, { search: 'zhang' })).toEqual([]);
      expect(await names(nowhere)).toEqual([]);
      await expect(names(desk, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
      await expect(getCustomer(desk, { id: here.id })).rejects.toMatchObject({
        code: 'not-found',
        id: here.id,
      });
    }));

  it('is not for who runs the accounts only, and never shows another organization’s customers', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const admin = await as(ctx, 'admin');
      await expect(names(admin)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(getCustomer(admin, { id: customer.id })).rejects.toMatchObject({ code: 'forbidden' });
      await inClinic(async (elsewhere) => {
        expect(await names(elsewhere)).toEqual([]);
        await expect(getCustomer(elsewhere, { id: customer.id })).rejects.toMatchObject({
          code: 'not-found',
        });
      });
    }));
});

describe('customers for other lists', () => {
  it('are found by a search and told in a line each', () =>
    inClinic(async (ctx) => {
      await aSmallTown(ctx);
      const [id] = await inTransaction(ctx, (ctx) => findCustomerIds(ctx, 'zhangs', null));
      const brief = await inTransaction(ctx, (ctx) => briefCustomers(ctx, [id!, newId()]));
      expect([...brief.values()]).toMatchObject([
        { id, number: 'C000001', name: '张三', gender: 'male', age: null, phone: '131****6789' },
      ]);
      expect(await inTransaction(ctx, (ctx) => findCustomerIds(ctx, 'zhangs', []))).toEqual([]);
    }));

  it('are added by thousands, each number once', () =>
    inClinic(async (ctx, { clinicId }) => {
      const many = Array.from({ length: 4_500 }, (_, index) => ({
        id: newId(),
        clinicId,
        number: `${index}`,
        name: '单雄信',
        phone: '+8613123456789',
        birthYear: 1990,
        lastVisitOn: '2026-03-01',
      }));
      const added = await inTransaction(ctx, (ctx) => addCustomers(ctx, many));
      expect(new Set(added)).toEqual(new Set(many.map((customer) => customer.id)));

      const again = many.map((customer) => ({ ...customer, id: newId() }));
      expect(await inTransaction(ctx, (ctx) => addCustomers(ctx, again))).toEqual([]);
      const found = await listCustomers(ctx, { search: 'shanxiong', page: 1, pageSize: 1 });
      expect(found).toMatchObject({ total: 1, andMore: true });
      expect(await listCustomers(ctx, { page: 1, pageSize: 1 })).toMatchObject({
        total: 4_500,
        andMore: false,
      });
      expect(found.items[0]).toMatchObject({ age: 36, phone: '131****6789', lastVisitOn: '2026-03-01' });
    }));
});
