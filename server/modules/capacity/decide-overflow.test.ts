import { describe, expect, it } from 'vitest';
import { dayAt } from '#domain/base/time.ts';
import type { AskDecision } from '#domain/capacity/contract.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { followupsOf } from '#tests/support/builders.ts';
import type { Context } from '#server/platform/context.ts';
import { enterOwnLeave } from '../availability/enter-leave.ts';
import { recordCall } from '../followups/record-call.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { createClinic } from '../staff/edit-clinics.ts';
import { followups, friday, withMinutesADay } from './a-full-day.fixture.ts';
import { decideOverflow, previewDecision } from './decide-overflow.ts';
import { listDayLoad } from './show-capacity.ts';
import { spreadNightly } from './spread-followups.ts';
import { listDecisions, undoDecision } from './undo-decision.ts';

/** Friday of an agent who has time for one contact: one of medicine, and two offers. */
async function aFullFriday(ctx: Context) {
  await withMinutesADay(ctx, 1);
  const agent = await as(ctx, 'cs_agent');
  const staffId = agent.actor.id!;
  const of = { assigneeId: staffId, from: friday, to: friday };
  const medical = (await followups(ctx, 1, { ...of, purpose: 'medical' }))[0]!;
  const offers = await followups(ctx, 2, of);
  await spreadNightly(ctx);
  const { items, over } = await listDayLoad(ctx, { staffId, day: friday });
  expect(over).toBe(2);
  const unfit = items.filter(({ fits }) => !fits).map(({ followupId }) => followupId);
  expect(unfit.toSorted()).toEqual(offers.map(({ id }) => id).sort());
  const ask = (kind: AskDecision['kind'], toId: string | null = null): AskDecision => ({
    ...{ kind, staffId, day: friday, followupIds: unfit, toId },
  });
  const now = async (which: { id: string; customerId: string }) =>
    (await followupsOf(ctx, which.customerId)).find(({ id }) => id === which.id)!;
  return { agent, staffId, medical, offers, ask, now };
}

describe('a day that is full', () => {
  it('is solved by giving offers more days, as the preview said; and all of it can be undone', () =>
    inClinic(async (ctx) => {
      const { offers, ask, now, staffId } = await aFullFriday(ctx);
      const preview = await previewDecision(ctx, ask('extend'));
      expect(preview.changes.map(({ toDay }) => toDay).sort()).toEqual(['2026-03-14', '2026-03-15']);
      expect(preview.days.find(({ day }) => day === friday)).toMatchObject({ before: 30, after: 10 });
      const { decision, changed } = await decideOverflow(ctx, ask('extend'));
      expect(changed).toBe(2);
      const after = await Promise.all(offers.map(now));
      expect(after.map(({ closesAt }) => dayAt(closesAt, ctx.zone)).sort()).toEqual([
        '2026-03-14',
        '2026-03-15',
      ]);
      expect((await listDayLoad(ctx, { staffId, day: friday })).over).toBe(0);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('capacity.extended');
      expect(await undoDecision(ctx, { id: decision.id })).toMatchObject({ undone: 2, kept: 0 });
      expect(dayAt((await now(offers[0]!)).closesAt, ctx.zone)).toBe(friday);
      await expect(undoDecision(ctx, { id: decision.id })).rejects.toMatchObject({ code: 'already-undone' });
    }));

  it('is solved by lending; what the colleague did is not taken back', () =>
    inClinic(async (ctx) => {
      const { offers, ask, now } = await aFullFriday(ctx);
      const ben = await as(ctx, 'cs_agent');
      const { decision } = await decideOverflow(ctx, ask('lend', ben.actor.id));
      const lent = await now(offers[0]!);
      expect(lent.assigneeId).toBe(ben.actor.id);
      const call = {
        customerId: lent.customerId,
        result: 'no_answer',
        followups: [{ followupId: lent.id, version: lent.version }],
      };
      await recordCall(ben, RecordCall.parse(call));
      expect(await undoDecision(ctx, { id: decision.id })).toMatchObject({ undone: 1, kept: 1 });
      expect((await listDecisions(ctx)).items[0]).toMatchObject({ kind: 'lend', undoneAt: ctx.now });
    }));

  it('is not lent to who would not see the customers', () =>
    inClinic(async (ctx) => {
      const { ask } = await aFullFriday(ctx);
      const there = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const ben = await as(ctx, 'cs_agent', { clinicIds: [there.id] });
      const lending = ask('lend', ben.actor.id);
      const why = { why: 'not-for-them' };
      expect(await previewDecision(ctx, lending)).toMatchObject({ changes: [], hindered: [why, why] });
      await expect(decideOverflow(ctx, lending)).rejects.toMatchObject({ code: 'nothing-to-change' });
    }));

  it('is not lent to who is away, nor by who does not see the people', () =>
    inClinic(async (ctx) => {
      const { ask } = await aFullFriday(ctx);
      const ben = await as(ctx, 'cs_agent');
      await enterOwnLeave(ben, { from: friday, to: friday, kind: 'annual', standInId: null });
      await expect(decideOverflow(ctx, ask('lend', ben.actor.id))).rejects.toMatchObject({ code: 'invalid' });
      await inClinic(async (elsewhere) => {
        await expect(decideOverflow(elsewhere, ask('drop'))).rejects.toMatchObject({ code: 'not-found' });
      });
    }));

  it('is solved by dropping marketing, never what is owed; undone, it is open again', () =>
    inClinic(async (ctx) => {
      const { offers, medical, ask, now } = await aFullFriday(ctx);
      const all = { ...ask('drop'), followupIds: [medical.id, ...ask('drop').followupIds] };
      expect((await previewDecision(ctx, all)).hindered).toMatchObject([{ why: 'not-marketing' }]);
      const { decision, changed } = await decideOverflow(ctx, all);
      expect(changed).toBe(2);
      expect(await now(offers[0]!)).toMatchObject({ state: 'ended', endReason: 'fact:no-capacity' });
      expect((await now(medical)).state).toBe('open');
      await expect(decideOverflow(ctx, ask('drop'))).rejects.toMatchObject({ code: 'nothing-to-change' });
      await undoDecision(ctx, { id: decision.id });
      expect(await now(offers[0]!)).toMatchObject({ state: 'open', endReason: null });
    }));
});
