import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { editVisit } from '#server/modules/visits/edit-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { untilOneWaits } from '#tests/support/until-one-waits.ts';
import { aGroup, noticesOf } from '../messaging/a-group.fixture.ts';
import { answer, aConfirmedCase, caseOf, casesOf, hears, settles } from './a-case.fixture.ts';
import { answerCase, confirmCase, sendCaseBack, tryCustomer } from './answer-case.ts';
import { assignCase, markCase } from './assign-case.ts';
import { askForEnd, decideEnd, reopenCase, takeWord } from './close-case.ts';
import { getCase } from './get-case.ts';
import { askRemedy, decideRemedy, giveRemedy, withdrawRemedy } from './give-remedy.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { publishRecoveryRules } from './publish-rules.ts';
import { getRecoveryRules } from './get-rules.ts';
import { addLesson, showWeek } from './show-week.ts';
import { watchCases } from './watch-cases.ts';

const noticed = { words: '客户说牙套磨嘴，来了两次都没修好', score: null, special: null, aboutId: null };
const mine = { page: 1, pageSize: 50, scope: 'mine', state: 'open' } as const;

/** A customer whom a doctor of the clinic treats right now. */
async function aTreatedCustomer(ctx: Context) {
  const customer = await aCustomer(ctx);
  const doctor = await as(ctx, 'doctor', { name: '王医生' });
  const visit = await openVisit(ctx, {
    customerId: customer.id,
    clinicId: customer.clinicId,
    chiefComplaint: null,
  });
  const treatments = [
    { category: 'extraction' as const, name: '拔牙', teamId: null, doctorId: doctor.actor.id },
  ];
  await editVisit(ctx, { id: visit.id, version: visit.version, treatments });
  return { customer, doctor };
}

describe('a low score', () => {
  it.each([
    { score: 7, cases: 1 },
    { score: 8, cases: 0 },
  ])('of $score opens $cases cases, with the doctor and two days', ({ score, cases }) =>
    inClinic(async (ctx) => {
      const { customer, doctor } = await aTreatedCustomer(ctx);
      await hears(ctx, customer.id, score);
      const all = await casesOf(ctx, customer.id);
      expect(all).toHaveLength(cases);
      if (cases === 0) return;
      expect(all[0]).toMatchObject({
        ...{ kind: 'low-score', gravity: 'ordinary', step: 'doctor', level: 'owner', firstScore: score },
        owner: { id: doctor.actor.id, name: '王医生' },
        about: [{ id: doctor.actor.id }],
        breaksAt: addHours(ctx.now, 24),
        resolveBy: addHours(ctx.now, 48),
      });
      expect((await listCases(doctor, mine)).items).toMatchObject([{ id: all[0]!.id }]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('case.opened');
    }),
  );

  it('joins the case that is open, and what a person notices makes it no second one', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await hears(ctx, id, 6);
      await hears(later(ctx, addHours(ctx.now, 1)), id, 5);
      await openCase(later(ctx, addHours(ctx.now, 2)), { id, ...noticed, special: 'legal' });
      const [only, ...others] = await casesOf(ctx, id);
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        firstScore: 6,
        gravity: 'special',
        special: 'legal',
        level: 'leadership',
      });
      expect(only!.signs.map(({ kind }) => kind)).toEqual(['low-score', 'low-score', 'person']);
      expect(only!.resolveBy).toBe(addHours(ctx.now, 48));
    }));

  it('that was a slip takes its case back, but not one that somebody has answered', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const slip = await hears(ctx, id, 5);
      await undoCall(ctx, { id: slip });
      await settled(ctx);
      expect(await casesOf(ctx, id)).toEqual([]);

      const other = await aCustomer(ctx, { name: '李四', phone: null });
      const callId = await hears(ctx, other.id, 5);
      const { id: caseId, version } = await caseOf(ctx, other.id);
      await answerCase(ctx, { id: caseId, version, ...answer });
      await undoCall(ctx, { id: callId });
      await settled(ctx);
      expect(await caseOf(ctx, other.id)).toMatchObject({ state: 'open', signs: [{ isWithdrawn: true }] });
    }));
});

