import { describe, expect, it } from 'vitest';
import { addDays, addHours, addMinutes } from '#domain/base/time.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { withdrawConsent } from '../consents/withdraw-consent.ts';
import { listTimeline } from '../customers/list-timeline.ts';
import { setDiscreet } from '../records/set-discreet.ts';
import { saveCalendar } from './edit-calendar.ts';
import { endFollowup } from './end-followup.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { listToday } from './list-today.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

/** A first visit of this morning, asked after in the afternoon by a colleague of the service desk. */
async function aFollowupToCall(ctx: Context) {
  const agent = await as(ctx, 'cs_agent');
  const visit = await aClosedVisit(ctx);
  const [followup] = await followupsOf(ctx, visit.customerId);
  return { agent: later(agent, addHours(ctx.now, 5)), followup: followup! };
}

const closedUntilMonday = {
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '18:00', keepsHolidays: true },
  ...{ openOn: [], closedOn: ['2026-03-12', '2026-03-13'] },
};

async function onWechat(ctx: Context, customerId: string) {
  const { version } = await getCustomer(ctx, { id: customerId });
  await editCustomer(ctx, { id: customerId, version, wechat: 'zhang-san' });
}

function aCall(
  followup: { id: string; customerId: string; version: number },
  facts: Partial<RecordCall> = {},
): RecordCall {
  return {
    customerId: followup.customerId,
    result: 'reached',
    channel: 'phone',
    durationSeconds: 60,
    followups: [{ followupId: followup.id, version: followup.version, score: 9, notes: '恢复得很好' }],
    problem: null,
    actionPlan: null,
    nextAppointmentOn: null,
    callBackAt: null,
    reason: null,
    refusesAllContact: false,
    ...facts,
  };
}

