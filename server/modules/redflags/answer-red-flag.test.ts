import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { listCustomerCases } from '#server/modules/recovery/list-cases.ts';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aGroup, noticesOf } from '../messaging/a-group.fixture.ts';
import { answerRedFlag } from './answer-red-flag.ts';
import { escalateRedFlags } from './escalate-red-flags.ts';
import { listRedFlags } from './list-red-flags.ts';
import { getRules } from './get-rules.ts';
import { publishRules } from './publish-rules.ts';

type Cards = NonNullable<RecordCall['cards']>;

/** A tooth was taken out yesterday, and the customer is on the telephone. */
async function aCallAfter(ctx: Context) {
  const customer = await aCustomer(ctx);
  const visit = await aClosedVisit(ctx, { customer, categories: ['extraction'] });
  const next = later(ctx, addHours(ctx.now, 24));
  const agent = await as(next, 'cs_agent');
  const call = async (card: Partial<Cards[number]>, who: Context = agent) => {
    const [followup] = await followupsOf(next, customer.id).then((all) =>
      all.filter(({ state }) => state === 'open'),
    );
    return recordCall(who, {
      ...{ customerId: customer.id, result: 'reached', channel: 'phone', durationSeconds: 90 },
      followups: [{ followupId: followup!.id, version: followup!.version, score: null, notes: '说发烧了' }],
      cards: [
        {
          ...{ visitId: visit.id, code: 'extraction', version: 0, finding: 'normal' },
          signs: [],
          answers: [],
          ...card,
        },
      ],
      ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
      refusesAllContact: false,
    });
  };
  return { customer, ctx: next, agent, call };
}

const conflict = (code: string) => expect.objectContaining({ code });
const fine = { verdict: 'fine', words: '是正常反应', advice: '多喝水', toldCustomer: false } as const;
const page = { page: 1, pageSize: 50 };

