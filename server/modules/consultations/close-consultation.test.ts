import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { EditConsultation } from '#domain/consultations/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { addHistory } from '#server/modules/visits/add-history.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { listLedger } from '#server/modules/ledger/list-ledger.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aClosedConsultation, aConsultation } from '#tests/support/consultations.ts';
import { closeConsultation } from './close-consultation.ts';
import { editConsultation } from './edit-consultation.ts';
import { listConsultations, listConsultationsOf } from './list-consultations.ts';
import { publishWhyNot } from './publish-why-not.ts';
import { reopenConsultation } from './reopen-consultation.ts';
import { showOutcomes } from './show-outcomes.ts';

const conflict = (code: string) => expect.objectContaining({ code });
const implant = { category: 'implant', name: '种植一颗', fen: 1_200_000, isAgreed: true } as const;
const nothing = { kind: 'none', reason: '不打算做了' } as const;
const page = { page: 1, pageSize: 50 };

async function ready(ctx: Context, customerId: string, edit: EditConsultation) {
  const { id, version } = await aConsultation(ctx, customerId, { edit });
  return { id, version, isDepositPaid: false };
}
const balanceOf = async (ctx: Context, id: string) => (await listLedger(ctx, { id, ...page })).balance;

describe('closing a consultation', () => {
  it('keeps what came of it, tells the house, and stands in the timeline with why', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const web = await as(ctx, 'web_consultant', { name: '卫青' });
      const open = await aConsultation(web, customerId, {
        opening: { place: 'online', asked: '种植多少钱', askedCategories: ['implant'] },
        edit: {
          items: [{ ...implant, isAgreed: false }],
          whyNotKeys: ['price', 'family'],
          whyNotWords: '等年终奖',
          nextStep: { kind: 'followup', on: '2026-03-14', staffId: web.actor.id!, matter: '问问家里怎么说' },
        },
      });
      expect(open).toMatchObject({ consultantName: '卫青', state: 'open', version: 2 });

      const closed = await closeConsultation(web, { id: open.id, version: 2, isDepositPaid: false });

      expect(closed).toMatchObject({
        state: 'closed',
        outcome: 'no_deal',
        dealFen: null,
        closedByName: '卫青',
        whyNot: [{ key: 'price' }, { key: 'family' }],
      });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'consultation.closed',
        actorId: web.actor.id,
      });
      const { items } = await listTimeline(ctx, { customerId, kind: 'consultation-closed' });
      expect(items).toMatchObject([
        {
          byName: '卫青',
          facts: {
            outcome: 'no_deal',
            whyNotZh: ['价格超出预算', '要和家人商量'],
            whyNotWords: '等年终奖',
            nextStep: 'followup',
            nextStepOn: '2026-03-14',
            nextStaffName: '卫青',
          },
        },
      ]);
    }));

  it('is refused without a next step, to who saw an older version, and twice', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const bare = await ready(ctx, id, { whyNotKeys: ['price'] });
      await expect(closeConsultation(ctx, bare)).rejects.toEqual(conflict('next-step-missing'));
      await expect(closeConsultation(ctx, { ...bare, version: 1 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { id: bare.id, version: 2 } },
      });
      const step = await editConsultation(ctx, { id: bare.id, version: 2, nextStep: nothing });
      const once = () => closeConsultation(ctx, { ...bare, version: step.version });
      await once();
      await expect(once()).rejects.toEqual(conflict('stale-version'));
      await expect(once().catch((error) => Promise.reject(error.details.current))).rejects.toMatchObject({
        state: 'closed',
      });
      const edit = editConsultation(ctx, { id: bare.id, version: 4, asked: '又问' });
      await expect(edit).rejects.toEqual(conflict('consultation-closed'));
    }));

  it('names an appointment only while it is ahead, and a treatment only while its visit is open', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const booked = {
        ...{ id: newId(), clinicId, customerId, number: '7001', bookedAt: null, state: 'booked' as const },
        ...{ startsAt: '2026-03-13T02:00:00.000Z', day: '2026-03-13' },
      };
      await inTransaction(ctx, (ctx) =>
        addHistory(ctx, { appointments: [booked], visits: [], treatments: [] }),
      );
      const coming = await ready(ctx, customerId, {
        whyNotKeys: ['price'],
        nextStep: { kind: 'appointment', appointmentId: booked.id },
      });
      const dayAfter = later(ctx, addHours(booked.startsAt, 24));
      await expect(closeConsultation(dayAfter, coming)).rejects.toEqual(conflict('appointment-not-ahead'));
      expect(await closeConsultation(ctx, coming)).toMatchObject({ nextStep: { startsAt: booked.startsAt } });

      const visit = await openVisit(ctx, { customerId, clinicId, chiefComplaint: null });
      const now = await aConsultation(ctx, customerId, {
        opening: { place: 'clinic', visitId: visit.id },
        edit: { items: [implant], nextStep: { kind: 'treatment' } },
      });
      await closeVisit(ctx, { id: visit.id, version: 1 });
      const close = { id: now.id, version: now.version, isDepositPaid: false };
      await expect(closeConsultation(ctx, close)).rejects.toEqual(conflict('treatment-without-a-visit'));
    }));

  it('books a deposit that was paid, once, and only for who may book', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const edit = { items: [implant], agreedFen: 1_000_000, depositFen: 100_000, nextStep: nothing };
      const open = await ready(ctx, id, edit);
      const web = await as(ctx, 'web_consultant');
      await expect(closeConsultation(web, { ...open, isDepositPaid: true })).rejects.toEqual(
        conflict('forbidden'),
      );
      const closed = await closeConsultation(ctx, { ...open, isDepositPaid: true });
      expect(closed).toMatchObject({ outcome: 'deal', dealFen: 1_000_000, isDepositBooked: true });
      expect((await balanceOf(ctx, id)).depositFen).toBe(100_000);

      const again = await reopenConsultation(ctx, {
        id: open.id,
        version: closed.version,
        reason: '加做一颗',
      });
      expect(again).toMatchObject({ state: 'open', outcome: null, dealFen: null, isDepositBooked: true });
      const twice = { id: open.id, version: again.version, isDepositPaid: true };
      await expect(closeConsultation(ctx, twice)).rejects.toEqual(conflict('deposit-booked'));
      const changed = editConsultation(ctx, { id: open.id, version: again.version, depositFen: 1 });
      await expect(changed).rejects.toEqual(conflict('deposit-booked'));
      expect((await balanceOf(ctx, id)).depositFen).toBe(100_000);
    }));

  it('happens in a visit of that customer, or in none', () =>
    inClinic(async (ctx, { clinicId }) => {
      const [one, other] = [await aCustomer(ctx), await aCustomer(ctx)];
      const visit = await openVisit(ctx, { customerId: one.id, clinicId, chiefComplaint: null });
      const inClinicWith = (id: string, visitId: string | null) =>
        aConsultation(ctx, id, { opening: { place: 'clinic', visitId } });
      expect(await inClinicWith(one.id, visit.id)).toMatchObject({ visitId: visit.id });
      await expect(inClinicWith(other.id, visit.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(inClinicWith(other.id, null)).rejects.toMatchObject({
        details: [{ path: 'visitId', code: 'place-and-visit' }],
      });
    }));
});

