import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayAt, startOfDay } from '#domain/base/time.ts';
import { replayDays } from '#domain/followups/replay.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { backgroundIsQuiet } from '#server/platform/work-in-background.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aStep, drafted, standard, surgery } from './a-protocol.fixture.ts';
import { saveDraft } from './edit-draft.ts';
import { getReplay, replayDraft } from './replay-draft.ts';

const code = 'surgery';
const zone = 'Asia/Shanghai';
const day14 = aStep({ key: 'day-14', role: 'doctor', window: { kind: 'days', opensDay: 10, dueDay: 14 } });

async function replayed(ctx: Context, of = code) {
  await replayDraft(ctx, { code: of });
  await backgroundIsQuiet();
  return (await getReplay(ctx, { code: of })).replay!;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('replaying a draft over the last 90 days', () => {
  it('counts what falls due by what is published and by the draft, for each role and step', () =>
    inClinic(async (ctx) => {
      const visit = (daysAgo: number) =>
        aClosedVisit(later(ctx, startOfDay(addDays(dayAt(ctx.now, zone), -daysAgo), zone)), {
          categories: ['surgery'],
        });
      for (const daysAgo of [100, 40, 10, 1]) await visit(daysAgo);
      await as(ctx, 'nurse');
      await drafted(ctx, surgery({}, [day14]));
      const replay = await replayed(ctx);
      expect(replay).toMatchObject({ state: 'done', draftVersion: 1, partsDone: replay.parts });
      const { answer } = replay;
      expect(answer).toMatchObject({ to: '2026-03-12', from: '2025-12-13', events: 3 });
      expect(answer!.steps.map(({ key, before, after }) => [key, before, after])).toEqual([
        ['within-3-days', 2, 2],
        ['within-1-week', 2, 2],
        ['at-1-month', 2, 2],
        ['day-14', 0, 2],
      ]);
      expect(answer!.roles.map(({ role, people }) => [role, people])).toEqual([
        ['nurse', 1],
        ['doctor', 0],
      ]);
      const [nurse, doctor] = answer!.roles;
      expect(nurse!.before).toHaveLength(replayDays);
      expect([
        total(nurse!.before),
        total(nurse!.after),
        total(doctor!.before),
        total(doctor!.after),
      ]).toEqual([6, 6, 0, 2]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('protocol.replayed');
    }));

  it('counts a month’s round, and what was asked of the clinic itself', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      for (const day of ['2026-02-03', '2026-02-20'])
        await aClosedVisit(later(ctx, startOfDay(day, zone)), { customer });
      const round = standard('month-satisfaction');
      await drafted(ctx, { ...round, steps: [{ ...round.steps[0]!, role: 'nurse' }] });
      const { answer } = await replayed(ctx, 'month-satisfaction');
      expect(answer!.steps).toMatchObject([{ before: 1, after: 1 }]);
      expect(answer!.roles.map(({ role, before, after }) => [role, total(before), total(after)])).toEqual([
        ['cs_agent', 1, 0],
        ['nurse', 0, 1],
      ]);
    }));

  it('counts birthdays as they are planned: by the calendar they are kept by, and 29 February every year', () =>
    inClinic(async (ctx) => {
      const keptByLunar = ['1985-03-14', '2023-02-20'];
      for (const birthday of [...keptByLunar, '2000-02-29', '1990-03-14', '1990-02-20'])
        await aCustomer(ctx, { birthday });
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('customers')
          .set({ birthday_calendar: 'lunar' })
          .where('org_id', '=', ctx.orgId)
          .where('birthday', 'in', keptByLunar)
          .execute(),
      );
      await drafted(ctx, standard('birthday'));
      const { answer } = await replayed(ctx, 'birthday');
      // Till 12 March: of the lunar ones the first, on the 11th; the other was born a lunar year's day later.
      expect(answer).toMatchObject({ events: 3, steps: [{ before: 3, after: 3 }] });
      const { before } = answer!.roles[0]!;
      const days = before.flatMap((count, day) => (count > 0 ? [addDays(answer!.from, day)] : []));
      expect(days).toEqual(['2026-02-20', '2026-02-28', '2026-03-11']);
    }));

  it('is about the draft as it was; one of which nothing was heard for a minute has failed', () =>
    inClinic(async (ctx) => {
      await drafted(ctx, surgery({}));
      expect(await getReplay(ctx, { code })).toEqual({ replay: null });
      await replayed(ctx);
      await drafted(ctx, surgery({}, [day14]));
      expect((await getReplay(ctx, { code })).replay).toMatchObject({ draftVersion: 1, state: 'done' });
      const running = await replayDraft(ctx, { code });
      expect(running).toMatchObject({ state: 'running', draftVersion: 2, partsDone: 0 });
      await backgroundIsQuiet();
    }));

  it('asks for grade, class and team only who has them', () =>
    inClinic(async (ctx, { clinicId }) => {
      await aClosedVisit(later(ctx, addHours(ctx.now, -24 * 20)), { categories: ['surgery'] });
      const base = surgery({});
      const none = { ...base, trigger: { ...base.trigger, grades: ['A' as const], classes: ['C-A'] } };
      await drafted(ctx, none);
      expect((await replayed(ctx)).answer!.steps[0]).toMatchObject({ before: 1, after: 0 });

      const definition = { ...base, code: 'surgery-here', steps: [day14] };
      const place = { clinicId };
      await saveDraft(ctx, { code: 'surgery-here', definition, addsTo: code, place, version: 0 });
      expect((await replayed(ctx, 'surgery-here')).answer!.steps.at(-1)).toMatchObject({
        key: 'day-14',
        before: 0,
        after: 1,
      });
    }));
});
