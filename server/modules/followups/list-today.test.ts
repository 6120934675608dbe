import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addHours, addMinutes, dayAt, endOfDay } from '#domain/base/time.ts';
import { assigneeFor } from '#domain/followups/assignment.ts';
import { sections } from '#domain/followups/contract.ts';
import { sectionOf } from '#domain/followups/section.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClinic, as, inClinic, later } from '#tests/support/clinic.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { listToday } from './list-today.ts';
import { listUnfinished } from './list-unfinished.ts';
import { aFollowup } from './a-followup.fixture.ts';
import { updateFollowup } from './store.ts';

const page = { page: 1, pageSize: 50 } as const;

describe('today’s list', () => {
  it('stands by what breaks its window first: overdue, now, later, waiting', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const make = async (
        name: string,
        opens: number,
        closes: number,
        nextTry?: number,
        due = closes,
      ): Promise<void> => {
        const customer = await aCustomer(ctx, { name });
        const at = (hours: number): string => addHours(ctx.now, hours);
        await aFollowup(ctx, customer, {
          opensAt: at(opens),
          closesAt: at(closes),
          dueAt: at(due),
          nextTryAt: nextTry === undefined ? null : at(nextTry),
        });
      };
      await make('waits for the next try', -30, 2, 1);
      await make('days left', -5, 80);
      await make('opens this afternoon', 5, 8);
      await make('ends today', -5, 3);
      await make('ended yesterday', -50, -20);
      await make('levelled onto today', -5, 80, undefined, 6);
      await make('levelled onto tomorrow', -5, 81, undefined, 24);
      await make('opens tomorrow', 20, 40);
      await make('next try tomorrow', -30, 2, 30);

      const list = await listToday(agent, { ...page, scope: 'mine' });

      expect(list.items.map((row) => [row.customer.name, row.section])).toEqual([
        ['ended yesterday', 'overdue'],
        ['ends today', 'due_now'],
        ['levelled onto today', 'due_now'],
        ['opens this afternoon', 'later_today'],
        ['levelled onto tomorrow', 'later_today'],
        ['days left', 'later_today'],
        ['waits for the next try', 'waiting'],
      ]);
      expect(list.counters).toEqual({ overdue: 1, due_now: 2, later_today: 3, waiting: 1, done: 0 });
      const waiting = await listToday(agent, { ...page, scope: 'mine', section: 'waiting' });
      expect([waiting.total, waiting.items[0]!.customer.name]).toEqual([1, 'waits for the next try']);
    }));

  it('puts every row where the rule puts it', async () => {
    const { ctx } = await aClinic();
    const agent = await as(ctx, 'cs_agent');
    const hour = fc.integer({ min: -60, max: 60 });
    await fc.assert(
      fc.asyncProperty(
        hour,
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(hour),
        async (opens, lasts, level, nextTry) => {
          const opensAt = addHours(ctx.now, opens);
          const closesAt = addHours(opensAt, lasts);
          const dueAt = addHours(opensAt, Math.round(lasts * level));
          const nextTryAt = nextTry === null ? null : addHours(ctx.now, nextTry);
          const customer = await aCustomer(ctx, { name: `P${opens} ${lasts} ${nextTry}` });
          await aFollowup(ctx, customer, { opensAt, closesAt, dueAt, nextTryAt });

          const list = await listToday(agent, { ...page, scope: 'mine', search: customer.number });

          const endOfToday = endOfDay(dayAt(ctx.now, ctx.zone), ctx.zone);
          const listed = opensAt <= endOfToday && (nextTryAt === null || nextTryAt <= endOfToday);
          expect(list.items.map((row) => row.section)).toEqual(
            listed ? [sectionOf({ closesAt, dueAt, opensAt, nextTryAt }, ctx.now, ctx.zone)] : [],
          );
          for (const section of sections)
            expect(list.counters[section]).toBe(list.items.filter((row) => row.section === section).length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('shows each person what they hold and what nobody of their role holds', () =>
    inClinic(async (ctx) => {
      const [one, other, nurse] = [
        await as(ctx, 'cs_agent'),
        await as(ctx, 'cs_agent'),
        await as(ctx, 'nurse'),
      ];
      const window = { opensAt: ctx.now, closesAt: addHours(ctx.now, 5) };
      await aFollowup(ctx, await aCustomer(ctx, { name: 'of one' }), {
        ...window,
        assigneeId: one.actor.id!,
      });
      await aFollowup(ctx, await aCustomer(ctx, { name: 'of nobody' }), window);
      const names = async (who: Context, scope: 'mine' | 'team' | 'all'): Promise<string[]> =>
        (await listToday(who, { ...page, scope })).items.map((row) => row.customer.name).sort();

      expect(await names(one, 'mine')).toEqual(['of nobody', 'of one']);
      expect(await names(other, 'mine')).toEqual(['of nobody']);
      expect(await names(other, 'team')).toEqual(['of nobody', 'of one']);
      expect(await names(nurse, 'mine')).toEqual([]);
      expect(await names(await as(ctx, 'cs_supervisor'), 'all')).toEqual(['of nobody', 'of one']);
      await expect(names(one, 'all')).rejects.toMatchObject({ code: 'forbidden' });
    }));

  it('gives new followups to the customer’s own person, else in turn to the people of the role', () =>
    inClinic(async (ctx) => {
      const agents = await Promise.all(Array.from({ length: 3 }, () => as(ctx, 'cs_agent')));
      const candidates = agents.map(({ actor }) => ({
        ...({ staffId: actor.id!, role: 'cs_agent', treats: false, clinicIds: 'all' } as const),
      }));
      // Whose turn it is goes by the customer's id, which is another one each time; the rule says whose.
      for (let index = 0; index < 5; index += 1) {
        const { customerId, clinicId } = await aClosedVisit(ctx, { customer: await aCustomer(ctx) });
        const inTurn = assigneeFor({ role: 'cs_agent', clinicId, customerId }, [], candidates);
        expect((await followupsOf(ctx, customerId))[0]!.assigneeId).toBe(inTurn);
      }
      const own = await aCustomer(ctx, { ownerId: agents[1]!.actor.id! });
      await aClosedVisit(ctx, { customer: own });
      expect((await followupsOf(ctx, own.id))[0]!.assigneeId).toBe(agents[1]!.actor.id);
      const won = await aCustomer(ctx, { webConsultantId: agents[2]!.actor.id! });
      await aClosedVisit(ctx, { customer: won });
      expect((await followupsOf(ctx, won.id))[0]!.assigneeId).toBe(agents[2]!.actor.id);
    }));
});

describe('the supervisor’s page of yesterday', () => {
  it('names who was missed and by whom, and not what was done in time', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小王' });
      const missed = await aCustomer(ctx, { name: 'missed' });
      await aFollowup(ctx, missed, {
        opensAt: addHours(ctx.now, -30),
        closesAt: addHours(ctx.now, -10),
        assigneeId: agent.actor.id!,
      });
      const done = await aFollowup(ctx, await aCustomer(ctx, { name: 'done' }), {
        opensAt: addHours(ctx.now, -30),
        closesAt: addHours(ctx.now, -10),
        assigneeId: agent.actor.id!,
      });
      const inTime = addMinutes(ctx.now, -700);
      await inTransaction(ctx, (ctx) => updateFollowup(ctx, done, { state: 'done', ended_at: inTime }));

      const supervisor = await as(ctx, 'cs_supervisor');
      const page1 = await listUnfinished(later(supervisor, ctx.now), { ...page, kind: 'missed' });

      expect(page1.items.map((row) => row.customerName)).toEqual(['missed']);
      expect(page1.people).toMatchObject([{ name: '小王', owed: 2, done: 1, missed: 1 }]);
    }));
});
