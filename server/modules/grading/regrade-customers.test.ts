import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { endFollowup } from '#server/modules/followups/end-followup.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { addProblem } from '#server/modules/records/add-problem.ts';
import { editProblem } from '#server/modules/records/edit-problem.ts';
import { as, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { settles } from '#server/modules/recovery/a-case.fixture.ts';
import { answers, gradeNow, paidBefore, pays, scores } from './a-graded-customer.fixture.ts';
import { getCustomerGrade } from './get-customer-grade.ts';
import { regradeNightly } from './regrade-everybody.ts';

const threshold = 3_000_000;
const inDays = (now: string, days: number) => addHours(now, days * 24);

describe('grading a customer', () => {
  it('calls somebody ordinary of whom nothing is known', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      expect(await getCustomerGrade(ctx, { id })).toMatchObject({
        grade: 'C',
        reasons: [{ code: 'ordinary' }],
        since: null,
        frozen: [],
        history: [],
      });
    }));

  it.each([
    { name: 'a fen below the threshold', fen: threshold - 1, grade: 'C' },
    { name: 'the threshold', fen: threshold, grade: 'A' },
    { name: 'more than it', fen: threshold + 1, grade: 'A' },
  ])('by a payment of $name is $grade right after it', ({ fen, grade }) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await pays(ctx, id, fen);
      expect(await gradeNow(ctx, id)).toBe(grade);
      expect((await getCustomer(ctx, { id })).grade).toBe(grade);
    }),
  );

  it('says why, keeps what it was, and leaves the record’s version alone', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await pays(ctx, customer.id, threshold);
      const { reasons, history, since } = await getCustomerGrade(ctx, { id: customer.id });
      expect(reasons).toEqual([{ code: 'spend', fen: threshold, thresholdFen: threshold, months: 24 }]);
      expect(history).toMatchObject([{ before: 'C', grade: 'A', source: 'rule', at: ctx.now, reasons }]);
      expect(since).toBe(ctx.now);
      expect((await getCustomer(ctx, { id: customer.id })).version).toBe(customer.version);
      const { items } = await listCustomers(ctx, { page: 1, pageSize: 50, grade: 'A' });
      expect(items.map((item) => item.id)).toEqual([customer.id]);
    }));

  it('tells one change once, however often it looks', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await pays(ctx, id, threshold);
      await regradeNightly(ctx);
      await regradeNightly(later(ctx, inDays(ctx.now, 1)));
      expect((await getCustomerGrade(ctx, { id })).history).toHaveLength(1);
    }));

  it('keeps an A by spending until it is below nine tenths of the threshold', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await paidBefore(ctx, customer, 300_000, 720);
      await pays(ctx, customer.id, threshold - 300_000);
      expect(await gradeNow(ctx, customer.id)).toBe('A');
      // The first payment grows too old: nine tenths are left.
      const next = later(ctx, inDays(ctx.now, 30));
      await regradeNightly(next);
      expect(await getCustomerGrade(next, { id: customer.id })).toMatchObject({
        grade: 'A',
        reasons: [{ code: 'spend-kept', fen: threshold - 300_000, keptFromFen: 2_700_000 }],
      });
      await regradeNightly(later(ctx, inDays(ctx.now, 760)));
      expect(await gradeNow(ctx, customer.id)).toBe('C');
    }));

  it('never had that sum before: nine tenths of the threshold are no A', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await pays(ctx, id, threshold - 300_000);
      expect(await gradeNow(ctx, id)).toBe('C');
    }));

  it('makes two paying people a customer sent an A, and one not', () =>
    inClinic(async (ctx) => {
      const sender = await aCustomer(ctx);
      const [one, other] = [
        await aCustomer(ctx, { referrerId: sender.id, name: '李四' }),
        await aCustomer(ctx, { referrerId: sender.id, name: '王五' }),
      ];
      for (const customer of [one, other]) await aClosedVisit(ctx, { customer });
      await pays(ctx, one.id, 100);
      expect(await gradeNow(ctx, sender.id)).toBe('C');
      await pays(ctx, other.id, 100);
      expect(await getCustomerGrade(ctx, { id: sender.id })).toMatchObject({
        grade: 'A',
        reasons: [{ code: 'referrals', referred: [one.id, other.id].sort(), needed: 2 }],
      });
    }));

  it('makes somebody of influence an A', () =>
    inClinic(async (ctx) => {
      const { id, version } = await aCustomer(ctx);
      await editCustomer(ctx, { id, version, hasInfluence: true });
      await settled(ctx);
      expect((await getCustomerGrade(ctx, { id })).reasons).toEqual([{ code: 'influence' }]);
      const hidden = await getCustomerGrade(await as(ctx, 'front_desk'), { id });
      expect([hidden.grade, hidden.reasons]).toEqual(['A', [{ code: 'withheld' }]]);
    }));

  it.each([
    { name: 'who paid before', fen: 100, grade: 'B' },
    { name: 'who never paid', fen: null, grade: 'C' },
  ])('makes somebody with a latent problem, $name, a $grade, until it is treated', ({ fen, grade }) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      if (fen !== null) await pays(ctx, id, fen);
      const problem = await addProblem(ctx, {
        ...{ id, area: 'tooth', places: ['36'], finding: '缺牙', visitId: null },
      });
      await settled(ctx);
      expect(await gradeNow(ctx, id)).toBe(grade);
      await editProblem(ctx, { id, problemId: problem.id, version: problem.version, state: 'treated' });
      await settled(ctx);
      expect(await gradeNow(ctx, id)).toBe('C');
    }),
  );
});

