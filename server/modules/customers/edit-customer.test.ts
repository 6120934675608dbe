import { describe, expect, it } from 'vitest';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { editCustomer } from './edit-customer.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomers } from './list-customers.ts';
import { setContactRefusal } from './set-contact-refusal.ts';

const lastFields = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('audit_entries')
      .select(['action', 'fields'])
      .where('org_id', '=', ctx.orgId)
      .orderBy('recorded_at', 'desc')
      .executeTakeFirst(),
  );
const announced = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('outbox_events')
      .select('payload')
      .where('org_id', '=', ctx.orgId)
      .where('type', '=', 'customer.phone-changed')
      .execute(),
  );

describe('editing a customer', () => {
  it('changes what was named, leaves the rest, and the record says which fields', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { notes: '怕疼', occupation: '教师' });

      const edited = await editCustomer(ctx, { id: customer.id, version: 1, name: '李四', occupation: null });

      expect(edited).toEqual({ ...customer, name: '李四', occupation: null, version: 2 });
      expect(await lastFields(ctx)).toEqual({ action: 'customer.edited', fields: ['name', 'occupation'] });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'customer.edited', actorId: ctx.actor.id });
      const found = await listCustomers(ctx, { search: 'lisi', page: 1, pageSize: 50 });
      expect(found.items.map((each) => each.id)).toEqual([customer.id]);
    }));

  it('keeps the birthday by the lunar calendar where the customer does', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { birthday: '1990-03-12' });
      expect(customer.birthdayCalendar).toBe('solar');
      const edited = await editCustomer(ctx, { id: customer.id, version: 1, birthdayCalendar: 'lunar' });
      expect(edited).toMatchObject({ birthday: '1990-03-12', birthdayCalendar: 'lunar' });
      expect((await lastFields(ctx))?.fields).toEqual(['birthdayCalendar']);
    }));

  it('tells that the phone is another one, also where the masked one looks the same', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { phone: '13800001234' });

      const edited = await editCustomer(ctx, { id: customer.id, version: 1, phone: '138 9999 1234' });

      expect(edited.phone).toBe('138****1234');
      expect(await lastFields(ctx)).toEqual({ action: 'customer.edited', fields: ['phone'] });
      expect(await announced(ctx)).toEqual([{ payload: { customerId: customer.id } }]);
    }));

  it('tells nobody of a phone that stayed the same, or that is gone', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { phone: '13800001234' });
      expect((await editCustomer(ctx, { id, version: 1, phone: '+86 138-0000-1234' })).version).toBe(1);
      expect(await editCustomer(ctx, { id, version: 1, phone: null })).toMatchObject({
        hasPhone: false,
        version: 2,
      });
      expect(await announced(ctx)).toEqual([]);
    }));

  it('takes no masked phone for a phone', () =>
    inClinic(async (ctx) => {
      const { id, phone } = await aCustomer(ctx);
      await expect(editCustomer(ctx, { id, version: 1, phone })).rejects.toMatchObject({ code: 'invalid' });
    }));

  it('gives the second of two editors both versions, not a lost update', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const outcomes = await Promise.allSettled([
        editCustomer(ctx, { id, version: 1, notes: '要靠窗的椅子' }),
        editCustomer(ctx, { id, version: 1, notes: '怕疼' }),
      ]);
      const kept = outcomes.find((outcome) => outcome.status === 'fulfilled')!.value;
      const refused = outcomes.find((outcome) => outcome.status === 'rejected')!;
      expect(refused.reason).toMatchObject({ code: 'stale-version', details: { current: kept } });
      expect(await getCustomer(ctx, { id })).toEqual(kept);
    }));

  it('hands the customer to a colleague, or to nobody', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const consultant = await as(ctx, 'consultant', { name: '顾问小林' });
      const owned = await editCustomer(ctx, { id, version: 1, ownerId: consultant.actor.id });
      expect(owned.ownerName).toBe('顾问小林');
      expect(await editCustomer(ctx, { id, version: 2, ownerId: null })).toMatchObject({
        ownerId: null,
        ownerName: null,
      });
      await expect(editCustomer(ctx, { id, version: 3, ownerId: id })).rejects.toMatchObject({
        subject: 'staff',
      });
    }));

  it('is refused to who may not, and to who does not see the customer', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const edit = { id: customer.id, version: 1, name: '别人' };
      await expect(editCustomer(await as(ctx, 'admin'), edit)).rejects.toMatchObject({ code: 'forbidden' });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const desk = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      await expect(editCustomer(desk, edit)).rejects.toMatchObject({ code: 'not-found', id: customer.id });
      await inClinic(async (elsewhere) => {
        await expect(editCustomer(elsewhere, edit)).rejects.toMatchObject({ code: 'not-found' });
      });
      expect(await getCustomer(ctx, { id: customer.id })).toEqual(customer);
    }));
});

describe('a customer who wants no contact', () => {
  it('is marked so, once, on record, and the mark can be taken back', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const set = (refuses: boolean) => inTransaction(ctx, (ctx) => setContactRefusal(ctx, id, refuses));
      await set(true);
      await set(true);
      expect(await getCustomer(ctx, { id })).toMatchObject({ refusesContact: true, version: 2 });
      expect(await lastFields(ctx)).toEqual({
        action: 'customer.refused-contact',
        fields: ['refusesContact'],
      });
      await set(false);
      expect(await getCustomer(ctx, { id })).toMatchObject({ refusesContact: false, version: 3 });
    }));
});