describe('the consultations of a clinic', () => {
  it('stand with those first that nobody moves on', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const promised = await aConsultation(ctx, id, {
        edit: { nextStep: { kind: 'followup', on: '2026-03-16', staffId: ctx.actor.id!, matter: '再问' } },
      });
      const forgotten = await aConsultation(later(ctx, addHours(ctx.now, 24)), id);
      const fresh = await aConsultation(later(ctx, addHours(ctx.now, 72)), id);
      const asked = (on: string) =>
        listConsultations(later(ctx, `${on}T02:00:00.000Z`), { ...page, state: 'open' });

      const soon = await asked('2026-03-16');
      expect(soon.items.map((each) => each.id)).toEqual([forgotten.id, promised.id, fresh.id]);
      expect([soon.total, soon.stuck]).toEqual([3, 1]);
      for (const on of ['2026-03-14', '2026-03-15', '2026-03-17', '2026-03-18']) {
        const { items, stuck } = await asked(on);
        expect(items.map((each) => each.isStuck)).toEqual(items.map((_, place) => place < stuck));
      }
    }));

  it('say how many of the closed ones were deals, and whose', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const zhou = await as(ctx, 'consultant', { name: '周颖' });
      const edit = { items: [implant], nextStep: nothing };
      await aClosedConsultation(zhou, id, { edit });
      await aClosedConsultation(zhou, id);
      await aClosedConsultation(ctx, id);
      const dealFen = implant.fen;
      expect(await showOutcomes(ctx, {})).toEqual({
        from: '2026-03-01',
        to: '2026-03-12',
        total: { closed: 3, deals: 1, dealFen },
        items: [
          { staffId: zhou.actor.id, name: '周颖', closed: 2, deals: 1, dealFen },
          { staffId: ctx.actor.id, name: 'Owner', closed: 1, deals: 0, dealFen: 0 },
        ],
      });
      const behind = { ...page, state: 'closed', outcome: 'deal', consultantId: zhou.actor.id! } as const;
      expect((await listConsultations(ctx, behind)).total).toBe(1);
      const tomorrow = { from: '2026-03-13', to: '2026-03-13' };
      expect((await listConsultations(ctx, { ...behind, ...tomorrow })).total).toBe(0);
      expect((await showOutcomes(ctx, tomorrow)).total.closed).toBe(0);
    }));

  it('are seen by no other organization', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { id: consultationId } = await aConsultation(ctx, id);
      await inClinic(async (elsewhere) => {
        expect((await listConsultations(elsewhere, { ...page, state: 'open' })).total).toBe(0);
        await expect(listConsultationsOf(elsewhere, { id })).rejects.toMatchObject({ code: 'not-found' });
        const edit = editConsultation(elsewhere, { id: consultationId, version: 1, asked: '' });
        await expect(edit).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});

describe('the reasons against a deal', () => {
  it('are the clinic’s own, and stay on a consultation as they were picked', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const open = await aConsultation(ctx, id, { edit: { whyNotKeys: ['price'] } });
      const items = [{ key: 'far', zh: '太远', en: 'Too far' }];
      const manager = await as(ctx, 'manager');
      expect(await publishWhyNot(manager, { items, version: 0 })).toEqual({ items, version: 1 });
      await expect(publishWhyNot(ctx, { items, version: 0 })).rejects.toEqual(conflict('stale-version'));
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'why-not-list.published',
        actorId: manager.actor.id,
      });

      const both = await editConsultation(ctx, {
        id: open.id,
        version: open.version,
        whyNotKeys: ['far', 'price'],
      });
      expect(both.whyNot.map(({ zh }) => zh)).toEqual(['太远', '价格超出预算']);
      const unknown = editConsultation(ctx, { id: open.id, version: both.version, whyNotKeys: ['result'] });
      await expect(unknown).rejects.toMatchObject({
        details: [{ path: 'whyNotKeys', code: 'not-on-the-list' }],
      });
    }));
});