describe('an unhappy customer', () => {
  it.each([
    { score: 5, grade: 'D' },
    { score: 8, grade: 'A' },
  ])('who spent a lot and says $score is $grade', ({ score, grade }) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await pays(ctx, id, threshold);
      await scores(ctx, id, score);
      expect(await gradeNow(ctx, id)).toBe(grade);
    }),
  );

  it('stays D until they say themselves that it is well, and then is who they were', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await pays(ctx, id, threshold);
      await scores(ctx, id, 3);
      const repair = (await followupsOf(ctx, id)).find((each) => each.event === 'satisfaction.low')!;
      const supervisor = later(await as(ctx, 'cs_supervisor'), addHours(ctx.now, 2));
      await answers(supervisor, id, repair, 9);
      expect(await getCustomerGrade(ctx, { id })).toMatchObject({
        grade: 'D',
        reasons: [{ code: 'open-case' }],
      });
      await settles(ctx, id);
      await settled(ctx);
      const { grade, history } = await getCustomerGrade(ctx, { id });
      expect(grade).toBe('A');
      expect(history.map((change) => change.grade)).toEqual(['A', 'D', 'A']);
    }));

  it('is not forgotten when the supervisor ends the call: the case and the score still stand', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await scores(ctx, id, 3);
      const repair = (await followupsOf(ctx, id)).find((each) => each.event === 'satisfaction.low')!;
      await endFollowup(ctx, { id: repair.id, reason: '联系不上' });
      await settled(ctx);
      expect(await getCustomerGrade(ctx, { id })).toMatchObject({
        grade: 'D',
        reasons: [{ code: 'dissatisfied', score: 3, below: 6 }, { code: 'open-case' }],
      });
    }));

  it('of a fair score is D while the case is open', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await scores(ctx, id, 7);
      expect(await getCustomerGrade(ctx, { id })).toMatchObject({
        grade: 'D',
        reasons: [{ code: 'open-case' }],
      });
      await settles(ctx, id);
      await settled(ctx);
      expect(await gradeNow(ctx, id)).toBe('C');
    }));

  it('was a slip: a score taken back counts no more', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const callId = await scores(ctx, id, 8);
      const slip = await scores(later(ctx, addHours(ctx.now, 1)), id, 8);
      expect(slip).not.toBe(callId);
      await undoCall(later(ctx, addHours(ctx.now, 1)), { id: slip });
      await settled(ctx);
      expect(await gradeNow(ctx, id)).toBe('C');
    }));
});
