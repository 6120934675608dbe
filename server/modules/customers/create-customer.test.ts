import { describe, expect, it } from 'vitest';
import type { CreateCustomer } from '#domain/customers/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { disableStaff } from '#server/modules/staff/edit-staff.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { addCustomers } from './add-customers.ts';
import { createCustomer } from './create-customer.ts';
import { listCustomers } from './list-customers.ts';

const facts = (clinicId: string, more: Partial<CreateCustomer> = {}): CreateCustomer => ({
  name: '单雄信',
  gender: 'male',
  birthday: '1990-03-13',
  phone: '+86 131 2345 6789',
  address: '西湖区文三路 1 号',
  occupation: '教师',
  channelSource: '小红书',
  notes: '怕疼',
  clinicId,
  ownerId: null,
  ...more,
});

const howMany = async (ctx: Context) => (await listCustomers(ctx, { page: 1, pageSize: 1 })).total;

describe('creating a customer', () => {
  it('keeps what was said, gives the next chart number, masks the phone, and is on record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const consultant = await as(ctx, 'consultant', { name: '顾问小林' });

      const first = await createCustomer(consultant, facts(clinicId, { ownerId: consultant.actor.id }));
      const second = await createCustomer(consultant, facts(clinicId));

      expect(first).toMatchObject({
        number: 'C000001',
        name: '单雄信',
        gender: 'male',
        birthday: '1990-03-13',
        age: 35,
        phone: '131****6789',
        hasPhone: true,
        notes: '怕疼',
        ownerName: '顾问小林',
        refusesContact: false,
        lastVisitOn: null,
        createdAt: ctx.now,
        version: 1,
      });
      expect(second.number).toBe('C000002');
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'customer.created',
        actorId: consultant.actor.id,
      });
    }));

  it('counts on from the numbers that imported charts brought', () =>
    inClinic(async (ctx, { clinicId }) => {
      const imported = ['C000001', 'C000041', 'C1', 'c000099', 'X7'];
      await inTransaction(ctx, (ctx) =>
        addCustomers(
          ctx,
          imported.map((number) => ({ id: newId(), clinicId, number, name: number })),
        ),
      );
      expect((await createCustomer(ctx, facts(clinicId))).number).toBe('C000042');
      expect((await createCustomer(ctx, facts(clinicId))).number).toBe('C000043');
    }));

  it('never gives one number to two who are entered at once', () =>
    inClinic(async (ctx, { clinicId }) => {
      const made = await Promise.all([1, 2, 3, 4].map(() => createCustomer(ctx, facts(clinicId))));
      expect(new Set(made.map((customer) => customer.number)).size).toBe(4);
    }));

  it('lets two customers share a phone, and one have none', () =>
    inClinic(async (ctx, { clinicId }) => {
      await createCustomer(ctx, facts(clinicId));
      await expect(createCustomer(ctx, facts(clinicId, { name: '女儿' }))).resolves.toMatchObject({
        hasPhone: true,
      });
      await expect(createCustomer(ctx, facts(clinicId, { phone: null }))).resolves.toMatchObject({
        phone: null,
        hasPhone: false,
      });
    }));

  it.each([
    {
      flaw: 'a phone that is none',
      more: { phone: '11111111111' },
      details: [{ path: 'phone', code: 'not-a-phone' }],
    },
    {
      flaw: 'a birthday still to come',
      more: { birthday: '2026-03-13' },
      details: [{ path: 'birthday', code: 'in-the-future' }],
    },
  ])('refuses $flaw and leaves nothing behind', ({ more, details }) =>
    inClinic(async (ctx, { clinicId }) => {
      await expect(createCustomer(ctx, facts(clinicId, more))).rejects.toMatchObject({
        code: 'invalid',
        details,
      });
      expect(await howMany(ctx)).toBe(0);
    }),
  );

  it('refuses an owner who is not there, or no longer', () =>
    inClinic(async (ctx, { clinicId }) => {
      const gone = await as(ctx, 'consultant');
      await disableStaff(ctx, { id: gone.actor.id! });
      for (const ownerId of [newId(), gone.actor.id]) {
        await expect(createCustomer(ctx, facts(clinicId, { ownerId }))).rejects.toMatchObject({
          subject: 'staff',
        });
      }
      expect(await howMany(ctx)).toBe(0);
    }));

  it('is refused to who runs the accounts only', () =>
    inClinic(async (ctx, { clinicId }) => {
      const admin = await as(ctx, 'admin');
      await expect(createCustomer(admin, facts(clinicId))).rejects.toMatchObject({ code: 'forbidden' });
      expect(await howMany(ctx)).toBe(0);
    }));

  it('is possible in one’s own clinics only, and in those of one’s own organization', () =>
    inClinic(async (ctx, { clinicId }) => {
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const desk = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      await expect(createCustomer(desk, facts(clinicId))).rejects.toMatchObject({ code: 'not-found' });
      await expect(createCustomer(desk, facts(other.id))).resolves.toMatchObject({ clinicId: other.id });
      await inClinic(async (elsewhere) => {
        await expect(createCustomer(elsewhere, facts(clinicId))).rejects.toMatchObject({ subject: 'clinic' });
        await expect(aCustomer(elsewhere, { ownerId: desk.actor.id })).rejects.toMatchObject({
          subject: 'staff',
        });
      });
    }));
});
