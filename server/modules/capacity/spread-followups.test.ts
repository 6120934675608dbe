import { describe, expect, it } from 'vitest';
import { dayAt } from '#domain/base/time.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { followupsOf } from '#tests/support/builders.ts';
import type { Context } from '#server/platform/context.ts';
import { enterOwnLeave } from '../availability/enter-leave.ts';
import { saveDraft } from '../followups/edit-draft.ts';
import { getFollowupHistory } from '../followups/get-followup-history.ts';
import { getProtocol } from '../followups/edit-draft.ts';
import { publishDraft } from '../followups/publish-draft.ts';
import { createClinic } from '../staff/edit-clinics.ts';
import { aFollowup, followups, friday, monday, tuesday, withMinutesADay } from './a-full-day.fixture.ts';
import { coverLeaves } from './cover-leaves.ts';
import { decideOverflow } from './decide-overflow.ts';
import { showCapacity } from './show-capacity.ts';
import { spreadNightly } from './spread-followups.ts';

const dueDays = async (ctx: Context, made: readonly { id: string; customerId: string }[]) => {
  const days = await Promise.all(
    made.map(async ({ id, customerId }) => {
      const followup = (await followupsOf(ctx, customerId)).find((each) => each.id === id)!;
      return dayAt(followup.dueAt, ctx.zone);
    }),
  );
  return days.sort();
};
const holderOf = async (ctx: Context, { customerId }: { customerId: string }) =>
  (await followupsOf(ctx, customerId))[0]!.assigneeId;
const leaveUntil = (to: string, standInId: string | null) =>
  ({ from: '2026-03-12', to, kind: 'annual', standInId }) as const;

describe('filling people’s days', () => {
  it('spreads what is planned over the days of its window, once; the sheet that is open meanwhile still counts', () =>
    inClinic(async (ctx) => {
      await withMinutesADay(ctx, 2);
      const assigneeId = (await as(ctx, 'cs_agent')).actor.id;
      const made = await followups(ctx, 5, { assigneeId, from: friday, to: tuesday });
      await spreadNightly(ctx);
      const days = await dueDays(ctx, made);
      expect(days).toEqual([friday, '2026-03-14', '2026-03-15', monday, tuesday]);
      expect((await followupsOf(ctx, made[0]!.customerId))[0]!.version).toBe(made[0]!.version);
      await spreadNightly(ctx);
      expect(await dueDays(ctx, made)).toEqual(days);
      const moved = (await Promise.all(made.map(({ id }) => getFollowupHistory(ctx, { id })))).filter(
        ({ dueByProtocol }) => dueByProtocol !== null,
      );
      expect(moved).toHaveLength(4);
    }));

  it('tells a week ahead what does not fit', () =>
    inClinic(async (ctx) => {
      await withMinutesADay(ctx, 2);
      const agent = await as(ctx, 'cs_agent');
      await followups(ctx, 3, { assigneeId: agent.actor.id, from: friday, to: friday });
      await aFollowup(ctx, { assigneeId: null, from: friday, to: friday });
      await spreadNightly(ctx);
      const { people, warning } = await showCapacity(ctx, {});
      expect(warning).toEqual({ people: 1, days: 1, contacts: 2 });
      const days = people.find(({ staffId }) => staffId === agent.actor.id)!.days;
      expect(days.find(({ day }) => day === friday)).toMatchObject({ contacts: 4, over: 2, isAway: false });
      await inClinic(async (elsewhere) => {
        expect((await showCapacity(elsewhere, {})).warning.contacts).toBe(0);
      });
    }));

  it('gives nothing new to who is away throughout, and says whose it would have been', () =>
    inClinic(async (ctx) => {
      const [ann, ben] = [await as(ctx, 'cs_agent', { name: 'Ann' }), await as(ctx, 'cs_agent')];
      await enterOwnLeave(ann, leaveUntil(monday, ben.actor.id));
      const made = await aFollowup(ctx, { assigneeId: ann.actor.id, from: friday, to: monday });
      const back = await aFollowup(ctx, { assigneeId: ann.actor.id, from: friday, to: tuesday });
      await spreadNightly(ctx);
      expect(await holderOf(ctx, made)).toBe(ben.actor.id);
      expect(await holderOf(ctx, back)).toBe(ann.actor.id);
      expect(await dueDays(ctx, [back])).toEqual([tuesday]);
      expect((await getFollowupHistory(ctx, made)).because).toEqual({
        ...{ code: 'stand-in', insteadOfId: ann.actor.id, insteadOfName: 'Ann' },
      });
    }));

  it('follows the rule of the step for who holds it', () =>
    inClinic(async (ctx) => {
      const [busy, free] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      await followups(ctx, 2, { assigneeId: busy.actor.id, from: friday, to: friday });
      const code = 'consultation-no-deal';
      const { history } = await getProtocol(ctx, { code });
      const { definition } = history[0]!;
      const steps = definition.steps.map((step) => ({ ...step, owner: 'fair-turn' as const }));
      await saveDraft(ctx, {
        code,
        definition: { ...definition, steps },
        addsTo: null,
        place: null,
        version: 0,
      });
      await publishDraft(ctx, { code, version: 1, effectiveOn: null, made: 'keep', note: null });
      const made = await aFollowup(later(ctx, '2026-03-12T02:00:00.000Z'), {
        ...{ assigneeId: busy.actor.id, from: friday, to: friday },
      });
      await spreadNightly(ctx);
      expect(await holderOf(ctx, made)).toBe(free.actor.id);
      expect((await getFollowupHistory(ctx, made)).because?.code).toBe('fair-turn');
    }));
});

