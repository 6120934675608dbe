import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { listVisits } from './list-visits.ts';
import { openVisit } from './open-visit.ts';

const aComplaint = { chiefComplaint: '左下智齿疼' };
const visitsOf = async (ctx: Context, customerId: string) => (await listVisits(ctx, { customerId })).items;

describe('opening a visit', () => {
  it('notes who came, where, when and what for, and is on record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      const desk = await as(ctx, 'front_desk');

      const visit = await openVisit(desk, { customerId: customer.id, clinicId, ...aComplaint });

      expect(visit).toMatchObject({
        customerId: customer.id,
        clinicId,
        kind: 'first',
        state: 'open',
        visitedOn: '2026-03-12',
        openedAt: ctx.now,
        closedAt: null,
        chiefComplaint: '左下智齿疼',
        treatments: [],
        version: 1,
      });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'visit.opened', actorId: desk.actor.id });
    }));

  it('is a first visit all of the first day, and a return from the next day on, in whatever clinic', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      await aClosedVisit(ctx, { customer });
      await aClosedVisit(later(ctx, addHours(ctx.now, 8)), { customer });
      await openVisit(later(ctx, addHours(ctx.now, 15)), {
        customerId: customer.id,
        clinicId: other.id,
        chiefComplaint: null,
      });
      expect((await visitsOf(ctx, customer.id)).map(({ visitedOn, kind }) => [visitedOn, kind])).toEqual([
        ['2026-03-13', 'return'],
        ['2026-03-12', 'first'],
        ['2026-03-12', 'first'],
      ]);
    }));

  it('is on the day the clinic’s own clocks show, whatever zone is asked from', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const farAway = await createClinic(ctx, { name: 'São Paulo', timezone: 'America/Sao_Paulo' });
      const visit = await openVisit(ctx, {
        customerId: customer.id,
        clinicId: farAway.id,
        chiefComplaint: null,
      });
      expect(visit.visitedOn).toBe('2026-03-11');
    }));

  it('asks for the channel source of a first visit, and puts it on the record', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx, { channelSource: null });
      const desk = await as(ctx, 'front_desk');
      const visit = { customerId: customer.id, clinicId };
      await expect(openVisit(desk, visit)).rejects.toMatchObject({ code: 'channel-source-missing' });
      expect(await visitsOf(ctx, customer.id)).toEqual([]);

      await openVisit(desk, { ...visit, channelSource: '路过' });
      expect(await getCustomer(ctx, { id: customer.id })).toMatchObject({ channelSource: '路过' });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'customer.edited', actorId: desk.actor.id });
    }));

  it('leaves a channel source that is known as it is', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id } = await aCustomer(ctx, { channelSource: '美团' });
      await openVisit(ctx, { customerId: id, clinicId, channelSource: '路过' });
      expect(await getCustomer(ctx, { id })).toMatchObject({ channelSource: '美团' });
    }));

  it('is refused while one is open in the clinic, also for two desks at once, and says which', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      const open = () => openVisit(ctx, { customerId: customer.id, clinicId, ...aComplaint });
      const outcomes = await Promise.allSettled([open(), open()]);

      const opened = outcomes.find((outcome) => outcome.status === 'fulfilled')!.value;
      const refused = outcomes.find((outcome) => outcome.status === 'rejected')!;
      expect(refused.reason).toMatchObject({ code: 'visit-open', details: { visitId: opened.id } });
      expect(await visitsOf(ctx, customer.id)).toEqual([opened]);
    }));

  it('is refused to who may not, and for customers and clinics one does not see', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      const visit = { customerId: customer.id, clinicId, chiefComplaint: null };
      await expect(openVisit(await as(ctx, 'cs_agent'), visit)).rejects.toMatchObject({ code: 'forbidden' });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const desk = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      await expect(openVisit(desk, visit)).rejects.toMatchObject({ code: 'not-found', subject: 'clinic' });
      await expect(openVisit(desk, { ...visit, clinicId: other.id })).rejects.toMatchObject({
        subject: 'customer',
      });
      await inClinic(async (elsewhere, { clinicId: there }) => {
        await expect(openVisit(elsewhere, visit)).rejects.toMatchObject({ subject: 'clinic' });
        await expect(openVisit(elsewhere, { ...visit, clinicId: there })).rejects.toMatchObject({
          subject: 'customer',
        });
      });
      expect(await visitsOf(ctx, customer.id)).toEqual([]);
    }));
});

describe('the list of visits', () => {
  it('is by customer, day, state and clinic, the latest first', () =>
    inClinic(async (ctx, { clinicId }) => {
      const other = await createClinic(ctx, { name: 'Zhongshan', timezone: 'Asia/Shanghai' });
      const customer = await aCustomer(ctx, { clinicId });
      const closed = await aClosedVisit(ctx, { customer });
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      const open = await openVisit(tomorrow, {
        customerId: customer.id,
        clinicId: other.id,
        chiefComplaint: null,
      });
      const ids = async (who: Context, question = {}) =>
        (await listVisits(who, question)).items.map((visit) => visit.id);

      expect(await ids(ctx)).toEqual([open.id, closed.id]);
      expect(await ids(ctx, { state: 'open' })).toEqual([open.id]);
      expect(await ids(ctx, { day: '2026-03-12' })).toEqual([closed.id]);
      expect(await ids(ctx, { clinicId: other.id })).toEqual([open.id]);
      expect(await ids({ ...ctx, clinicId: other.id })).toEqual([open.id]);
      expect(await ids({ ...ctx, clinicId: other.id }, { customerId: customer.id })).toEqual([
        open.id,
        closed.id,
      ]);
      const here = await as(ctx, 'front_desk', { clinicIds: [clinicId] });
      expect(await ids(here)).toEqual([closed.id]);
      expect(await ids(here, { customerId: customer.id })).toEqual([closed.id]);
      const there = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      await expect(ids(there, { customerId: customer.id })).rejects.toMatchObject({ code: 'not-found' });
      await expect(ids(await as(ctx, 'admin'))).rejects.toMatchObject({ code: 'forbidden' });
      await inClinic(async (elsewhere) => expect(await ids(elsewhere)).toEqual([]));
    }));
});
