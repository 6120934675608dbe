import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { getConsents } from '#server/modules/consents/get-consents.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { aClinic, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { addAccount } from './add-account.ts';
import type { Clients } from './channels/channel.ts';
import { countMessages } from './count-messages.ts';
import { editAccount } from './edit-accounts.ts';
import { listMessages } from './list-messages.ts';
import { listReplies } from './list-replies.ts';
import { listWays } from './list-ways.ts';
import { noteCallback } from './note-callback.ts';
import { listTemplateVersions, publishTemplate } from './publish-template.ts';
import { queueMessage } from './queue-message.ts';
import { sendDue } from './send-due.ts';
import { listAddresses, setAddress } from './set-address.ts';
import { settleMessage } from './settle-message.ts';
import { settleReply } from './settle-reply.ts';

const keys = keysFrom(Buffer.alloc(32, 5));
const codes = { 'aliyun-sms': 'SMS_1' };
const paging = { page: 1, pageSize: 20 };

async function anAccount(ctx: Context, kind: AccountKind, name: string = kind): Promise<string> {
  const account = {
    id: newId(),
    kind,
    clinicId: null,
    name,
    settings: { signName: '晴川口腔' },
    secret: 's',
  };
  const limits = { perMinute: 100, fenPerThousand: 0, isEnabled: true };
  await inTransaction(ctx, (ctx) => addAccount(ctx, { ...account, ...limits }, keys));
  return account.id;
}

async function publishAddress(ctx: Context): Promise<void> {
  const [shipped] = (await listTemplateVersions(ctx, { key: 'not-reached' })).items;
  const definition = MessageTemplate.parse({
    ...shipped!.definition,
    ...{ channels: ['sms'], providerCodes: codes },
  });
  await publishTemplate(ctx, { key: 'not-reached', definition, version: 0 });
}

/** Somebody was written to, and answered. */
async function aReply(ctx: Context, text: string) {
  const accountId = await anAccount(ctx, 'aliyun-sms');
  await publishAddress(ctx);
  const customer = await aCustomer(ctx);
  const cause = { kind: 'call', id: '1' };
  const wish = { customerId: customer.id, templateKey: 'not-reached', variables: {}, cause };
  await queueMessage(ctx, wish);
  const client = { send: () => Promise.resolve({ outcome: 'accepted', code: null }) };
  const clients = new Proxy({} as Clients, { get: () => client });
  const outbox = { clients, keys, dataDir: null, monotonicMs: () => 0, at: () => {} };
  await sendDue({ ...ctx, actor: system }, outbox);
  const at = addMinutes(ctx.now, 5);
  const replies = [{ from: '13800001234', text, at, key: 'r1' }];
  await noteCallback({ ...later(ctx, at), actor: system }, accountId, { receipts: [], replies }, keys);
  return { customer, ctx: later(ctx, addMinutes(ctx.now, 10)) };
}

