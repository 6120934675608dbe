import { describe, expect, it } from 'vitest';
import { dimensionsThatShip } from '#domain/forms/dimension.ts';
import { satisfaction } from '#domain/forms/standard/satisfaction.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { clockAt } from '#server/platform/clock.ts';
import { recordCall } from '../followups/record-call.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { createClinic } from '../staff/edit-clinics.ts';
import { openVisit } from '../visits/open-visit.ts';
import { announceClosedMonths } from '../followups/announce-closed-months.ts';
import { answerByLink } from './answer-by-link.ts';
import { answerForm } from './answer-form.ts';
import { askForm } from './ask-form.ts';
import { getFormRules } from './get-form-rules.ts';
import { listAsked } from './list-asked.ts';
import { listRatings } from './list-ratings.ts';
import { publishFormRules } from './publish-form-rules.ts';
import { publishForm } from './publish-form.ts';
import { listMonthRound, showMonthRound } from './show-month-round.ts';
import { showSatisfaction } from './show-satisfaction.ts';
import { writeFormDraft } from './write-draft.ts';

const page = { page: 1, pageSize: 20 };
const ask = (ctx: Context, id: string, source: 'link' | 'staff') =>
  askForm(ctx, { id, code: 'satisfaction', source, visitId: null, followupId: null, send: false });

async function rated(ctx: Context, customerId: string, values: Record<string, number>): Promise<void> {
  const { link } = await ask(ctx, customerId, 'link');
  await answers(ctx, link!.path, values);
}

async function answers(ctx: Context, path: string, values: Record<string, number>): Promise<void> {
  const exchange = { ip: `2001:db8:e::${newId().slice(0, 4)}` };
  await answerByLink({ database: ctx.database, clock: clockAt(ctx.now), dataDir: '', exchange } as never, {
    ...{ token: path.slice(3), values, sendId: newId() },
  });
}

async function called(ctx: Context, customerId: string, score: number): Promise<void> {
  const [followup] = await followupsOf(ctx, customerId);
  await recordCall(ctx, {
    ...{
      customerId,
      result: 'reached',
      channel: 'phone',
      durationSeconds: 120,
      problem: null,
      actionPlan: null,
    },
    ...{ nextAppointmentOn: null, callBackAt: null, reason: null, refusesAllContact: false },
    followups: [{ followupId: followup!.id, version: followup!.version, score, notes: null }],
  });
}

