import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, inClinic, later } from '#tests/support/clinic.ts';
import { aGroup, groupKeys as keys, noticesOf } from './a-group.fixture.ts';
import type { Answer, Client, Clients, Outgoing } from './channels/channel.ts';
import { listMessages } from './list-messages.ts';
import { queueNotice } from './queue-notice.ts';
import { sendDue } from './send-due.ts';
import type { Outbox } from './send-due.ts';

function aRobot(answer: Answer = { outcome: 'accepted', code: null }) {
  const said: (Outgoing & { accountId: string })[] = [];
  const client: Client = {
    send: (account, message) => {
      said.push({ ...message, accountId: account.id });
      return Promise.resolve(answer);
    },
    test: () => Promise.resolve({ ok: true, code: null }),
  };
  const clients = new Proxy({} as Clients, { get: () => client });
  const outbox: Outbox = { clients, keys, dataDir: null, monotonicMs: () => 0, at: () => {} };
  return { said, outbox };
}
const asSystem = (ctx: Context): Context => ({ ...ctx, actor: system });
const cause = { kind: 'case', id: '1' };
const notice = (clinicId: string) => ({
  clinicId,
  kind: 'word' as const,
  text: '今晚盘点，18:30 开始',
  cause,
});

describe('a notice to colleagues', () => {
  it('reaches the group once for one cause, in the transaction of it', () =>
    inClinic(async (ctx, { clinicId }) => {
      await aGroup(ctx);
      const robot = aRobot();
      const failing = inTransaction(ctx, async (ctx) => {
        await queueNotice(ctx, notice(clinicId));
        throw new Error('it did not happen');
      });
      await expect(failing).rejects.toThrow('it did not happen');
      expect(await noticesOf(ctx)).toEqual([]);

      await Promise.all([1, 2, 3].map(() => queueNotice(ctx, notice(clinicId))));
      await sendDue(asSystem(ctx), robot.outbox);

      expect(robot.said).toMatchObject([{ text: '今晚盘点，18:30 开始', to: '' }]);
      expect(await noticesOf(ctx)).toMatchObject([{ state: 'accepted' }]);
      // It is no message to a customer, and stands in none of their lists.
      expect((await listMessages(ctx, { list: 'waiting', page: 1, pageSize: 50 })).total).toBe(0);
    }));

  it('goes to the clinic’s own groups before those of all, and nowhere where there is none', () =>
    inClinic(async (ctx, { clinicId }) => {
      expect(await queueNotice(ctx, notice(clinicId))).toEqual([]);
      const common = await aGroup(ctx, { kind: 'feishu-robot' });
      await queueNotice(ctx, { ...notice(clinicId), cause: { ...cause, id: '2' } });
      const own = await aGroup(ctx, { clinicId, kind: 'dingtalk-robot' });
      await queueNotice(ctx, { ...notice(clinicId), cause: { ...cause, id: '3' } });

      const robot = aRobot();
      await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 1))), robot.outbox);
      expect(robot.said.map(({ accountId }) => accountId).sort()).toEqual([common, own].sort());
    }));

  it('refuses what a group must not read', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id } = await aCustomer(ctx, { name: '王小敏', gender: 'female' });
      const of = (text: string) => queueNotice(ctx, { ...notice(clinicId), text, customerIds: [id] });

      await expect(of('王小敏 10:00')).rejects.toMatchObject({ details: [{ path: 'text', code: 'name' }] });
      await expect(of('王女士 13800001234')).rejects.toMatchObject({ details: [{ code: 'phone' }] });
      await expect(of('王女士 种植牙')).rejects.toMatchObject({ details: [{ code: 'treatment' }] });
      expect(await of('王女士 10:00')).toEqual([]);
    }));

  it('waits at night unless it is urgent, and is not sent when it is old', () =>
    inClinic(async (clinic, { clinicId }) => {
      await aGroup(clinic);
      // 23:30 in Shanghai.
      const night = later(clinic, '2026-03-12T15:30:00.000Z');
      await queueNotice(night, notice(clinicId));
      await queueNotice(night, {
        ...notice(clinicId),
        text: '急',
        cause: { ...cause, id: 'now' },
        isUrgent: true,
      });
      expect(await noticesOf(night)).toMatchObject([
        { text: '急', dueAt: '2026-03-12T15:30:00.000Z' },
        { dueAt: '2026-03-13T00:00:00.000Z' },
      ]);
      const robot = aRobot();
      await sendDue(asSystem(night), robot.outbox);
      expect(robot.said.map(({ text }) => text)).toEqual(['急']);
      await sendDue(asSystem(later(clinic, addHours(night.now, 48))), robot.outbox);
      expect(robot.said).toHaveLength(1);
      expect((await noticesOf(night))[1]).toMatchObject({ state: 'stopped', reason: 'stale' });
    }));

  it('of many lines goes in parts; one whose group is unreachable is tried again, one in doubt is not', () =>
    inClinic(async (ctx, { clinicId }) => {
      await aGroup(ctx);
      const text = Array.from({ length: 100 }, (_, index) => `${index} 王女士 10:00 首次到店，李医生`).join(
        '\n',
      );
      const parts = await queueNotice(ctx, { ...notice(clinicId), text });
      expect(parts.length).toBeGreaterThan(1);

      await sendDue(asSystem(ctx), aRobot({ outcome: 'not-reached', code: 'econnrefused' }).outbox);
      const robot = aRobot({ outcome: 'unknown', code: 'timeout' });
      const soon = asSystem(later(ctx, addMinutes(ctx.now, 2)));
      await sendDue(soon, robot.outbox);
      await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 10))), robot.outbox);
      expect(robot.said.map(({ text }) => text).sort()).toEqual(
        (await noticesOf(ctx)).map(({ text }) => text).sort(),
      );
    }));

  it('is of the own organization’s clinics only', () =>
    inClinic(async (ctx) => {
      const other = await aClinic();
      await expect(queueNotice(ctx, notice(other.clinicId))).rejects.toMatchObject({ code: 'not-found' });
    }));
});