describe('what a customer answered', () => {
  it('waits for a colleague, who says what came of it, once', () =>
    inClinic(async (morning) => {
      const { ctx, customer } = await aReply(morning, '还有点肿，明天能来吗');

      const { items } = await listReplies(ctx, { ...paging, list: 'open' });
      expect(items).toMatchObject([
        { customerId: customer.id, text: '还有点肿，明天能来吗', isOptOut: false, phone: '138****1234' },
      ]);
      expect(items[0]!.messageText).toContain('没有联系上');
      expect((await countMessages(ctx, {})).replies).toBe(1);

      await settleReply(ctx, { id: items[0]!.id, way: 'followup' });

      await expect(settleReply(ctx, { id: items[0]!.id, way: 'case' })).rejects.toMatchObject({
        code: 'reply-already-read',
      });
      expect((await listReplies(ctx, { ...paging, list: 'read' })).items).toMatchObject([
        { way: 'followup', readByName: 'Owner', readAt: ctx.now },
      ]);
      expect((await countMessages(ctx, {})).replies).toBe(0);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'message-reply.read', actorId: ctx.actor.id });
      const other = await aClinic();
      expect((await listReplies(other.ctx, { ...paging, list: 'read' })).total).toBe(0);
    }));

  it('stands on the timeline with what it answers, and a no is marked', () =>
    inClinic(async (morning) => {
      const { ctx, customer } = await aReply(morning, 'TD');

      const { items } = await listTimeline(ctx, { customerId: customer.id });

      expect(items.slice(0, 2)).toMatchObject([
        { kind: 'message-answered', facts: { text: 'TD', isOptOut: true } },
        { kind: 'message', facts: { kind: 'care', channel: 'sms', state: 'accepted', toGuardian: false } },
      ]);
      expect((await listReplies(ctx, { ...paging, list: 'opt-out' })).total).toBe(1);
    }));

  it.each([
    { text: 'TD', list: 'read', way: 'opt-out' },
    { text: '退订。等了两个小时没人管，再也不来了', list: 'open', way: null },
  ] as const)('and says $text is $list: a plain no was carried out by itself', ({ text, list, way }) =>
    inClinic(async (morning) => {
      const { ctx, customer } = await aReply(morning, text);

      const { items } = await listReplies(ctx, { ...paging, list });
      expect(items).toMatchObject([{ text, isOptOut: true, way, readByName: null }]);
      expect((await countMessages(ctx, {})).replies).toBe(list === 'open' ? 1 : 0);
      expect((await getConsents(ctx, { id: customer.id }, keys)).isSuppressed).toBe(true);
    }),
  );
});

describe('a customer’s address', () => {
  const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

  it('is entered, seen in part, changed and taken away, each on record', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);

      await setAddress(ctx, { id, channel: 'wechat', address: openid });
      const { items } = await setAddress(ctx, { id, channel: 'email', address: ' wang@example.com ' });

      expect(items).toMatchObject([
        { channel: 'email', shown: 'wa***@example.com', byName: 'Owner' },
        { channel: 'wechat', shown: 'o6_b****fL2M' },
      ]);
      await expect(setAddress(ctx, { id, channel: 'email', address: 'wang' })).rejects.toMatchObject({
        code: 'invalid',
      });
      expect(await setAddress(ctx, { id, channel: 'email', address: null })).toMatchObject({
        items: [{ channel: 'wechat' }],
      });
      const told = (await auditTrail(ctx)).filter(({ action }) => action.startsWith('customer-address'));
      expect(told.map(({ action }) => action).sort()).toEqual([
        'customer-address.removed',
        'customer-address.set',
        'customer-address.set',
      ]);
      const other = await aClinic();
      await expect(listAddresses(other.ctx, { id })).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('the lists of messages', () => {
  it('take one that waits off before it goes, and count what is left', () =>
    inClinic(async (ctx) => {
      await anAccount(ctx, 'aliyun-sms');
      await publishAddress(ctx);
      const { id: customerId } = await aCustomer(ctx);
      const cause = { kind: 'call', id: '1' };
      const { id } = await queueMessage(ctx, {
        customerId,
        templateKey: 'not-reached',
        variables: {},
        cause,
      });
      expect((await listMessages(ctx, { ...paging, list: 'waiting', kind: 'care' })).total).toBe(1);
      expect((await listMessages(ctx, { ...paging, list: 'waiting', channel: 'email' })).total).toBe(0);
      expect(await countMessages(ctx, {})).toMatchObject({ waiting: 1, byHand: 0, quarantined: 0 });

      await settleMessage(ctx, { id, settlement: 'not-sent', reason: null });

      expect(await countMessages(ctx, {})).toMatchObject({ waiting: 0 });
    }));

  it('name the ways that are open, in the order they are used', () =>
    inClinic(async (ctx) => {
      const first = await anAccount(ctx, 'aliyun-sms', '阿里');
      await anAccount(ctx, 'tencent-sms', '腾讯');
      expect((await listWays(ctx)).items.map(({ name }) => name)).toEqual(['阿里', '腾讯']);

      await editAccount(ctx, { id: first, version: 1, position: 60 }, keys);

      expect((await listWays(ctx)).items).toMatchObject([
        { name: '腾讯', channel: 'sms', signName: '晴川口腔' },
        { name: '阿里' },
      ]);
    }));
});
