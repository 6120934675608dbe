import { describe, expect, it } from 'vitest';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import type { Context } from '#server/platform/context.ts';
import { editHours, editOwnHours } from './edit-hours.ts';
import { enterLeave, enterOwnLeave, withdrawLeave, withdrawOwnLeave } from './enter-leave.ts';
import { listAvailability } from './list-availability.ts';

const week = { from: '2026-03-16', to: '2026-03-20', kind: 'sick', standInId: null } as const;
const mornings = [{ weekday: 1, from: '09:00', to: '12:00' }];

const seenBy = async (ctx: Context, staffId: string) =>
  (await listAvailability(ctx, {})).items.find((each) => each.staffId === staffId)!;
const actions = async (ctx: Context) => (await auditTrail(ctx)).map(({ action }) => action);

describe('leave', () => {
  it('is entered by whom it is of; why is told to them and who manages staff', () =>
    inClinic(async (ctx) => {
      const [agent, other] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      const entered = await enterOwnLeave(agent, { ...week, standInId: other.actor.id });
      expect(entered.leaves).toMatchObject([{ ...week, standInId: other.actor.id }]);
      expect((await seenBy(ctx, agent.actor.id!)).leaves[0]!.kind).toBe('sick');
      expect((await seenBy(other, agent.actor.id!)).leaves[0]).toMatchObject({ from: week.from, kind: null });
      expect(await actions(ctx)).toContain('staff.leave-entered');
      await inClinic(async (elsewhere) => {
        expect((await listAvailability(elsewhere, {})).items).toHaveLength(1);
        await expect(enterLeave(elsewhere, { ...week, id: agent.actor.id! })).rejects.toMatchObject({
          code: 'not-found',
        });
      });
    }));

  it('is taken once at a time, ahead, with somebody there who works', () =>
    inClinic(async (ctx) => {
      const [agent, other] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      await enterOwnLeave(agent, week);
      await expect(enterOwnLeave(agent, { ...week, from: week.to })).rejects.toMatchObject({
        code: 'leave-overlaps',
      });
      await expect(enterOwnLeave(other, { ...week, standInId: agent.actor.id })).rejects.toMatchObject({
        code: 'stand-in-away',
      });
      await expect(enterOwnLeave(other, { ...week, standInId: other.actor.id })).rejects.toMatchObject({
        code: 'invalid',
      });
      const past = { ...week, from: '2026-03-10', to: '2026-03-11' };
      await expect(enterOwnLeave(other, past)).rejects.toMatchObject({ code: 'invalid' });
    }));

  it('is withdrawn by whom it is of, or who manages staff, and by nobody else', () =>
    inClinic(async (ctx) => {
      const [agent, other] = [await as(ctx, 'cs_agent'), await as(ctx, 'cs_agent')];
      const { leaves } = await enterLeave(ctx, { ...week, id: agent.actor.id! });
      const of = { id: leaves[0]!.id };
      await expect(withdrawOwnLeave(other, of)).rejects.toMatchObject({ code: 'not-found' });
      expect((await withdrawOwnLeave(agent, of)).leaves).toEqual([]);
      await expect(withdrawLeave(ctx, of)).rejects.toMatchObject({ code: 'not-found' });
      expect(await actions(ctx)).toContain('staff.leave-withdrawn');
    }));
});

describe('the hours of a week', () => {
  it('are entered by whom they are of, and changed by who manages staff, one after the other', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const id = agent.actor.id!;
      expect(await editOwnHours(agent, { hours: mornings, version: 0 })).toMatchObject({ hoursVersion: 1 });
      await expect(editHours(ctx, { id, hours: null, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect(await editHours(ctx, { id, hours: null, version: 1 })).toMatchObject({ hours: null });
      expect((await seenBy(agent, id)).hoursVersion).toBe(2);
      expect(await actions(ctx)).toContain('staff.hours-edited');
    }));
});