describe('a stand-in', () => {
  it('gets what is due when its day comes, and gives back what they did not touch', () =>
    inClinic(async (ctx) => {
      const [ann, ben] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      const of = { assigneeId: ann.actor.id, from: '2026-03-12' };
      const today = await aFollowup(ctx, { ...of, to: '2026-03-12' });
      const other = await aFollowup(ctx, { ...of, to: tuesday });
      await spreadNightly(ctx);
      await enterOwnLeave(ann, leaveUntil(monday, ben.actor.id));
      await coverLeaves(ctx);
      await coverLeaves(ctx);
      expect(await holderOf(ctx, today)).toBe(ben.actor.id);
      expect(await holderOf(ctx, other)).toBe(ann.actor.id);
      const back = later(ctx, '2026-03-17T01:00:00.000Z');
      await coverLeaves(back);
      await coverLeaves(back);
      expect(await holderOf(ctx, today)).toBe(ann.actor.id);
      const { changes, because } = await getFollowupHistory(ctx, today);
      expect(changes.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
        ['returned', false],
        ['covered', true],
      ]);
      expect(because).toBeNull();
    }));

  it('gets nothing of a clinic they do not serve, and keeps what was lent to them meanwhile', () =>
    inClinic(async (ctx) => {
      const [ann, ben, cai] = [
        await as(ctx, 'cs_agent'),
        await as(ctx, 'cs_agent'),
        await as(ctx, 'cs_agent'),
      ];
      const day = '2026-03-12';
      const theirs = await aFollowup(ctx, { assigneeId: cai.actor.id, from: day, to: day });
      const anns = await aFollowup(ctx, { assigneeId: ann.actor.id, from: day, to: day });
      const there = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const elsewhere = await as(ctx, 'cs_agent', { clinicIds: [there.id] });
      await spreadNightly(ctx);
      await enterOwnLeave(cai, leaveUntil(day, elsewhere.actor.id));
      await enterOwnLeave(ann, leaveUntil(day, ben.actor.id));
      await coverLeaves(ctx);
      expect(await holderOf(ctx, theirs)).toBe(cai.actor.id);
      expect(await holderOf(ctx, anns)).toBe(ben.actor.id);

      const dan = await as(ctx, 'cs_agent');
      for (const [staffId, toId] of [
        [ben.actor.id!, dan.actor.id!],
        [dan.actor.id!, ben.actor.id!],
      ] as const)
        await decideOverflow(ctx, { kind: 'lend', staffId, day, followupIds: [anns.id], toId });
      const back = later(ctx, '2026-03-13T01:00:00.000Z');
      await coverLeaves(back);
      await coverLeaves(back);
      expect(await holderOf(ctx, anns)).toBe(ben.actor.id);
      const { changes } = await getFollowupHistory(ctx, anns);
      expect(changes.map(({ kind }) => kind)).toEqual(['lent', 'lent', 'covered']);
    }));
});
