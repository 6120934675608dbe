import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { paidBefore, pays, scores } from './a-graded-customer.fixture.ts';
import { regradeNightly } from './regrade-everybody.ts';
import { listEffortContacts, showEffort } from './show-effort.ts';

const week = { from: '2026-03-09', to: '2026-03-15' };
const page = { page: 1, pageSize: 50 };

describe('the share of effort', () => {
  it('counts contacts and minutes by the grade of that day, with the list behind them', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '何静' });
      const best = await aCustomer(ctx, { name: '赵敏' });
      const other = await aCustomer(ctx, { name: '李静' });
      await scores(agent, best.id, null, 60);
      await pays(later(ctx, addHours(ctx.now, 0.5)), best.id, 3_000_000);
      const hourLater = later(agent, addHours(ctx.now, 1));
      await scores(hourLater, best.id, null, 300);
      await scores(hourLater, best.id, null, 180);
      await scores(hourLater, other.id, null, 60);

      const report = await showEffort(ctx, week);
      const figures = {
        contacts: 4,
        contactsForBest: 2,
        minutes: 10,
        minutesForBest: 8,
        contactShare: 0.5,
        minuteShare: 0.8,
      };
      expect(report.total).toEqual(figures);
      expect(report.weeks).toEqual([
        { ...figures, week: '2026-03-09', staffId: agent.actor.id, staffName: '何静' },
      ]);

      const behind = await listEffortContacts(ctx, { ...week, ...page, best: 'yes' });
      expect(behind.total).toBe(2);
      expect(behind.items.map((each) => [each.customer.name, each.grade])).toEqual([
        ['赵敏', 'A'],
        ['赵敏', 'A'],
      ]);
      expect((await listEffortContacts(ctx, { ...week, ...page })).total).toBe(4);
    }));

  it('takes the first grade that was given for what was before anybody was graded here', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const customer = await aCustomer(ctx);
      await scores(agent, customer.id, null, 60);
      const fourDaysLater = later(ctx, addHours(ctx.now, 96));
      await paidBefore(fourDaysLater, customer, 3_000_000, 30);
      expect((await showEffort(fourDaysLater, week)).total.contactsForBest).toBe(0);
      await regradeNightly(fourDaysLater);
      expect((await showEffort(fourDaysLater, week)).total.contactsForBest).toBe(1);
    }));

  it('of nothing is nothing, not zero', () =>
    inClinic(async (ctx) => {
      const { from, to, total } = await showEffort(ctx, {});
      expect([from, to]).toEqual(['2026-02-16', '2026-03-12']);
      expect(total).toMatchObject({ contacts: 0, contactShare: null, minuteShare: null });
    }));

  it('is for who leads the callers', () =>
    inClinic(async (ctx) => {
      await expect(showEffort(await as(ctx, 'cs_agent'), {})).rejects.toThrow('followups.supervise');
    }));
});
