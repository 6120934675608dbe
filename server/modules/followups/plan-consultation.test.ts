import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours, dayAt } from '#domain/base/time.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { NewBooking } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { closeConsultation } from '#server/modules/consultations/close-consultation.ts';
import { reopenConsultation } from '#server/modules/consultations/reopen-consultation.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { editVisit } from '#server/modules/visits/edit-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aClosedConsultation } from '#tests/support/consultations.ts';

const zone = 'Asia/Shanghai';
const implant = { category: 'implant', name: '种植一颗', fen: 1_200_000, isAgreed: true } as const;
const nothing = { kind: 'none', reason: '等客户联系我们' } as const;

const shown = async (ctx: Context, customerId: string) =>
  (await followupsOf(ctx, customerId)).map(({ protocolCode, assigneeName, dueAt, state, endReason }) => ({
    protocolCode,
    assigneeName,
    dueOn: dayAt(dueAt, zone),
    state,
    endReason,
  }));

async function books(ctx: Context, id: string, booking: NewBooking): Promise<void> {
  await bookEntry(ctx, { ...BookEntry.parse({ booking }), id });
  await settled(ctx);
}

describe('a consultation without a deal', () => {
  it('owes a contact within three days by who had it in hand, and what was agreed as the next step', () =>
    inClinic(async (ctx) => {
      await as(ctx, 'web_consultant', { name: '王岚' });
      const wei = await as(ctx, 'web_consultant', { name: '卫青' });
      const { id } = await aCustomer(ctx);
      const step = {
        kind: 'followup',
        on: '2026-03-20',
        staffId: ctx.actor.id!,
        matter: '等年终奖',
      } as const;
      await aClosedConsultation(wei, id, { edit: { whyNotKeys: ['price'], nextStep: step } });
      const open = { state: 'open', endReason: null };
      expect(await shown(ctx, id)).toEqual([
        { ...open, protocolCode: 'web-consultation-no-deal', assigneeName: '卫青', dueOn: '2026-03-15' },
        { ...open, protocolCode: 'reminder', assigneeName: 'Owner', dueOn: '2026-03-20' },
      ]);
    }));

  it('owes no invitation to who has a time already', () =>
    inClinic(async (ctx) => {
      const { id: customerId, clinicId } = await aCustomer(ctx);
      const wish = { customerId, clinicId, startsAt: addHours(ctx.now, 48), minutes: 30 };
      const { id: appointmentId } = await bookAppointment(ctx, BookAppointment.parse(wish));
      const nextStep = { kind: 'appointment', appointmentId } as const;
      await aClosedConsultation(ctx, customerId, { edit: { whyNotKeys: ['price'], nextStep } });
      expect(await shown(ctx, customerId)).toMatchObject([
        { protocolCode: 'web-consultation-no-deal', state: 'ended', endReason: 'fact:booked' },
      ]);
    }));

  it('in the clinic is the consultant’s, and a deal owes none', () =>
    inClinic(async (ctx, { clinicId }) => {
      const zhou = await as(ctx, 'consultant', { name: '周颖' });
      const { id: customerId } = await aCustomer(ctx);
      const visit = await openVisit(ctx, { customerId, clinicId, chiefComplaint: null });
      const opening = { place: 'clinic', visitId: visit.id } as const;
      await aClosedConsultation(zhou, customerId, {
        opening,
        edit: { items: [implant], nextStep: { kind: 'treatment' } },
      });
      expect(await shown(ctx, customerId)).toEqual([]);
      await aClosedConsultation(zhou, customerId, { opening });
      expect(await shown(ctx, customerId)).toMatchObject([
        { protocolCode: 'consultation-no-deal', assigneeName: '周颖', dueOn: '2026-03-15' },
      ]);
    }));

  it('reopened ends what it planned and says so, and plans anew when it is closed again', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const step = { kind: 'followup', on: '2026-03-13', staffId: ctx.actor.id!, matter: '再问' } as const;
      const closed = await aClosedConsultation(ctx, id, { edit: { whyNotKeys: ['price'], nextStep: step } });
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      const open = await reopenConsultation(tomorrow, { ...closed, reason: '客户又来问了' });
      await settled(tomorrow);
      const ended = { state: 'ended', endReason: 'fact:consultation-reopened' };
      expect(await shown(ctx, id)).toMatchObject([ended, ended]);

      await closeConsultation(tomorrow, { id: open.id, version: open.version, isDepositPaid: false });
      await settled(tomorrow);
      expect((await shown(ctx, id)).filter(({ state }) => state === 'open')).toMatchObject([
        { protocolCode: 'reminder', dueOn: '2026-03-13' },
        { protocolCode: 'web-consultation-no-deal', dueOn: '2026-03-16' },
      ]);
    }));
});

describe('a deposit', () => {
  const deposit = { kind: 'deposit', fen: 100_000, memo: '' } as const;

  it('is chased once, whether a consultation or the desk booked it, until nothing of it lies here', () =>
    inClinic(async (ctx) => {
      await as(ctx, 'consultant', { name: '周颖' });
      const { id } = await aCustomer(ctx);
      const edit = { items: [implant], depositFen: 100_000, nextStep: nothing };
      await aClosedConsultation(ctx, id, { edit, isDepositPaid: true });
      const chase = await shown(ctx, id);
      expect(chase[0]).toMatchObject({
        protocolCode: 'deposit-untreated',
        assigneeName: '周颖',
        dueOn: '2026-03-19',
      });
      expect(chase.every(({ protocolCode }) => protocolCode === 'deposit-untreated')).toBe(true);

      await books(ctx, id, deposit);
      expect(await shown(ctx, id)).toHaveLength(chase.length);
      await books(ctx, id, { kind: 'charge', fen: 200_000, memo: '' });
      await books(ctx, id, { kind: 'deposit-used', fen: 100_000, memo: '' });
      expect((await shown(ctx, id)).every(({ state }) => state === 'open')).toBe(true);
      await books(ctx, id, { kind: 'deposit-used', fen: 100_000, memo: '' });
      const after = await shown(ctx, id);
      expect(after).toHaveLength(chase.length);
      expect(new Set(after.map(({ state, endReason }) => `${state} ${endReason}`))).toEqual(
        new Set(['ended fact:deposit-settled']),
      );
    }));

  it('is chased no more once something of it was treated, be it in the visit it was paid in', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const visit = await openVisit(ctx, { customerId, clinicId, chiefComplaint: null });
      await aClosedConsultation(ctx, customerId, {
        opening: { place: 'clinic', visitId: visit.id },
        edit: { items: [implant], depositFen: 100_000, nextStep: { kind: 'treatment' } },
        isDepositPaid: true,
      });
      const chased = async () =>
        (await shown(ctx, customerId)).filter(({ protocolCode }) => protocolCode === 'deposit-untreated');
      expect((await chased()).every(({ state }) => state === 'open')).toBe(true);

      const evening = later(ctx, addHours(ctx.now, 8));
      const treatments = [{ category: 'implant', name: '种植', teamId: null, doctorId: null } as const];
      const done = await editVisit(evening, { id: visit.id, version: 1, treatments: [...treatments] });
      await closeVisit(evening, { id: visit.id, version: done.version });
      await settled(evening);
      expect(new Set((await chased()).map(({ endReason }) => endReason))).toEqual(new Set(['fact:treated']));
    }));
});