describe('the way of a case', () => {
  it('leads from the doctor over customer service to the customer’s own word, and ends the calls it asked for', () =>
    inClinic(async (ctx) => {
      const { customer, doctor } = await aTreatedCustomer(ctx);
      await hears(ctx, customer.id, 5);
      const agent = await as(ctx, 'cs_agent');
      const { id, version } = await caseOf(ctx, customer.id);

      await expect(answerCase(await as(ctx, 'nurse'), { id, version, ...answer })).rejects.toMatchObject({
        code: 'not-yours',
      });
      const answered = await answerCase(doctor, { id, version, ...answer });
      expect(answered).toMatchObject({ step: 'service', owner: null, cause: 'pain', answer: answer.answer });
      await expect(confirmCase(doctor, { id, version: answered.version, words: '好' })).rejects.toMatchObject(
        { code: 'about-you' },
      );
      const confirmed = await confirmCase(agent, { id, version: answered.version, words: '已转告' });
      expect(confirmed).toMatchObject({ step: 'customer', owner: { id: agent.actor.id } });
      const word = { id, version: confirmed.version, isSettled: true, score: 9, words: '不疼了' };
      await expect(takeWord(agent, { ...word, score: 5 })).rejects.toMatchObject({ code: 'score-too-low' });
      await expect(takeWord(agent, { ...word, version: 1 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { version: confirmed.version } },
      });
      const closed = await takeWord(agent, word);
      expect(closed).toMatchObject({
        ...{ state: 'closed', closing: 'customer-word', firstScore: 5, secondScore: 9 },
      });
      const open = (await followupsOf(ctx, customer.id)).filter(({ state }) => state === 'open');
      expect(open.map(({ event }) => event)).not.toContain('satisfaction.low');
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['case.answered', 'case.confirmed', 'case.word']),
      );

      const other = await aClinic(ctx.now);
      await expect(getCase(other.ctx, { id })).rejects.toMatchObject({ code: 'not-found' });
    }));

  it('is not taken to its end by who was asked after it was opened and answered', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const doctor = await as(ctx, 'doctor');
      const given = await caseOf(ctx, customerId);
      const { id } = given;
      expect(given.about).toEqual([]);
      const asked = await assignCase(ctx, { id, version: given.version, ownerId: doctor.actor.id! });
      const { version } = await answerCase(doctor, { id, version: asked.version, ...answer });
      const alone = { code: 'own-answer' };
      await expect(confirmCase(doctor, { id, version, words: '好' })).rejects.toMatchObject(alone);
      const confirmed = await confirmCase(await as(ctx, 'cs_agent'), { id, version, words: '好' });
      const freed = await assignCase(ctx, { id, version: confirmed.version, ownerId: null });
      const word = { id, version: freed.version, isSettled: true, score: 9, words: '好了' };
      await expect(takeWord(doctor, word)).rejects.toMatchObject(alone);
    }));

  it('takes no sign while it is being closed: what comes meanwhile is a case of its own', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const agent = await as(ctx, 'cs_agent');
      const confirmed = await aConfirmedCase(ctx, agent, customerId);
      const { opened } = await inTransaction(agent, async (closing) => {
        const word = {
          id: confirmed.id,
          version: confirmed.version,
          isSettled: true,
          score: 9,
          words: '好了',
        };
        await takeWord(closing, word);
        const opened = openCase(ctx, { id: customerId, ...noticed });
        await untilOneWaits(closing, opened);
        return { opened };
      });
      expect(await opened).toMatchObject({ state: 'open', signs: [{ kind: 'person' }] });
      expect((await getCase(ctx, { id: confirmed.id })).state).toBe('closed');
    }));

  it('goes round again where the answer does not answer, or the customer says no', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const agent = await as(ctx, 'cs_agent');
      const { id, version } = await caseOf(ctx, customerId);
      const first = await answerCase(ctx, { id, version, ...answer });
      const back = await sendCaseBack(agent, { id, version: first.version, reason: '没有说明怎么处理' });
      expect(back.step).toBe('doctor');
      const confirmed = await aConfirmedCase(ctx, agent, customerId);
      const no = { id, version: confirmed.version, isSettled: false, score: 4, words: '还是疼' };
      expect(await takeWord(agent, no)).toMatchObject({ state: 'open', step: 'doctor', secondScore: 4 });
    }));

  it('does not end while something promised is not given, and what costs much needs another person', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const agent = await as(ctx, 'cs_agent');
      const confirmed = await aConfirmedCase(ctx, agent, customerId);
      const { id } = confirmed;
      const refund = { kind: 'refund' as const, what: '退本次拔牙费', costFen: 50_001 };
      const asked = await askRemedy(agent, { id, version: confirmed.version, ...refund });
      const remedyId = asked.remedies[0]!.id;
      const word = { id, isSettled: true, score: 9, words: '好了' };
      const stops = (version: number) =>
        expect(takeWord(agent, { ...word, version })).rejects.toMatchObject({ code: 'remedy-owed' });
      await stops(asked.version);
      await expect(giveRemedy(agent, { id: remedyId })).rejects.toMatchObject({ code: 'remedy-not-agreed' });
      const manager = await as(ctx, 'manager');
      const agreed = await decideRemedy(manager, { id: remedyId, isAgreed: true, reason: '属实' });
      expect(agreed.remedies).toMatchObject([{ state: 'agreed', decidedByName: 'a manager' }]);
      await stops(agreed.version);
      // A gift that nobody wants is no reason to keep a case open.
      const more = await askRemedy(agent, {
        id,
        version: agreed.version,
        ...refund,
        kind: 'gift',
        costFen: 100,
      });
      const gift = more.remedies.find(({ kind }) => kind === 'gift')!;
      const withdrawn = await withdrawRemedy(agent, { id: gift.id, reason: '客户不要' });
      expect(withdrawn.remedies).toContainEqual(
        expect.objectContaining({ kind: 'gift', state: 'withdrawn' }),
      );
      await expect(withdrawRemedy(agent, { id: gift.id, reason: '再一次' })).rejects.toMatchObject({
        code: 'remedy-decided',
      });
      const given = await giveRemedy(agent, { id: remedyId });
      expect(await takeWord(agent, { ...word, version: given.version })).toMatchObject({ state: 'closed' });
    }));

  it('is ended without the customer’s word after three tries, by two people, and can be opened again', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const supervisor = await as(ctx, 'cs_supervisor');
      const confirmed = await aConfirmedCase(ctx, supervisor, customerId);
      const { id } = confirmed;
      let { version } = confirmed;
      const wish = { id, reason: '三次未接，已发短信' };
      for (const tries of [1, 2, 3]) {
        await expect(askForEnd(supervisor, { ...wish, version })).rejects.toMatchObject({
          code: 'too-few-tries',
        });
        ({ version } = await tryCustomer(supervisor, { id, version, words: `第 ${tries} 次未接` }));
      }
      ({ version } = await askForEnd(supervisor, { ...wish, version }));
      const yes = { id, isAgreed: true, reason: '同意' };
      await expect(decideEnd(supervisor, { ...yes, version })).rejects.toMatchObject({ code: 'own-wish' });
      const manager = await as(ctx, 'manager');
      expect((await listCases(manager, mine)).items).toMatchObject([{ id }]);
      const ended = await decideEnd(manager, { ...yes, version });
      expect(ended).toMatchObject({ state: 'closed', closing: 'without-word', secondScore: null });
      const tomorrow = later(ctx, addHours(ctx.now, 30));
      const again = await reopenCase(tomorrow, { id, version: ended.version, reason: '客户来电说没解决' });
      expect(again).toMatchObject({
        ...{ state: 'open', step: 'doctor', reopened: 1, level: 'owner', closing: null },
        resolveBy: addHours(tomorrow.now, 48),
      });
    }));

  it('is, once closed, on the board of who closed it, and not of everybody in customer service', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const [agent, other] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      const { id, version } = await aConfirmedCase(ctx, agent, customerId);
      await takeWord(agent, { id, version, isSettled: true, score: 9, words: '好了' });
      const closedOf = async (who: Context) => (await listCases(who, { ...mine, state: 'closed' })).total;
      expect([await closedOf(agent), await closedOf(other)]).toEqual([1, 0]);
    }));
});

