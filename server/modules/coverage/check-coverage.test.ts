import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours, dayAt, monthOf } from '#domain/base/time.ts';
import { CreateReminder } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { endFollowup } from '#server/modules/followups/end-followup.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aClosedConsultation } from '#tests/support/consultations.ts';
import { checkCoverage, checkCoverageNow } from './check-coverage.ts';
import { getCertificate, getCoverage } from './get-coverage.ts';
import { listLost } from './list-lost.ts';
import { nameReason } from './name-reason.ts';

const lost = (ctx: Context) => listLost(ctx, { page: 1, pageSize: 50 });
const inADay = (ctx: Context) => later(ctx, addHours(ctx.now, 25));

describe('the nightly proof that nobody is lost', () => {
  it('lists who came or asked and has nothing, once, and nobody who has something', () =>
    inClinic(async (ctx) => {
      await aCustomer(ctx, { name: '问过价的' });
      await aClosedVisit(ctx, { customer: await aCustomer(ctx, { name: '来过的' }) });
      await checkCoverage(ctx);
      expect((await getCoverage(ctx, {})).counts).toMatchObject({ new: 1, 'live-plan': 1, lost: 0 });

      const tomorrow = inADay(ctx);
      await Promise.all([checkCoverage(tomorrow), checkCoverage(tomorrow)]);
      expect((await lost(tomorrow)).items).toMatchObject([
        { customerName: '问过价的', since: ctx.now, ownerName: null, standingNow: 'lost' },
      ]);
      const proof = await getCoverage(tomorrow, {});
      expect(proof).toMatchObject({ kept: 1, of: 2, checkedAt: tomorrow.now });
      expect(proof.days.map(({ kept, of }) => [kept, of])).toEqual([
        [1, 2],
        [2, 2],
      ]);
      expect(proof.owners).toEqual([{ staffId: null, name: null, customers: 1 }]);
    }));

  it('takes off the list who is followed up again, as soon as somebody looks', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const tomorrow = inADay(ctx);
      await checkCoverage(tomorrow);
      const agent = await as(tomorrow, 'cs_agent');
      const reminder = { customerId: customer.id, assigneeId: agent.actor.id, matter: '问问还考虑吗' };
      await createReminder(
        tomorrow,
        CreateReminder.parse({ ...reminder, dueOn: dayAt(tomorrow.now, ctx.zone) }),
      );
      expect((await lost(tomorrow)).items).toMatchObject([{ standingNow: 'live-plan' }]);
      expect((await checkCoverageNow(tomorrow, {})).counts).toMatchObject({ 'live-plan': 1, lost: 0 });
      expect((await lost(tomorrow)).total).toBe(0);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('coverage.checked');
    }));

  it('lists again who was kept for a while only, for the same visit', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const tomorrow = inADay(ctx);
      await checkCoverage(tomorrow);
      const silent = await editCustomer(tomorrow, { id, version: 1, refusesContact: true });
      expect((await checkCoverageNow(tomorrow, {})).counts).toMatchObject({ 'no-contact': 1, lost: 0 });
      expect((await lost(tomorrow)).total).toBe(0);
      await editCustomer(tomorrow, { id, version: silent.version, refusesContact: false });
      expect((await checkCoverageNow(tomorrow, {})).counts).toMatchObject({ lost: 1 });
      expect((await lost(tomorrow)).items).toMatchObject([{ customerId: id, standingNow: 'lost' }]);
    }));

  it('takes a supervisor’s reason for an answer, until the customer comes again', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer });
      for (const { id } of await followupsOf(ctx, customer.id))
        await endFollowup(ctx, { id, reason: '客户已去外地' });
      const tomorrow = inADay(ctx);
      expect((await checkCoverageNow(tomorrow, {})).counts).toMatchObject({ reason: 1, lost: 0 });
      const again = later(ctx, addHours(ctx.now, 48));
      await aClosedVisit(again, { customer });
      expect((await checkCoverageNow(again, {})).counts).toMatchObject({ 'live-plan': 1 });
    }));
});

describe('who was booked and of whom nobody says whether they came', () => {
  it('is lost a day after: that an invitation was over is no reason', () =>
    inClinic(async (ctx) => {
      const { id: customerId, clinicId } = await aCustomer(ctx);
      const wish = { customerId, clinicId, startsAt: addHours(ctx.now, 48), minutes: 30 };
      const { id: appointmentId } = await bookAppointment(ctx, BookAppointment.parse(wish));
      const nextStep = { kind: 'appointment', appointmentId } as const;
      await aClosedConsultation(ctx, customerId, { edit: { whyNotKeys: ['price'], nextStep } });
      const after = async (hours: number) =>
        (await checkCoverageNow(later(ctx, addHours(ctx.now, hours)), {})).counts;
      expect(await after(48 + 23)).toMatchObject({ 'future-visit': 1, lost: 0 });
      expect(await after(48 + 25)).toMatchObject({ 'future-visit': 0, reason: 0, lost: 1 });
    }));
});

describe('who is lost', () => {
  it('leaves the list with a reason and a name, once, which the month’s certificate repeats', () =>
    inClinic(async (ctx) => {
      await aCustomer(ctx, { name: '打错电话的' });
      await aCustomer(ctx, { name: '还没人管的' });
      const tomorrow = inADay(ctx);
      await checkCoverage(tomorrow);
      const supervisor = await as(tomorrow, 'cs_supervisor', { name: '李主管' });
      const { items } = await lost(supervisor);
      const wrongNumber = items.find(({ customerName }) => customerName === '打错电话的')!;
      const reason = '打错电话，不是客户';
      await expect(
        nameReason(await as(tomorrow, 'cs_agent'), { id: wrongNumber.id, reason }),
      ).rejects.toMatchObject({ code: 'forbidden' });
      await nameReason(supervisor, { id: wrongNumber.id, reason });
      await expect(nameReason(supervisor, { id: wrongNumber.id, reason })).rejects.toMatchObject({
        code: 'found-already',
      });
      expect((await lost(supervisor)).items.map(({ customerName }) => customerName)).toEqual(['还没人管的']);
      expect((await checkCoverageNow(supervisor, {})).counts).toMatchObject({ reason: 1, lost: 1 });

      const month = monthOf(dayAt(tomorrow.now, ctx.zone));
      expect(await getCertificate(supervisor, { month })).toMatchObject({
        daysChecked: 1,
        daysOfMonth: 31,
        found: 2,
        takenUp: 0,
        stillLost: 1,
        reasons: [{ customerName: '打错电话的', reason, byName: '李主管' }],
      });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'coverage.reason-named',
        actorId: supervisor.actor.id,
      });
    }));

  it('is nobody’s business in another organization', () =>
    inClinic(async (ctx) => {
      await aCustomer(ctx);
      const tomorrow = inADay(ctx);
      await checkCoverage(tomorrow);
      const [found] = (await lost(tomorrow)).items;
      const other = await aClinic(tomorrow.now);
      expect((await lost(other.ctx)).total).toBe(0);
      await expect(nameReason(other.ctx, { id: found!.id, reason: '不是我的' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
