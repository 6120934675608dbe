import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aFollowup } from './a-followup.fixture.ts';
import { assignFollowup } from './end-followup.ts';
import { getFollowupHistory } from './get-followup-history.ts';
import { handOverFollowups, previewHandOver, takeBackHandOver } from './hand-over-followups.ts';
import { recordCall } from './record-call.ts';

const reason = '小王请假';

/** Two customers of 小王, one of them at a clinic that 小李 does not serve. */
async function aBusyAgent(ctx: Context, clinicId: string) {
  const wang = await as(ctx, 'cs_agent', { name: '小王' });
  const li = await as(ctx, 'cs_agent', { name: '小李', clinicIds: [clinicId] });
  const hill = await createClinic(ctx, { name: 'Uphill', timezone: 'Asia/Shanghai' });
  const window = { opensAt: ctx.now, closesAt: addHours(ctx.now, 5), assigneeId: wang.actor.id! };
  const near = await aCustomer(ctx, { name: '张三' });
  const ids = {
    near: await aFollowup(ctx, near, window),
    far: await aFollowup(ctx, await aCustomer(ctx, { name: '李四', clinicId: hill.id }), window),
    free: await aFollowup(ctx, near, { ...window, assigneeId: null }),
  };
  return { wang, li, near, ids };
}

describe('handing followups over', () => {
  it('tries it out, names who cannot go, moves the others, and takes them back', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { wang, li, near, ids } = await aBusyAgent(ctx, clinicId);
      const supervisor = await as(ctx, 'cs_supervisor');
      const asked = { ids: Object.values(ids), toId: li.actor.id! };

      const preview = await previewHandOver(supervisor, asked);
      expect(preview).toMatchObject({ moved: 2, holdsNow: 0, isAway: false });
      expect(preview.refused).toMatchObject([{ customerName: '李四', reason: 'other-clinic' }]);

      const done = await handOverFollowups(supervisor, { ...asked, reason });
      expect(done).toMatchObject({ moved: 2, refused: preview.refused });
      const holders = async () =>
        new Map((await followupsOf(ctx, near.id)).map(({ id, assigneeId }) => [id, assigneeId]));
      expect([...(await holders()).values()]).toEqual([li.actor.id, li.actor.id]);
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'followup.assigned',
        actorId: supervisor.actor.id,
      });

      // 小李 has worked on one of them meanwhile.
      await recordCall(li, {
        ...{ customerId: near.id, result: 'no_answer', channel: 'phone' },
        followups: [{ followupId: ids.free, version: 2, score: null, notes: null }],
      } as RecordCall);
      expect(await takeBackHandOver(supervisor, { id: done.id! })).toEqual({ back: 1, kept: 1 });
      expect(await holders()).toEqual(
        new Map([
          [ids.near, wang.actor.id],
          [ids.free, li.actor.id],
        ]),
      );
      await expect(takeBackHandOver(supervisor, { id: done.id! })).rejects.toMatchObject({
        code: 'already-undone',
      });
    }));

  it('explains itself to who has it now, and is marked in its history when it is taken back', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { wang, li, ids } = await aBusyAgent(ctx, clinicId);
      const { id } = await handOverFollowups(wang, { ids: [ids.near], toId: li.actor.id!, reason });
      const handed = { kind: 'handed', byName: '小王', fromName: '小王', toName: '小李' };
      expect(await getFollowupHistory(ctx, { id: ids.near })).toMatchObject({
        because: { code: 'handed-over', insteadOfName: '小王' },
        changes: [{ ...handed, isUndone: false }],
      });
      await takeBackHandOver(wang, { id: id! });
      expect(await getFollowupHistory(ctx, { id: ids.near })).toMatchObject({
        because: null,
        changes: [{ ...handed, isUndone: true }],
      });
    }));

  it('is refused one by one for the same reasons', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { li, ids } = await aBusyAgent(ctx, clinicId);
      const supervisor = await as(ctx, 'cs_supervisor');
      const give = (id: string, to: Context) => assignFollowup(supervisor, { id, staffId: to.actor.id! });
      await expect(give(ids.far, li)).rejects.toMatchObject({ code: 'other-clinic' });
      await expect(give(ids.near, await as(ctx, 'admin'))).rejects.toMatchObject({ code: 'does-not-call' });
      await give(ids.near, li);
      expect(await getFollowupHistory(ctx, { id: ids.near })).toMatchObject({
        changes: [{ kind: 'handed' }],
      });
    }));

  it('is for one’s own, or for the supervisor; a day later, and for others, it is not taken back', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { wang, li, ids } = await aBusyAgent(ctx, clinicId);
      const own = await handOverFollowups(wang, { ids: [ids.near, ids.free], toId: li.actor.id!, reason });
      expect(own).toMatchObject({ moved: 1, refused: [{ id: ids.free, reason: 'not-yours' }] });
      await expect(takeBackHandOver(li, { id: own.id! })).rejects.toMatchObject({ code: 'not-found' });
      const nextDay = later(wang, addHours(ctx.now, 25));
      await expect(takeBackHandOver(nextDay, { id: own.id! })).rejects.toMatchObject({ code: 'too-late' });

      const { ctx: elsewhere } = await aClinic();
      const foreign = { ids: [ids.near], toId: null, reason };
      expect(await handOverFollowups(elsewhere, foreign)).toMatchObject({
        moved: 0,
        refused: [{ customerName: '', reason: 'not-found' }],
      });
      await expect(handOverFollowups(elsewhere, { ...foreign, toId: li.actor.id! })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
