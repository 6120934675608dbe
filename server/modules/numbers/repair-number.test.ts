import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { aFollowup } from '../followups/a-followup.fixture.ts';
import { listToday } from '../followups/list-today.ts';
import { recordCall } from '../followups/record-call.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { listBrokenNumbers } from './list-broken-numbers.ts';
import { repairNumber, undoRepair } from './repair-number.ts';
import { leaveRepair, takeRepair } from './take-repair.ts';

const page = { page: 1, pageSize: 50 } as const;
const faults = async (ctx: Context) =>
  (await listBrokenNumbers(ctx, page)).items.map(({ customer, fault }) => [customer.name, fault]);

async function aWrongNumber(ctx: Context, agent: Context) {
  const customer = await aCustomer(ctx, { name: '李换号' });
  await aFollowup(ctx, customer, { opensAt: ctx.now, closesAt: addHours(ctx.now, 5) });
  const [followup] = await followupsOf(ctx, customer.id);
  const heard = { followupId: followup!.id, version: followup!.version };
  await recordCall(
    agent,
    RecordCall.parse({ customerId: customer.id, result: 'wrong_number', followups: [heard] }),
  );
  return customer;
}

describe('a number that does not work', () => {
  it('is listed with what was tried and who looks for another; entered, the call is on the list again at once', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小王' });
      const desk = await as(ctx, 'front_desk', { name: '前台小李' });
      const customer = await aWrongNumber(ctx, agent);
      const today = async () => (await listToday(agent, { ...page, scope: 'mine' })).items.length;
      expect(await today()).toBe(0);
      await takeRepair(desk, { customerId: customer.id });
      const list = await listBrokenNumbers(desk, page);
      expect(list).toMatchObject({ total: 1, counts: { wrong: 1, missing: 0 } });
      expect(list.items[0]).toMatchObject({
        fault: 'wrong',
        followups: 1,
        tries: [{ result: 'wrong_number', channel: 'phone', byName: '小王' }],
        takenBy: { name: '前台小李' },
      });

      const done = await repairNumber(desk, { customerId: customer.id, phone: '139 0000 7777' });

      expect(done.resumed).toBe(1);
      expect(await today()).toBe(1);
      expect((await listBrokenNumbers(desk, page)).total).toBe(0);
      const actions = (await auditTrail(ctx)).map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['number-repair.done', 'followups.resumed']));
    }));

  it('is back as it was where the new one was a slip, also once everything is told', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const customer = await aWrongNumber(ctx, agent);
      const { id, undoUntil } = await repairNumber(agent, { customerId: customer.id, phone: '13900007777' });

      await expect(undoRepair(await as(ctx, 'front_desk'), { id })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(undoRepair(later(agent, addMinutes(undoUntil, 1)), { id })).rejects.toMatchObject({
        code: 'too-late',
      });
      expect(await undoRepair(agent, { id })).toEqual({ restored: 1 });
      await settled(ctx);

      expect((await getCustomer(ctx, { id: customer.id })).phone).toBe(customer.phone);
      expect(await followupsOf(ctx, customer.id)).toMatchObject([{ escalation: 'wrong_number', tries: 1 }]);
      await expect(undoRepair(agent, { id })).rejects.toMatchObject({ code: 'already-undone' });
    }));

  it('is not mended by what is no number, nor by the same one', () =>
    inClinic(async (ctx) => {
      const customer = await aWrongNumber(ctx, await as(ctx, 'cs_agent'));
      for (const [phone, code] of [
        ['12345', 'not-a-phone'],
        ['13800001234', 'unchanged'],
      ] as const)
        await expect(repairNumber(ctx, { customerId: customer.id, phone })).rejects.toMatchObject({
          details: [{ path: 'phone', code }],
        });
      expect((await listBrokenNumbers(ctx, page)).total).toBe(1);
    }));

  it('is also one that is missing or that texts do not reach, until one arrives; not where nothing is owed', () =>
    inClinic(async (ctx) => {
      const window = { opensAt: ctx.now, closesAt: addHours(ctx.now, 5) };
      const [none, bounced, fine] = [
        await aCustomer(ctx, { name: '无号码', phone: null }),
        await aCustomer(ctx, { name: '短信不到' }),
        await aCustomer(ctx, { name: '没事' }),
      ];
      await aCustomer(ctx, { name: '无号码也无回访', phone: null });
      await aFollowup(ctx, none, window);
      await aFollowup(ctx, fine, window);
      await aText(ctx, bounced.id, 'failed', 'not-delivered:UNDELIV');
      expect(await faults(ctx)).toEqual([
        ['无号码', 'missing'],
        ['短信不到', 'undeliverable'],
      ]);
      await aText(later(ctx, addMinutes(ctx.now, 1)), bounced.id, 'delivered', null);
      expect(await faults(ctx)).toEqual([['无号码', 'missing']]);
    }));

  it('can be left to others, and is seen by those of the clinic alone', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const { id: customerId } = await aWrongNumber(ctx, agent);
      await takeRepair(agent, { customerId });
      await leaveRepair(agent, { customerId });
      expect((await listBrokenNumbers(agent, page)).items[0]!.takenBy).toBeNull();
      await inClinic(async (elsewhere) => {
        expect((await listBrokenNumbers(elsewhere, page)).total).toBe(0);
        const repair = repairNumber(elsewhere, { customerId, phone: '13900007777' });
        await expect(repair).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});

/** A text as the provider settled it. */
async function aText(ctx: Context, customerId: string, state: string, reason: string | null): Promise<void> {
  const cause = { kind: 'test', id: newId() };
  const { id } = await queueMessage(ctx, { customerId, templateKey: 'not-reached', variables: {}, cause });
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('messages')
      .set({ channel: 'sms', state, reason, settled_at: ctx.now })
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id)
      .execute(),
  );
}
