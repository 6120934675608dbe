import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, followupsOf } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aStep, drafted, published, surgery } from './a-protocol.fixture.ts';
import { getProtocol } from './edit-draft.ts';
import { getFollowupHistory } from './get-followup-history.ts';
import { moveDuePlans } from './move-due-plans.ts';
import { previewMove } from './publish-draft.ts';
import { recordCall } from './record-call.ts';

const code = 'surgery';
const zone = 'Asia/Shanghai';
const operation = { categories: ['surgery' as const] };
const within = (dueDay: number) => ({ window: { kind: 'days' as const, opensDay: 1, dueDay } });
const day14 = aStep({ key: 'day-14', window: { kind: 'days', opensDay: 10, dueDay: 14 } });
/** Thursday the 12th is today. */
const on = '2026-03-14';
const thatDay = (ctx: Context) => later(ctx, startOfDay(on, zone));
const eve = (ctx: Context) => later(ctx, endOfDay(addDays(on, -1), zone));

const ofSurgery = async (ctx: Context, customerId: string) =>
  (await followupsOf(ctx, customerId)).filter(({ protocolCode }) => protocolCode === code);

const dueOf = async (ctx: Context, customerId: string) =>
  (await ofSurgery(ctx, customerId)).map(({ stepKey, dueAt, protocolVersion }) => [
    stepKey,
    dayAt(dueAt, zone),
    protocolVersion,
  ]);

const moves = async (ctx: Context) =>
  (await auditTrail(ctx)).filter(({ action }) => action === 'protocol.plans-moved').length;

const byFirst = [
  ['within-3-days', '2026-03-15', 1],
  ['within-1-week', '2026-03-19', 1],
  ['at-1-month', '2026-04-12', 1],
];
const bySecond = [
  ['within-3-days', '2026-03-17', 2],
  ['within-1-week', '2026-03-19', 1],
  ['day-14', '2026-03-26', 2],
  ['at-1-month', '2026-04-12', 1],
];

describe('plans that are to go over to a version of a later day', () => {
  it('stand as they were made until it begins, and go over then, once', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx, operation);
      await published(ctx, surgery(within(5), [day14]), { effectiveOn: on, made: 'move' });
      await moveDuePlans(eve(ctx));
      expect(await dueOf(ctx, customerId)).toEqual(byFirst);
      expect((await getProtocol(ctx, { code })).history[0]).toMatchObject({
        ...{ movesPlans: true, plansMovedAt: null },
      });

      await Promise.all([moveDuePlans(thatDay(ctx)), moveDuePlans(thatDay(ctx))]);
      await moveDuePlans(later(ctx, addHours(thatDay(ctx).now, 1)));
      expect(await dueOf(ctx, customerId)).toEqual(bySecond);
      expect(await moves(ctx)).toBe(1);
      expect((await getProtocol(ctx, { code })).history[0]).toMatchObject({ plansMovedAt: thatDay(ctx).now });
      const [first] = await ofSurgery(ctx, customerId);
      expect((await getFollowupHistory(ctx, { id: first!.id })).changes).toMatchObject([
        { kind: 'moved', at: thatDay(ctx).now },
      ]);
    }));

  it('include those made in the days between, by the version in force on theirs', () =>
    inClinic(async (ctx) => {
      await published(ctx, surgery(within(5), [day14]), { effectiveOn: on, made: 'move' });
      const { customerId } = await aClosedVisit(later(ctx, addHours(ctx.now, 24)), operation);
      const first = async () => (await dueOf(ctx, customerId))[0];
      expect(await first()).toEqual(['within-3-days', '2026-03-16', 1]);
      await moveDuePlans(thatDay(ctx));
      expect(await first()).toEqual(['within-3-days', '2026-03-18', 2]);
    }));

  it('keep what was begun before the day', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx, operation);
      await published(ctx, surgery(within(5)), { effectiveOn: on, made: 'move' });
      const [begun] = await ofSurgery(ctx, customerId);
      await recordCall(later(ctx, addHours(ctx.now, 24)), {
        customerId,
        ...{ result: 'no_answer', channel: 'phone', durationSeconds: null },
        followups: [{ followupId: begun!.id, version: begun!.version, score: null, notes: null }],
        ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
        refusesAllContact: false,
      });
      await moveDuePlans(thatDay(ctx));
      expect((await dueOf(ctx, customerId))[0]).toEqual(['within-3-days', '2026-03-15', 1]);
    }));

  it('are there to be moved again where the process dies in the middle', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx, operation);
      await published(ctx, surgery(within(5), [day14]), { effectiveOn: on, made: 'move' });
      const dying = inTransaction(thatDay(ctx), async (ctx) => {
        await moveDuePlans(ctx);
        throw new Error('killed');
      });
      await expect(dying).rejects.toThrow('killed');
      expect(await dueOf(ctx, customerId)).toEqual(byFirst);
      await moveDuePlans(thatDay(ctx));
      expect(await dueOf(ctx, customerId)).toEqual(bySecond);
    }));

  it('go over version by version where the program stood still over the days of two', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx, operation);
      await published(ctx, surgery(within(5), [day14]), { effectiveOn: on, made: 'move' });
      await published(ctx, surgery(within(6)), { effectiveOn: addDays(on, 1), made: 'move' });
      const { customerId: newer } = await aClosedVisit(later(ctx, startOfDay('2026-03-15', zone)), operation);
      await moveDuePlans(later(ctx, startOfDay('2026-03-16', zone)));
      expect(await dueOf(ctx, customerId)).toEqual([
        ['within-3-days', '2026-03-18', 3],
        ['within-1-week', '2026-03-19', 1],
        ['day-14', '2026-03-26', 2],
        ['at-1-month', '2026-04-12', 1],
      ]);
      expect((await dueOf(ctx, newer)).map(([, , version]) => version)).toEqual([3, 3, 3]);
      expect(await moves(ctx)).toBe(2);
    }));

  it('go over before a later version leaves them as they are', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx, operation);
      await published(ctx, surgery(within(5), [day14]), { effectiveOn: on, made: 'move' });
      await published(later(thatDay(ctx), addHours(thatDay(ctx).now, 1)), surgery(within(2)));
      expect(await dueOf(ctx, customerId)).toEqual(bySecond);
    }));

  it('are shown beforehand as they will go over that day', () =>
    inClinic(async (ctx) => {
      await aClosedVisit(ctx, operation);
      const day1 = aStep({ key: 'day-1', window: { kind: 'days', opensDay: 1, dueDay: 1 } });
      await drafted(ctx, surgery(within(5), [day1]));
      const shown = async (effectiveOn: string | null) => previewMove(ctx, { code, effectiveOn });
      expect(await shown(null)).toMatchObject({ plans: 1, changed: 1, added: 1 });
      // What is over by then is promised to nobody.
      expect(await shown(on)).toMatchObject({ plans: 1, changed: 1, added: 0 });
    }));
});