describe('recording a call', () => {
  it('keeps what the customer said, ends the followup and says who wrote it down', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);

      const recorded = await recordCall(agent, aCall(followup));

      expect(recorded.followups).toMatchObject([{ state: 'done', endedAt: agent.now }]);
      const timeline = await listTimeline(agent, { customerId: followup.customerId } as never);
      expect(timeline.items[0]).toMatchObject({
        kind: 'attempt',
        facts: { result: 'reached', score: 9, notes: '恢复得很好' },
      });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'call.reached', actorId: agent.actor.id });
      expect((await listToday(agent, { scope: 'mine', page: 1, pageSize: 50 })).customers).toBe(0);
    }));

  it.each([
    { name: 'in time is followed by one counted from when it was made', hours: 1, next: 2 },
    { name: 'late is followed by one as soon as may be', hours: 3, next: 3 },
  ])('without an answer, written on paper and entered $name', ({ hours, next }) =>
    inClinic(async (ctx) => {
      const morning = later(ctx, addHours(ctx.now, 24));
      const { followup } = await aFollowupToCall(ctx);
      const agent = { ...(await as(morning, 'cs_agent')), now: addHours(morning.now, hours) };
      const call = aCall(followup, { result: 'no_answer' });
      const recorded = await recordCall(agent, { ...call, happenedAt: morning.now });
      expect(recorded.followups[0]).toMatchObject({ tries: 1, nextTryAt: addHours(morning.now, next) });
    }),
  );

  it('written on paper and entered the next day says when it was made, and when it was recorded', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const happenedAt = agent.now;
      const nextDay = later(agent, addHours(agent.now, 20));
      await recordCall(nextDay, { ...aCall(followup), happenedAt });

      const { items } = await listTimeline(nextDay, { customerId: followup.customerId } as never);
      expect(items[0]).toMatchObject({ kind: 'attempt', at: nextDay.now, facts: { happenedAt } });
    }));

  it('keeps what was answered on the way through the script, in its words', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const heard = { followupId: followup.id, version: followup.version, score: null, notes: null };
      const saying = (choice: string) => ({
        code: 'aftercare',
        version: 0,
        answers: [{ passage: 'feeling', choice }],
      });

      const unknown = aCall(followup, { followups: [{ ...heard, script: saying('splendid') }] });
      await expect(recordCall(agent, unknown)).rejects.toMatchObject({
        code: 'invalid',
        details: [{ path: 'followups.script', code: 'not-this-script' }],
      });
      await recordCall(agent, aCall(followup, { followups: [{ ...heard, script: saying('well') }] }));

      const timeline = await listTimeline(agent, { customerId: followup.customerId } as never);
      expect(timeline.items[0]).toMatchObject({
        kind: 'attempt',
        facts: { answersZh: ['治疗后感觉：挺好'], answersEn: ['How it feels: Well'] },
      });
      const { contacts } = await getCallSheet(agent, { customerId: followup.customerId });
      expect(contacts[0]!.answers).toMatchObject([
        { question: { zh: '治疗后感觉' }, answer: { zh: '挺好' } },
      ]);
    }));

  it('brings an unanswered customer back at another hour, another day, by WeChat and by telephone, then before the supervisor', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      await onWechat(ctx, followup.customerId);
      const tries: (string | null)[][] = [];
      let [at, next] = [agent.now, followup];
      for (; next.escalation === null; at = next.nextTryAt ?? at) {
        next = (await recordCall(later(agent, at), aCall(next, { result: 'no_answer' }))).followups[0]!;
        tries.push([next.nextTryAt, next.nextChannel]);
      }
      const firstDay = agent.now.slice(0, 10);
      expect(tries).toEqual([
        [addHours(agent.now, 2), 'phone'],
        [`${addDays(firstDay, 1)}T02:00:00.000Z`, 'wechat'],
        [`${addDays(firstDay, 2)}T08:00:00.000Z`, 'phone'],
        [null, null],
      ]);
      expect(next).toMatchObject({ state: 'open', tries: 4, escalation: 'unreachable' });
    }));

  it('tries again only while the clinic works and the customer can speak, and says by which way on the sheet and the list', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const { customerId, clinicId } = followup;
      await onWechat(ctx, customerId);
      await saveCalendar(ctx, { id: clinicId, version: 0, calendar: closedUntilMonday });
      const profile = DiscreetProfile.parse({
        safeHours: [{ days: [1, 2, 3, 4, 5], from: '12:00', to: '13:00' }],
      });
      await setDiscreet(ctx, { id: customerId, version: 0, profile });

      const first = await recordCall(agent, aCall(followup, { result: 'no_answer' }));
      expect(first.followups[0]!.nextTryAt).toBe('2026-03-16T04:00:00.000Z');
      const onMonday = later(agent, first.followups[0]!.nextTryAt!);
      const { callId, followups } = await recordCall(
        onMonday,
        aCall(first.followups[0]!, { result: 'no_answer' }),
      );
      expect(followups).toMatchObject([{ nextTryAt: '2026-03-17T04:00:00.000Z', nextChannel: 'wechat' }]);
      const sheet = async () => (await getCallSheet(onMonday, { customerId })).followups[0]!;
      expect(await sheet()).toMatchObject({ nextChannel: 'wechat', ways: ['phone', 'wechat', 'sms'] });
      const row = async () => {
        const onTuesday = later(agent, followups[0]!.nextTryAt!);
        return (await listToday(onTuesday, { scope: 'mine', page: 1, pageSize: 50 })).items[0]!;
      };
      expect(await row()).toMatchObject({ customer: { id: customerId }, nextChannel: 'wechat' });

      // Who says no meanwhile is called.
      const no = { purpose: 'care', channel: 'wechat', way: 'phone', note: null } as const;
      await withdrawConsent(onMonday, { ...no, id: customerId }, keysFrom(Buffer.alloc(32, 1)));
      expect(await sheet()).toMatchObject({ nextChannel: 'phone', ways: ['phone', 'sms'] });
      expect(await row()).toMatchObject({ nextChannel: 'phone' });

      const undone = await undoCall(onMonday, { id: callId });
      expect(undone.followups).toMatchObject([{ tries: 1, nextChannel: 'phone' }]);
    }));

  it('calls back when the customer said', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const callBackAt = addHours(agent.now, 3);

      const recorded = await recordCall(agent, aCall(followup, { result: 'call_back', callBackAt }));

      expect(recorded.followups).toMatchObject([{ state: 'open', tries: 0, nextTryAt: callBackAt }]);
      const waiting = await listToday(agent, { scope: 'mine', page: 1, pageSize: 50 });
      expect(waiting.items).toMatchObject([{ section: 'waiting', nextTryAt: callBackAt }]);
      await expect(
        recordCall(agent, aCall(recorded.followups[0]!, { result: 'call_back', callBackAt: ctx.now })),
      ).rejects.toMatchObject({ code: 'invalid' });
    }));

  it('ends with a refusal and its reason, and then the customer is left alone but for medical calls', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);

      const recorded = await recordCall(
        agent,
        aCall(followup, { result: 'refused', reason: '不想被打扰', refusesAllContact: true }),
      );
      expect(recorded.followups).toMatchObject([{ state: 'refused', endReason: '不想被打扰' }]);

      const customer = { id: followup.customerId, clinicId: followup.clinicId } as never;
      await aClosedVisit(later(ctx, addHours(ctx.now, 48)), { customer, categories: ['surgery'] });
      const owed = (await followupsOf(ctx, followup.customerId)).filter((each) => each.state === 'open');
      expect(owed.length).toBeGreaterThan(0);
      expect(new Set(owed.map((each) => each.purpose))).toEqual(new Set(['medical']));
    }));

  it('takes a wrong number to the supervisor at once', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const recorded = await recordCall(agent, aCall(followup, { result: 'wrong_number' }));
      expect(recorded.followups).toMatchObject([{ state: 'open', escalation: 'wrong_number' }]);
      expect((await listToday(agent, { scope: 'mine', page: 1, pageSize: 50 })).customers).toBe(0);
    }));

  it('calls the supervisor within 48 hours when the customer is not content', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const supervisor = await as(ctx, 'cs_supervisor');

      await recordCall(
        agent,
        aCall(followup, {
          followups: [{ followupId: followup.id, version: followup.version, score: 5, notes: '等太久' }],
        }),
      );
      await settled(agent);

      const list = await listToday(later(supervisor, agent.now), { scope: 'mine', page: 1, pageSize: 50 });
      expect(list.items).toMatchObject([
        { followups: [{ protocolCode: 'satisfaction-low', closesAt: addHours(agent.now, 48) }] },
      ]);
    }));

  it('cannot be done twice: the second hears who was first', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const colleague = later(await as(ctx, 'cs_agent'), agent.now);
      const outcomes = await Promise.allSettled([
        recordCall(agent, aCall(followup)),
        recordCall(colleague, aCall(followup)),
      ]);

      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected')!;
      expect(lost.reason).toMatchObject({
        code: 'already-ended',
        details: { last: { byName: 'a cs_agent' } },
      });
    }));

  it('is refused on a followup somebody changed meanwhile, and shows it as it is now', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      await recordCall(agent, aCall(followup, { result: 'no_answer' }));
      await expect(recordCall(agent, aCall(followup))).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { tries: 1 }, last: { result: 'no_answer' } },
      });
    }));

  it('is one call for all of a customer’s followups, each with a result of its own', () =>
    inClinic(async (ctx) => {
      const agent = later(await as(ctx, 'cs_agent'), addHours(ctx.now, 5));
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer });
      await aClosedVisit(ctx, { customer });
      const followups = await followupsOf(ctx, customer.id);
      expect(followups).toHaveLength(2);
      expect((await listToday(agent, { scope: 'mine', page: 1, pageSize: 50 })).items).toHaveLength(1);

      const heard = followups.map((each, index) => ({
        followupId: each.id,
        version: each.version,
        score: 8 + index,
        notes: `${index}`,
      }));
      const recorded = await recordCall(agent, aCall(followups[0]!, { followups: heard }));
      expect(recorded.followups.map((each) => each.state)).toEqual(['done', 'done']);
    }));

  it('sees no followup of another organization, nor of a clinic one does not serve', () =>
    inClinic(async (ctx) => {
      const { followup } = await aFollowupToCall(ctx);
      const stranger = await as(ctx, 'cs_agent', { clinicIds: [] });
      await expect(recordCall(stranger, aCall(followup))).rejects.toMatchObject({ code: 'not-found' });
      await inClinic(async (elsewhere) => {
        await expect(recordCall(elsewhere, aCall(followup))).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});

describe('taking a call back', () => {
  it('also takes back the supervisor’s call that a mistyped score led to', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const heard = { followupId: followup.id, version: followup.version, notes: null };
      const { callId } = await recordCall(agent, aCall(followup, { followups: [{ ...heard, score: 1 }] }));
      await settled(agent);
      expect((await followupsOf(ctx, followup.customerId)).map((each) => each.protocolCode)).toContain(
        'satisfaction-low',
      );

      await undoCall(agent, { id: callId });

      expect(await followupsOf(ctx, followup.customerId)).toMatchObject([{ id: followup.id, state: 'open' }]);
    }));

  it('before the events were told leads to no call of the supervisor either', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const heard = { followupId: followup.id, version: followup.version, notes: null };
      const { callId } = await recordCall(agent, aCall(followup, { followups: [{ ...heard, score: 1 }] }));
      const { followups } = await undoCall(agent, { id: callId });
      const right = { followupId: followup.id, version: followups[0]!.version, notes: null, score: 10 };
      await recordCall(later(agent, addMinutes(agent.now, 1)), aCall(followup, { followups: [right] }));
      await settled(agent);
      expect(await followupsOf(ctx, followup.customerId)).toHaveLength(1);
    }));

  it('makes the followup what it was and keeps the slip on record', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const { callId } = await recordCall(
        agent,
        aCall(followup, { result: 'refused', reason: '点错了', refusesAllContact: true }),
      );

      const undone = await undoCall(later(agent, addMinutes(agent.now, 5)), { id: callId });

      expect(undone.followups).toMatchObject([{ state: 'open', tries: 0, endReason: null, endedAt: null }]);
      const timeline = await listTimeline(agent, { customerId: followup.customerId } as never);
      expect(timeline.items.find((entry) => entry.kind === 'attempt')).toMatchObject({
        facts: { undone: true },
      });
    }));

  it.each([
    ['by somebody else', 0, 'not-found'],
    ['after five minutes', 6, 'too-late'],
  ])('is refused %s', (_, minutes, code) =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const { callId } = await recordCall(agent, aCall(followup));
      const who = minutes === 0 ? await as(agent, 'cs_agent') : later(agent, addMinutes(agent.now, minutes));
      await expect(undoCall(who, { id: callId })).rejects.toMatchObject({ code });
    }),
  );

  it('is refused once the next try is on record', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      const first = await recordCall(agent, aCall(followup, { result: 'no_answer' }));
      const soon = later(agent, addMinutes(agent.now, 1));
      await recordCall(soon, aCall(first.followups[0]!, { result: 'no_answer' }));
      await expect(undoCall(soon, { id: first.callId })).rejects.toMatchObject({ code: 'changed-since' });
    }));
});

describe('ending a followup without an answer', () => {
  it('is a supervisor’s act, with a reason, on record', () =>
    inClinic(async (ctx) => {
      const { agent, followup } = await aFollowupToCall(ctx);
      await expect(endFollowup(agent, { id: followup.id, reason: '客户已移居国外' })).rejects.toMatchObject({
        code: 'forbidden',
      });

      const supervisor = await as(agent, 'cs_supervisor');
      const ended = await endFollowup(supervisor, { id: followup.id, reason: '客户已移居国外' });

      expect(ended).toMatchObject({ state: 'ended', endReason: '客户已移居国外' });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'followup.ended',
        actorId: supervisor.actor.id,
      });
      await expect(endFollowup(supervisor, { id: followup.id, reason: 'again' })).rejects.toMatchObject({
        code: 'already-ended',
      });
    }));
});