describe('the figures', () => {
  it('say 61 of a hundred who answered 70, 21 and 9, with the interval and how many of the asked answered', () =>
    inClinic(async (ctx) => {
      const scores = Array.from({ length: 100 }, (_, place) => (place < 70 ? 9 : place < 91 ? 8 : 6));
      for (const [place, recommend] of scores.entries()) {
        const { id } = await aCustomer(ctx, { name: `客户${place}`, phone: `139${10_000_000 + place}` });
        await rated(ctx, id, { overall: 9, recommend });
      }
      for (let place = 0; place < 25; place += 1)
        await ask(ctx, (await aCustomer(ctx, { phone: `138${10_000_000 + place}` })).id, 'link');

      const { recommend, response } = (await showSatisfaction(ctx, { by: 'category' })).all;
      expect(recommend).toMatchObject({ n: 100, promoters: 70, passives: 21, detractors: 9, score: 61 });
      expect(recommend.interval).toMatchObject({
        low: expect.closeTo(48.3, 1),
        high: expect.closeTo(73.7, 1),
      });
      expect(response).toMatchObject({ count: 100, of: 125 });
    }));

  it('keep what staff asked and what customers filled in apart, with the response rate and the list behind', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小林' });
      const [one, two, three, four] = [
        await aCustomer(ctx, { name: '张三' }),
        await aCustomer(ctx, { name: '李四', phone: '13800001235' }),
        await aCustomer(ctx, { name: '王五', phone: '13800001236' }),
        await aCustomer(ctx, { name: '赵六', phone: '13800001237' }),
      ];
      await aClosedVisit(ctx, { customer: three, categories: ['surgery'] });
      await rated(ctx, one.id, { overall: 6, recommend: 3 });
      await rated(ctx, two.id, { overall: 8, recommend: 9 });
      await ask(ctx, four.id, 'link');
      const { request } = await ask(agent, four.id, 'staff');
      await answerForm(agent, { id: request.id, values: { overall: 10 }, sendId: newId() });
      await called(agent, three.id, 10);

      const figures = await showSatisfaction(ctx, { by: 'category' });
      const overall = figures.all.dimensions.find(({ dimension }) => dimension === 'overall')!;
      expect([overall.n, overall.bands.map(({ count, of }) => `${count}/${of}`)]).toEqual([
        4,
        ['2/4', '1/4', '1/4', '0/4'],
      ]);
      expect(overall.bands[0]!.interval!.low).toBeCloseTo(0.15, 2);
      expect(figures.all.recommend).toMatchObject({ n: 2, score: 0 });
      expect(figures.all.response).toMatchObject({ count: 2, of: 3 });
      expect(figures.rows.map(({ key }) => key)).toEqual(['surgery', null]);
      expect(figures.gaps).toMatchObject([
        {
          name: '小林',
          staffAsked: { n: 2, mean: 10 },
          selfFilled: { n: 2, mean: 7 },
          against: 'all',
          gap: 3,
        },
      ]);

      const days = { from: figures.from, to: figures.to, dimension: 'overall', ...page } as const;
      const tens = await listRatings(ctx, { ...days, band: 'very_satisfied' });
      expect(
        tens.items.map(({ customer, how, askerName }) => [customer.name, how, askerName]).sort(),
      ).toEqual(
        [
          ['王五', 'staff', '小林'],
          ['赵六', 'staff', '小林'],
        ].sort(),
      );
      expect((await listRatings(ctx, { ...days, how: 'self' })).total).toBe(2);
      const surgery = await listRatings(ctx, { ...days, by: 'category', key: 'surgery' });
      expect(surgery.items).toMatchObject([{ score: 10, customer: { name: '王五' } }]);
      const unknown = await listRatings(ctx, { ...days, by: 'category', key: 'none' });
      expect(unknown.total).toBe(3);
      const { from, to } = figures;
      const silent = await listAsked(ctx, { from, to, state: 'silent', ...page });
      expect(silent.items).toMatchObject([{ customer: { name: '赵六' }, answeredAt: null, answerId: null }]);
      expect((await listAsked(ctx, { from, to, by: 'category', key: 'none', ...page })).total).toBe(3);
      expect((await listAsked(ctx, { from, to, by: 'category', key: 'surgery', ...page })).total).toBe(0);
      const self = await showSatisfaction(ctx, { by: 'month', how: 'self' });
      expect(self.rows.map(({ key, dimensions }) => [key, dimensions[0]!.n])).toEqual([['2026-03-01', 2]]);
      expect(self.all.response).toMatchObject({ count: 2, of: 3 });
      const staff = await showSatisfaction(ctx, { by: 'month', how: 'staff' });
      expect(staff.all.response).toMatchObject({ count: 0, of: 0 });
    }));

  it('keep what somebody said in a call beside what they filled in alone after it', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小林' });
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      const [followup] = await followupsOf(ctx, customer.id);
      const wish = { id: customer.id, code: 'satisfaction', visitId: null, followupId: followup!.id };
      const { link } = await askForm(agent, { ...wish, source: 'link', send: false });
      await called(agent, customer.id, 10);
      await answers(ctx, link!.path, { overall: 4 });
      expect((await showSatisfaction(ctx, { by: 'asker' })).gaps).toMatchObject([
        { name: '小林', staffAsked: { n: 1, mean: 10 }, selfFilled: { n: 1, mean: 4 } },
      ]);
      // Written down as a form by who called, it is one rating.
      const { request } = await askForm(agent, { ...wish, source: 'staff', send: false });
      await answerForm(agent, { id: request.id, values: { overall: 10 }, sendId: newId() });
      expect((await showSatisfaction(ctx, { by: 'asker', how: 'staff' })).all.dimensions).toMatchObject([
        { dimension: 'overall', n: 1 },
      ]);
    }));

  it('of a visit are those of the clinic it was in, and of nowhere known those of the customer’s own', () =>
    inClinic(async (ctx, { clinicId: own }) => {
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const customer = await aCustomer(ctx, { clinicId: own });
      await rated(ctx, customer.id, { overall: 9 });
      await openVisit(ctx, { customerId: customer.id, clinicId: other.id, chiefComplaint: null });
      await rated(ctx, customer.id, { overall: 4 });
      const means = [own, other.id].map(async (clinicId) => {
        const { all } = await showSatisfaction(ctx, { by: 'doctor', clinicId });
        return all.dimensions.map(({ mean }) => mean);
      });
      expect(await Promise.all(means)).toEqual([[9], [4]]);
    }));

  it('of another clinic are not seen by who works in one', () =>
    inClinic(async (ctx, { clinicId }) => {
      const customer = await aCustomer(ctx);
      await rated(ctx, customer.id, { overall: 9 });
      const here = await as(ctx, 'cs_supervisor', { clinicIds: [clinicId] });
      expect((await showSatisfaction(here, { by: 'doctor' })).all.dimensions).toHaveLength(1);
      const nowhere = { ...here, actor: { ...here.actor, clinicIds: [] } };
      expect((await showSatisfaction(nowhere, { by: 'doctor' })).all.dimensions).toEqual([]);
      expect(
        (await listRatings(nowhere, { from: '2026-03-01', to: '2026-03-31', dimension: 'overall', ...page }))
          .total,
      ).toBe(0);
    }));
});

