import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { addAccount } from './add-account.ts';
import { upsertAddress } from './addresses-store.ts';
import type { Client, Clients, OpenAccount } from './channels/channel.ts';
import { makeClients } from './channels/make-clients.ts';
import { noteCallback } from './note-callback.ts';
import { publishTemplate } from './publish-template.ts';
import { queueMessage } from './queue-message.ts';
import { sendDue } from './send-due.ts';

const keys = keysFrom(Buffer.alloc(32, 3));
const real = makeClients();
const settings = { callbackToken: 'word', appId: 'wx1' };

/** What each provider says of one message, in its own words, and what its client hears in it. */
const says = {
  'aliyun-sms': ({ attemptId }: Sent, arrived: boolean) => ({
    body: [
      {
        ...{ phone_number: '138', success: arrived, err_code: arrived ? 'DELIVERED' : 'UNDELIV' },
        ...{ biz_id: 'their-1', out_id: attemptId },
      },
    ],
    query: {},
  }),
  'tencent-sms': (_: Sent, arrived: boolean) => ({
    body: [{ sid: 'their-1', mobile: '138', report_status: arrived ? 'SUCCESS' : 'FAIL', errmsg: 'UNDELIV' }],
    query: {},
  }),
  'wechat-official': (_: Sent, arrived: boolean, now: string) => {
    const timestamp = String(Date.parse(now) / 1000);
    const signature = createHash('sha1').update(['word', timestamp, 'n'].sort().join('')).digest('hex');
    const status = arrived ? 'success' : 'failed:user block';
    return {
      body: `<xml><MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>their-1</MsgID><Status>${status}</Status></xml>`,
      query: { signature, timestamp, nonce: 'n' },
    };
  },
};
type Kind = keyof typeof says;
interface Sent {
  attemptId: string;
}

/** A message that is sent while its receipts come in: before the provider's answer, and at hours after it. */
async function sentWith(
  ctx: Context,
  kind: Kind,
  receipts: { arrived: boolean; hours: number | 'before the answer' }[],
  answer: 'accepted' | 'unknown',
): Promise<{ state: string; reason: string | null }> {
  const channel = kind === 'wechat-official' ? 'wechat' : 'sms';
  const account = { id: newId(), kind, clinicId: null, name: kind, settings, secret: 's' };
  await inTransaction(ctx, (ctx) =>
    addAccount(ctx, { ...account, perMinute: 60, fenPerThousand: 0, isEnabled: true }, keys),
  );
  const definition = MessageTemplate.parse({
    ...{ key: 'reminder', kind: 'service_notice', name: { zh: '提醒', en: 'Reminder' }, text: '周五见' },
    ...{ channels: [channel], providerCodes: { [kind]: 'T1' } },
  });
  await publishTemplate(ctx, { key: 'reminder', definition, version: 0 });
  const { id: customerId } = await aCustomer(ctx);
  const address = { id: newId(), customerId, channel: 'wechat' as const, address: 'o-1' };
  await inTransaction(ctx, (ctx) => upsertAddress(ctx, address));
  const wish = { customerId, templateKey: 'reminder', variables: {}, cause: { kind: 'x', id: '1' } };
  const { id } = await queueMessage(ctx, wish);

  const tell = async (at: Context, sent: Sent, arrived: boolean): Promise<void> => {
    const opened: OpenAccount = { ...account };
    const request = { ...says[kind](sent, arrived, at.now), now: at.now };
    await noteCallback(
      { ...at, actor: system },
      account.id,
      real[kind].readCallback!(opened, request)!,
      keys,
    );
  };
  let sent: Sent | undefined;
  const client = {
    send: async (_: OpenAccount, message: Sent) => {
      sent = message;
      for (const one of receipts)
        if (one.hours === 'before the answer') await tell(ctx, message, one.arrived);
      return { outcome: answer, code: null, providerId: answer === 'accepted' ? 'their-1' : null };
    },
  } as unknown as Client;
  const clients = new Proxy({} as Clients, { get: () => client });
  await sendDue(
    { ...ctx, actor: system },
    { clients, keys, dataDir: null, monotonicMs: () => 0, at: () => {} },
  );
  for (const { arrived, hours } of receipts)
    if (hours !== 'before the answer') await tell(later(ctx, addHours(ctx.now, hours)), sent!, arrived);
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('messages')
      .select(['state', 'reason'])
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
}

const [yes, no] = [true, false];
describe.each(['aliyun-sms', 'tencent-sms', 'wechat-official'] as const)('the receipts of %s', (kind) => {
  it.each<{ name: string; told: [boolean, number | 'before the answer'][]; state: string }>([
    { name: 'that it arrived', told: [[yes, 0]], state: 'delivered' },
    { name: 'that it did not', told: [[no, 0]], state: 'by_hand' },
    {
      name: 'twice that it arrived',
      told: [
        [yes, 0],
        [yes, 1],
      ],
      state: 'delivered',
    },
    {
      name: 'that it did not, and then that it did',
      told: [
        [no, 0],
        [yes, 1],
      ],
      state: 'delivered',
    },
    {
      name: 'out of order that it did not',
      told: [
        [yes, 0],
        [no, 1],
      ],
      state: 'delivered',
    },
    { name: 'three days later', told: [[yes, 72]], state: 'delivered' },
    { name: 'before the answer', told: [[yes, 'before the answer']], state: 'delivered' },
    { name: 'before the answer that it did not', told: [[no, 'before the answer']], state: 'by_hand' },
    {
      name: 'before the answer and after',
      told: [
        [yes, 'before the answer'],
        [yes, 1],
      ],
      state: 'delivered',
    },
    { name: 'nothing', told: [], state: 'accepted' },
  ])('$name: $state', ({ told, state }) =>
    inClinic(async (ctx) => {
      const receipts = told.map(([arrived, hours]) => ({ arrived, hours }));
      expect(await sentWith(ctx, kind, receipts, 'accepted')).toMatchObject({ state });
    }),
  );
});

describe('a receipt of a message nobody knew of', () => {
  it.each([
    { kind: 'aliyun-sms' as const, state: 'delivered' },
    // They name only their own number, which the lost answer would have told.
    { kind: 'tencent-sms' as const, state: 'unknown' },
  ])('of $kind leaves it $state', ({ kind, state }) =>
    inClinic(async (ctx) => {
      expect(await sentWith(ctx, kind, [{ arrived: true, hours: 1 }], 'unknown')).toMatchObject({ state });
    }),
  );
});