describe('the clock of a case', () => {
  it('brings it to the next level before its limit breaks, once, and to the leadership when it did', () =>
    inClinic(async (ctx) => {
      await aGroup(ctx);
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 5);
      const levels: string[] = [];
      for (const hours of [19, 20, 20, 24, 47, 48]) {
        await watchCases(later(ctx, addHours(ctx.now, hours)));
        levels.push((await caseOf(ctx, customerId)).level);
      }
      expect(levels).toEqual(['owner', 'department', 'department', 'supervisor', 'supervisor', 'leadership']);
      const { acts } = await caseOf(ctx, customerId);
      expect(acts.flatMap(({ kind, level }) => (kind === 'escalated' ? [level] : []))).toEqual([
        ...['department', 'supervisor', 'leadership'],
      ]);
      // Each level is told, once.
      const told = (await noticesOf(ctx)).map(({ text }) => text);
      expect(told.map((text) => /科室负责人|客服主管|院领导/u.exec(text)?.[0])).toEqual([
        ...['科室负责人', '客服主管', '院领导'],
      ]);
      const late = later(await as(ctx, 'manager'), addHours(ctx.now, 49));
      const { items, counts } = await listCases(late, mine);
      expect(items).toMatchObject([{ level: 'leadership' }]);
      expect(counts).toEqual({ open: 1, breaking: 0, broken: 1 });
    }));

  it('of what may become a complaint tells the supervisor at once, and the leadership when it turns out worse', () =>
    inClinic(async (ctx) => {
      await aGroup(ctx);
      const { id } = await aCustomer(ctx);
      const worse = { ...noticed, words: '我要投诉你们，要找律师' };
      const opened = await openCase(ctx, { id, ...noticed });
      expect(opened.level).toBe('owner');
      expect(await noticesOf(ctx)).toEqual([]);
      const supervisor = await as(ctx, 'cs_supervisor');
      const { version } = await caseOf(ctx, id);
      await markCase(supervisor, { id: opened.id, version, special: 'legal', reason: worse.words });
      const [notice] = await noticesOf(ctx);
      expect(notice!.text).toContain('特殊事件');
      expect(notice!.text).toContain('已直接送达院领导');
    }));

  it('of a formal complaint counts working days: asked on Thursday, answered by the next', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const opened = await openCase(ctx, { id: customerId, ...noticed });
      const supervisor = await as(ctx, 'cs_supervisor');
      const marked = await markCase(supervisor, {
        ...{ id: opened.id, version: opened.version, formal: 'one-department', reason: '书面投诉' },
      });
      expect(marked.formalDueAt).toBe('2026-03-19T15:59:59.999Z');
      const given = await assignCase(supervisor, {
        ...{ id: opened.id, version: marked.version, ownerId: supervisor.actor.id! },
      });
      expect(given.owner).toMatchObject({ id: supervisor.actor.id });
      await expect(
        assignCase(supervisor, { id: opened.id, version: given.version, ownerId: newId() }),
      ).rejects.toMatchObject({ code: 'not-found' });
    }));

  it.each([
    { name: 'runs on when it is opened again before', hours: 24, formalDueAt: '2026-03-19T15:59:59.999Z' },
    { name: 'is over with it when it is opened again after', hours: 24 * 8, formalDueAt: null },
  ])('of a formal complaint $name', ({ hours, formalDueAt }) =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const { id, version } = await openCase(ctx, { id: customerId, ...noticed });
      await markCase(ctx, { id, version, formal: 'one-department', reason: '书面投诉' });
      const { version: closed } = await settles(ctx, customerId);
      const again = later(ctx, addHours(ctx.now, hours));
      expect(await reopenCase(again, { id, version: closed, reason: '又疼了' })).toMatchObject({
        ...{ formalDueAt, breaksAt: addHours(again.now, 24) },
      });
    }),
  );
});