describe('what scores are about', () => {
  it('is what the clinic names: its own counts as the shipped does, and what is no longer used stays to be seen', () =>
    inClinic(async (ctx) => {
      const parking = { key: 'parking', name: { zh: '停车', en: 'Parking' }, isUsed: true };
      const { rules } = await publishFormRules(ctx, {
        rules: { dimensions: [...dimensionsThatShip, parking] },
        version: 0,
      });
      const question = { ...satisfaction.questions[0]!, key: 'parking', dimension: 'parking' };
      const definition = { ...satisfaction, questions: [...satisfaction.questions, question] };
      const unknown = { ...question, key: 'view', dimension: 'view' };
      await writeFormDraft(ctx, {
        ...{ code: 'satisfaction', version: 0 },
        definition: { ...definition, questions: [...definition.questions, unknown] },
      });
      await expect(publishForm(ctx, { code: 'satisfaction', version: 1 })).rejects.toMatchObject({
        details: { flaws: [{ question: 'view', flaw: 'dimension-unknown' }] },
      });
      await writeFormDraft(ctx, { code: 'satisfaction', version: 1, definition });
      await publishForm(ctx, { code: 'satisfaction', version: 2 });
      await rated(ctx, (await aCustomer(ctx)).id, { overall: 8, parking: 3 });
      await publishFormRules(ctx, {
        rules: {
          dimensions: rules.dimensions.map((each) => ({
            ...each,
            isUsed: each.key !== 'parking' && each.isUsed,
          })),
        },
        version: 1,
      });

      const { dimensions, all } = await showSatisfaction(ctx, { by: 'doctor' });
      expect(dimensions.at(-1)).toEqual({ key: 'parking', name: parking.name });
      expect(all.dimensions).toMatchObject([
        { dimension: 'overall', mean: 8 },
        { dimension: 'parking', mean: 3 },
      ]);
      await expect(
        publishFormRules(ctx, { rules: { dimensions: [...dimensionsThatShip] }, version: 2 }),
      ).rejects.toMatchObject({ code: 'invalid', details: [{ code: 'dimension-gone' }] });
      await expect(publishFormRules(ctx, { rules, version: 1 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('form-rules.published');
      expect((await getFormRules((await aClinic()).ctx)).version).toBe(0);
    }));
});

describe('the round of the month', () => {
  it('says who was asked and who is left, by whom, with the hours it takes', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const names = ['张三', '李四', '王五'];
      const customers = [];
      for (const [index, name] of names.entries())
        customers.push(await aCustomer(ctx, { name, phone: `1380000${2000 + index}` }));
      for (const customer of customers) await aClosedVisit(ctx, { customer, categories: ['cleaning'] });
      const april = later(ctx, '2026-04-03T02:00:00.000Z');
      await announceClosedMonths(april);
      await settled(april);
      await rated(april, customers[0]!.id, { overall: 7 });
      const followup = (await followupsOf(april, customers[1]!.id)).find(
        ({ event }) => event === 'month.closed',
      )!;
      await recordCall(later(agent, april.now), {
        ...{ customerId: customers[1]!.id, result: 'no_answer', channel: 'phone', durationSeconds: null },
        ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
        followups: [{ followupId: followup.id, version: followup.version, score: null, notes: null }],
        refusesAllContact: false,
      });

      const round = await showMonthRound(april, {});
      expect(round).toMatchObject({
        ...{ month: '2026-03', today: '2026-04-03', lastDay: '2026-04-09', daysLeft: 7 },
        all: {
          customers: 3,
          left: 1,
          asked: { count: 2, of: 3 },
          answered: { count: 1, of: 3 },
          askedToday: 1,
          overall: { n: 1, mean: 7 },
        },
      });
      expect(round.all.hoursLeft).toBeCloseTo(4 / 60, 5);
      const listed = async (state: 'left' | 'asked' | 'answered') =>
        (await listMonthRound(april, { ...page, state })).items.map(({ customer }) => customer.name).sort();
      expect([await listed('left'), await listed('asked'), await listed('answered')]).toEqual([
        ['王五'],
        ['张三', '李四'].sort(),
        ['张三'],
      ]);
      // What somebody says of May is no answer to the round of March.
      const may = later(ctx, '2026-05-01T02:00:00.000Z');
      await rated(may, customers[2]!.id, { overall: 2 });
      expect((await showMonthRound(may, { month: '2026-03' })).all).toMatchObject({
        answered: { count: 1, of: 3 },
        overall: { n: 1, mean: 7 },
      });
    }));
});
