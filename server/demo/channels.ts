import { addHours } from '#domain/base/time.ts';
import { AddAccount } from '#domain/messaging/contract.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import type { Client, Clients } from '../modules/messaging/channels/channel.ts';
import { createAccount, testAccount } from '../modules/messaging/edit-accounts.ts';
import { publishTemplate } from '../modules/messaging/publish-template.ts';
import { actingAs } from './acting-as.ts';
import type { Chain } from './chain.ts';

/** The account by which the demo's text messages went; it is off, and nothing goes from a made-up chain anyway. */
export interface Channels {
  accountId: string;
  keys: Keys;
}

const yearBack = 300 * 24;
/** What a provider has approved; the other texts go by hand. */
const approved = ['appointment-booked', 'appointment-reminder', 'not-reached'];
export const offerKey = 'autumn-cleaning';
const offer = MessageTemplate.parse({
  ...{ key: offerKey, kind: 'marketing', name: { zh: '洁牙季', en: 'Cleaning season' }, channels: ['sms'] },
  text: '{clinic}洁牙季，老客户洁牙立减60元，本月有效，来电即可预约。拒收请回复R',
  ...{ approvalNumber: '医广〔2026〕第0000-00-00号', staleAfterHours: 8 },
});

/** Answers for a provider without calling anybody. */
const nobody: Client = {
  send: () => Promise.resolve({ outcome: 'not-reached', code: null }),
  test: () => Promise.resolve({ ok: true, code: null }),
  balance: () => Promise.resolve({ left: 18_640 }),
};

/** The accounts of a chain that has sent messages for a year, all of them switched off, and the texts it has had approved. */
export async function openChannels(ctx: TransactionContext, chain: Chain, keys: Keys): Promise<Channels> {
  const owner = chain.staff.find(({ role }) => role === 'owner')!;
  const then = { ...actingAs(ctx, owner), now: addHours(ctx.now, -yearBack) };
  const ids: string[] = [];
  for (const account of accounts) {
    const made = await createAccount(then, AddAccount.parse({ ...account, secret: 'demo' }), keys);
    ids.push(made.account.id);
  }
  const accountId = ids[0]!;
  const clients = new Proxy({} as Clients, { get: () => nobody });
  await testAccount({ ...then, now: addHours(ctx.now, -2) }, { id: accountId }, { keys, clients });
  const codes = { 'aliyun-sms': 'SMS_000000000' };
  for (const template of standardTemplates)
    if (approved.includes(template.key))
      await publishTemplate(then, {
        ...{ key: template.key, version: 0 },
        definition: { ...template, providerCodes: codes },
      });
  const approvalUntil = `${Number(ctx.now.slice(0, 4)) + 1}-12-31`;
  await publishTemplate(then, {
    ...{ key: offerKey, version: 0 },
    definition: { ...offer, approvalUntil, providerCodes: codes },
  });
  return { accountId, keys };
}

const accounts = [
  {
    ...{ kind: 'aliyun-sms', name: '短信（示例账号）', fenPerThousand: 4_500 },
    settings: { accessKeyId: 'demo', signName: '汀澜口腔' },
  },
  {
    ...{ kind: 'tencent-sms', name: '备用短信（示例账号）', fenPerThousand: 5_000 },
    settings: { secretId: 'demo', appId: '1400000000', signName: '汀澜口腔' },
  },
  {
    ...{ kind: 'wechat-official', name: '公众号“汀澜口腔”（示例账号）' },
    settings: { appId: 'wx0000000000000000' },
  },
  {
    ...{ kind: 'smtp', name: '邮件（示例账号）' },
    settings: { host: 'mail.example.invalid', user: 'service', from: '汀澜口腔 <service@example.invalid>' },
  },
];
