import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { mergeCustomers } from '#server/modules/identity/merge-customers.ts';
import { undoMerge } from '#server/modules/identity/undo-merge.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aContact, aDesk } from './a-desk.fixture.ts';
import { confirmClass } from './confirm-class.ts';
import { getCustomerClasses } from './get-customer-classes.ts';
import { listDeskContacts } from './list-desk-contacts.ts';
import { recordContact } from './record-contact.ts';
import { setClass } from './set-class.ts';
import { withdrawContact } from './withdraw-contact.ts';

const firstPage = { page: 1, pageSize: 50 };

describe('recording a contact of the desk', () => {
  it('keeps who, when, how and as what, on the record and in the audit trail', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { li } = await aDesk(ctx);
      const customer = await aCustomer(ctx, { name: '王敏' });
      const contact = await recordContact(li, {
        customerId: customer.id,
        channel: 'online',
        code: 'M-B',
        matter: '问种植价格',
      });
      expect(contact).toMatchObject({
        customer: { id: customer.id, name: '王敏' },
        ...{ clinicId, channel: 'online', at: ctx.now, stage: 'M', staffName: '李', matter: '问种植价格' },
        ...{ preclass: 'M-B', code: 'M-B', confirmed: null },
      });
      expect(await getCustomer(ctx, { id: customer.id })).toMatchObject({ classCode: 'M-B', version: 1 });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'desk-contact.recorded', actorId: li.actor.id });
    }));

  it('is by M before the first visit and by C from its opening on', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      const take = (code: string) => aContact(ctx, { customerId: customer.id, code });
      await expect(take('C-A')).rejects.toMatchObject({ code: 'class-of-other-stage' });
      await expect(take('M-Z')).rejects.toMatchObject({ code: 'class-unknown' });
      await openVisit(ctx, { customerId: customer.id, clinicId });
      await expect(take('M-A')).rejects.toMatchObject({ code: 'class-of-other-stage' });
      expect(await take('C-A')).toMatchObject({ stage: 'C', code: 'C-A' });
    }));

  it('may wait for its class; the list of the day shows those that wait first', () =>
    inClinic(async (ctx) => {
      const { li, wu } = await aDesk(ctx);
      const waiting = await aContact(li);
      const classed = await aContact(later(wu, addMinutes(ctx.now, 5)), { code: 'M-A' });
      await aContact(later(wu, addHours(ctx.now, 24)), { code: 'M-A' });
      const page = await listDeskContacts(ctx, firstPage);
      expect(page).toMatchObject({ from: '2026-03-12', total: 2, unclassed: 1 });
      expect(page.items.map(({ id }) => id)).toEqual([waiting.id, classed.id]);
      const own = await listDeskContacts(ctx, { ...firstPage, staffId: wu.actor.id!, to: '2026-03-13' });
      expect(own).toMatchObject({ total: 1, from: '2026-03-13' });
    }));

  it('is for people, in clinics they see', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const there = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      const contact = { customerId: customer.id, channel: 'phone', code: null, matter: null } as const;
      await expect(recordContact(there, contact)).rejects.toMatchObject({ subject: 'customer' });
      const key = { ...ctx, actor: { ...ctx.actor, kind: 'api-key' as const } };
      await expect(recordContact(key, contact)).rejects.toMatchObject({ code: 'forbidden' });
      const taken = await recordContact(ctx, contact);
      await expect(setClass(there, { id: taken.id, code: 'M-A' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await inClinic(async (elsewhere) => {
        await expect(recordContact(elsewhere, contact)).rejects.toMatchObject({ subject: 'customer' });
        expect(await listDeskContacts(elsewhere, firstPage)).toMatchObject({ total: 0, items: [] });
      });
    }));
});

describe('the class of a contact', () => {
  it('may be set later and changed; the first stays what is measured, and all of it is history', () =>
    inClinic(async (ctx) => {
      const { li, wu } = await aDesk(ctx);
      const { id, customer } = await aContact(li);
      await setClass(li, { id, code: 'M-A' });
      expect(await setClass(wu, { id, code: 'M-C' })).toMatchObject({ preclass: 'M-A', code: 'M-C' });
      const { changes, code, stage } = await getCustomerClasses(ctx, { id: customer.id });
      expect({ code, stage }).toEqual({ code: 'M-C', stage: 'M' });
      expect(changes.map(({ before, code, byName }) => [before, code, byName])).toEqual([
        ['M-A', 'M-C', '吴'],
        [null, 'M-A', '李'],
      ]);
      expect((await auditTrail(ctx)).filter(({ action }) => action === 'desk-contact.classed')).toHaveLength(
        2,
      );
    }));

  it('is confirmed by a consultant or doctor, not by who classed it, and then the desk’s is closed', () =>
    inClinic(async (ctx) => {
      const { li, consultant, supervisor } = await aDesk(ctx);
      const { id, customer } = await aContact(li, { code: 'M-C' });
      await expect(confirmClass(li, { id, code: 'M-A' })).rejects.toMatchObject({ code: 'forbidden' });
      const confirmed = await confirmClass(consultant, { id, code: 'M-A' });
      expect(confirmed).toMatchObject({ preclass: 'M-C', confirmed: 'M-A', confirmedByName: '何' });
      expect(await getCustomer(ctx, { id: customer.id })).toMatchObject({ classCode: 'M-A' });
      await expect(setClass(li, { id, code: 'M-A' })).rejects.toMatchObject({ code: 'class-confirmed' });
      const own = await aContact(supervisor, { code: 'M-B' });
      await expect(confirmClass(supervisor, { id: own.id, code: 'M-B' })).rejects.toMatchObject({
        code: 'own-contact',
      });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'desk-contact.confirmed',
        actorId: consultant.actor.id,
      });
    }));

  it('is taken back with its contact within ten minutes, and the class before it stands again', () =>
    inClinic(async (ctx) => {
      const { li, wu } = await aDesk(ctx);
      const { customer } = await aContact(li, { code: 'M-C' });
      const slip = await aContact(later(li, addMinutes(ctx.now, 1)), {
        customerId: customer.id,
        code: 'M-A',
      });
      await expect(withdrawContact(wu, slip)).rejects.toMatchObject({ code: 'not-your-contact' });
      await withdrawContact(later(li, addMinutes(ctx.now, 2)), slip);
      const { contacts, code } = await getCustomerClasses(ctx, { id: customer.id });
      expect([code, contacts.length]).toEqual(['M-C', 1]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('desk-contact.withdrawn');
    }));

  it('goes with a merge, and comes back when that is undone', () =>
    inClinic(async (ctx) => {
      const [keep, gone] = [await aCustomer(ctx), await aCustomer(ctx)];
      await aContact(ctx, { customerId: gone.id, code: 'M-A' });
      const merge = await mergeCustomers(ctx, {
        ...{ keepId: keep.id, keepVersion: keep.version, goneId: gone.id, goneVersion: gone.version },
        fields: {},
      });
      await settled(ctx);
      expect(await getCustomer(ctx, { id: keep.id })).toMatchObject({ classCode: 'M-A' });
      await undoMerge(ctx, { id: merge.id });
      await settled(ctx);
      expect(await getCustomer(ctx, { id: keep.id })).toMatchObject({ classCode: null });
      expect(await getCustomer(ctx, { id: gone.id })).toMatchObject({ classCode: 'M-A' });
    }));
});