describe('a warning sign', () => {
  it('is never recorded as normal, and makes a doctor’s task with the time that was promised', () =>
    inClinic(async (clinic) => {
      const { customer, ctx, agent, call } = await aCallAfter(clinic);
      await expect(call({ signs: ['fever'] })).rejects.toEqual(conflict('red-flag-needs-doctor'));
      await expect(call({ signs: ['fever'], finding: 'watch' })).rejects.toEqual(
        conflict('red-flag-needs-doctor'),
      );
      await expect(call({ signs: null })).rejects.toEqual(conflict('signs-not-asked'));

      const { doctorCallsBy } = await call({ signs: ['fever'], finding: 'doctor' });

      expect(doctorCallsBy).toBe(addMinutes(ctx.now, 30));
      const doctor = await as(ctx, 'doctor');
      const { items } = await listRedFlags(doctor, { ...page, state: 'open', scope: 'mine' });
      expect(items).toMatchObject([
        {
          customerId: customer.id,
          signs: [{ en: 'Fever or shivering' }],
          urgency: 'urgent',
          notes: '说发烧了',
          promisedAt: doctorCallsBy,
        },
      ]);
      // A second call is no way around the doctor either.
      await expect(call({})).rejects.toEqual(conflict('red-flag-needs-doctor'));
      const sheet = await getCallSheet(agent, { customerId: customer.id });
      expect(sheet.redFlags).toMatchObject([{ state: 'open' }]);
      expect(sheet.contacts[0]).toMatchObject({
        recovery: [{ day: 1, finding: 'doctor', name: { en: 'Tooth extraction' } }],
      });
    }));

  it('ends by the word of an owner who treats, and of no other', () =>
    inClinic(async (clinic) => {
      const { ctx, call } = await aCallAfter(clinic);
      await call({ signs: ['fever'], finding: 'doctor' });
      const [owner, dentist] = [await as(ctx, 'owner'), await as(ctx, 'owner', { treats: true })];
      const [flag] = (await listRedFlags(dentist, { ...page, state: 'open', scope: 'mine' })).items;
      const answer = { ...fine, id: flag!.id, version: 1 };
      await expect(answerRedFlag(owner, answer)).rejects.toEqual(conflict('only-a-doctor-answers'));
      expect(await answerRedFlag(dentist, answer)).toMatchObject({ state: 'answered', verdict: 'fine' });
    }));

  it('ends by a doctor’s word, which whoever heard it passes on', () =>
    inClinic(async (clinic) => {
      const { customer, ctx, agent, call } = await aCallAfter(clinic);
      await call({ signs: ['fever'], finding: 'doctor' });
      const [doctor, nurse] = [await as(ctx, 'doctor'), await as(ctx, 'manager')];
      const [flag] = (await listRedFlags(doctor, { ...page, state: 'open', scope: 'mine' })).items;
      const answer = { ...fine, id: flag!.id, version: 1 };
      await expect(answerRedFlag(nurse, answer)).rejects.toEqual(conflict('only-a-doctor-answers'));
      await expect(answerRedFlag(doctor, { ...answer, version: 2 })).rejects.toEqual(
        conflict('stale-version'),
      );

      expect(await answerRedFlag(doctor, answer)).toMatchObject({
        ...{ state: 'answered', verdict: 'fine', words: '是正常反应', answeredByName: 'a doctor' },
      });
      const { items: told } = await listTimeline(agent, { customerId: customer.id });
      expect(told.filter(({ kind }) => kind.startsWith('red-flag'))).toMatchObject([
        {
          ...{ kind: 'red-flag-answered', at: doctor.now, byName: 'a doctor' },
          facts: {
            verdict: 'fine',
            words: '是正常反应',
            advice: '多喝水',
            toldCustomer: false,
            isKept: true,
          },
        },
        {
          ...{ kind: 'red-flag-raised', at: agent.now, byName: 'a cs_agent' },
          facts: { signsEn: ['Fever or shivering'], state: 'answered', promisedAt: flag!.promisedAt },
        },
      ]);

      await expect(answerRedFlag(doctor, { ...answer, version: 2 })).rejects.toEqual(
        conflict('already-answered'),
      );
      await settled(ctx);
      await settled(ctx);
      const reminders = (await followupsOf(ctx, customer.id)).filter(({ event }) => event === 'manual');
      expect(reminders).toMatchObject([
        {
          assigneeId: agent.actor.id,
          stepName: { zh: '请转告客户：医生看过，可以放心。是正常反应。多喝水' },
        },
      ]);
      await call({});
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['red-flag.raised', 'red-flag.answered', 'followup.reminder-set']),
      );
    }));

  it('goes to the supervisor when the promise is broken, and then to the manager, each once', () =>
    inClinic(async (clinic) => {
      const { ctx, call } = await aCallAfter(clinic);
      const { doctorCallsBy } = await call({ signs: ['fever'], finding: 'doctor' });
      const [supervisor, manager] = [await as(ctx, 'cs_supervisor'), await as(ctx, 'manager')];
      const seenBy = async (who: Context, now: string) =>
        (await listRedFlags(later(who, now), { ...page, state: 'open', scope: 'mine' })).total;
      const pass = async (now: string) => {
        await escalateRedFlags(later(ctx, now));
        await escalateRedFlags(later(ctx, now));
        return [await seenBy(supervisor, now), await seenBy(manager, now)];
      };
      expect(await pass(doctorCallsBy!)).toEqual([0, 0]);
      expect(await pass(addMinutes(doctorCallsBy!, 1))).toEqual([1, 0]);
      expect(await pass(addMinutes(doctorCallsBy!, 61))).toEqual([1, 1]);
      const told = (await auditTrail(ctx)).filter(({ action }) => action === 'red-flag.escalated');
      expect(told).toHaveLength(2);
    }));

  it('is told to the group before the promise breaks, and at each level after, once', () =>
    inClinic(async (clinic) => {
      await aGroup(clinic);
      const { ctx, call } = await aCallAfter(clinic);
      const { doctorCallsBy } = await call({ signs: ['fever'], finding: 'doctor' });
      const pass = async (minutes: number) => {
        const now = later(ctx, addMinutes(doctorCallsBy!, minutes));
        await escalateRedFlags(now);
        await escalateRedFlags(now);
        return (await noticesOf(ctx)).filter(({ templateKey }) => templateKey === 'notice-red-flag').length;
      };
      expect(await pass(-11)).toBe(0);
      expect(await pass(-10)).toBe(1);
      expect(await pass(-1)).toBe(1);
      expect(await pass(1)).toBe(2);
      expect(await pass(61)).toBe(3);
    }));

  it('is taken back with the call, until a doctor has answered', () =>
    inClinic(async (clinic) => {
      const { customer, ctx, agent, call } = await aCallAfter(clinic);
      const first = await call({ signs: ['fever'], finding: 'doctor' });
      await settled(ctx);
      const cases = async () => (await listCustomerCases(ctx, { id: customer.id })).items;
      expect(await cases()).toMatchObject([{ kind: 'red-flag', state: 'open' }]);
      await undoCall(agent, { id: first.callId });
      await settled(ctx);
      expect(await cases()).toEqual([]);
      const doctor = await as(ctx, 'doctor');
      expect((await listRedFlags(doctor, { ...page, state: 'open', scope: 'all' })).total).toBe(0);

      const { callId } = await call({ answers: [{ question: 'pain', choice: 'worse' }], finding: 'doctor' });
      const [flag] = (await listRedFlags(doctor, { ...page, state: 'open', scope: 'all' })).items;
      expect(flag).toMatchObject({ urgency: 'soon', signs: [{ en: 'Pain: Getting worse' }] });
      await answerRedFlag(doctor, { ...fine, id: flag!.id, version: 1 });
      await expect(undoCall(agent, { id: callId })).rejects.toEqual(conflict('changed-since'));
    }));

  it('heard by a doctor has the doctor’s word already', () =>
    inClinic(async (clinic) => {
      const { ctx, call } = await aCallAfter(clinic);
      const doctor = await as(ctx, 'doctor');
      expect(await call({ signs: ['fever'], finding: 'watch' }, doctor)).toMatchObject({
        doctorCallsBy: null,
      });
      expect((await listRedFlags(doctor, { ...page, state: 'open', scope: 'all' })).total).toBe(0);
    }));

  it('is for the doctor where the agent asks for one, without any sign', () =>
    inClinic(async (clinic) => {
      const { ctx, call } = await aCallAfter(clinic);
      expect((await call({ signs: null, finding: 'doctor' })).doctorCallsBy).toBe(addMinutes(ctx.now, 120));
    }));

  it('is seen by nobody of another organization', () =>
    inClinic(async (clinic) => {
      const { call } = await aCallAfter(clinic);
      await call({ signs: ['fever'], finding: 'doctor' });
      const { ctx: other } = await aClinic();
      expect((await listRedFlags(other, { ...page, state: 'open', scope: 'all' })).total).toBe(0);
    }));
});

it('the figures of promises are the clinic’s', () =>
  inClinic(async (ctx) => {
    const before = await getRules(ctx);
    const rules = { ...before.rules, urgentMinutes: 15 };
    expect(await publishRules(ctx, { rules, version: 0 })).toMatchObject({ version: 1, rules });
    await expect(publishRules(ctx, { rules, version: 0 })).rejects.toEqual(conflict('stale-version'));
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('red-flag-rules.published');
  }));