describe('the figures of recovery', () => {
  it('are the clinic’s own from the next case on, and a week of cases teaches', () =>
    inClinic(async (ctx) => {
      const { rules } = await getRecoveryRules(ctx);
      const stricter = { ...rules, opensBelow: 9, resolveHours: 12 };
      await publishRecoveryRules(ctx, { rules: stricter, version: 0 });
      await expect(publishRecoveryRules(ctx, { rules, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      const { id: customerId } = await aCustomer(ctx);
      await hears(ctx, customerId, 8);
      expect((await caseOf(ctx, customerId)).resolveBy).toBe(addHours(ctx.now, 12));
      await settles(ctx, customerId, 10);

      await addLesson(ctx, { week: '2026-03-12', cause: 'pain', changed: '拔牙后当晚加一次电话' });
      await expect(
        addLesson(ctx, { week: '2026-03-12', cause: 'nothing', changed: '无' }),
      ).rejects.toMatchObject({ code: 'invalid' });
      expect(await showWeek(ctx, { week: '2026-03-12' })).toMatchObject({
        ...{ week: '2026-03-09', opened: 1, closed: 1, withWord: 1, inTime: 1, uplift: 2 },
        causes: [{ cause: 'pain', cases: 1, lessons: [{ changed: '拔牙后当晚加一次电话', repeats: 0 }] }],
      });
      expect((await showWeek((await aClinic(ctx.now)).ctx, { week: '2026-03-12' })).opened).toBe(0);
    }));
});
