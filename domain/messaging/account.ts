import { z } from 'zod';
import { line } from '#domain/base/text.ts';
import type { MessageChannel } from './template.ts';

/** The providers a clinic can have an account at. */
export const accountKinds = [
  'aliyun-sms',
  'tencent-sms',
  'wechat-official',
  'wecom-customer',
  'smtp',
  'wecom-app',
  'wecom-robot',
  'dingtalk-robot',
  'feishu-robot',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Where colleagues read, and nobody else: a group, or the clinic's own application. */
export type AccountChannel = Exclude<MessageChannel, 'by_hand'> | 'group';

export const channelOf: Record<AccountKind, AccountChannel> = {
  'aliyun-sms': 'sms',
  'tencent-sms': 'sms',
  'wechat-official': 'wechat',
  'wecom-customer': 'wecom',
  smtp: 'email',
  'wecom-app': 'group',
  'wecom-robot': 'group',
  'dingtalk-robot': 'group',
  'feishu-robot': 'group',
};

/** For how many minutes a provider takes the same message sent twice for one, with a margin; 0 where it does not (G4). */
export const dedupMinutesOf: Record<AccountKind, number> = {
  'aliyun-sms': 0,
  'tencent-sms': 0,
  // Ten minutes by client_msg_id.
  'wechat-official': 8,
  'wecom-customer': 0,
  smtp: 0,
  // Thirty minutes by the same content.
  'wecom-app': 25,
  'wecom-robot': 0,
  'dingtalk-robot': 0,
  'feishu-robot': 0,
};

/** Who sends only texts it has approved under a number. */
export const needsCode: readonly AccountKind[] = ['aliyun-sms', 'tencent-sms', 'wechat-official'];

const id = line(120).min(1);
/** The word and the key that callbacks are signed and sealed by; without a key WeChat calls back in the clear, WeCom never. */
const ofCallbacks = {
  callbackToken: line(80).default(''),
  encodingAesKey: z
    .string()
    .regex(/^([A-Za-z0-9]{43})?$/, { error: 'not-a-code' })
    .default(''),
};
/** What an account is set up by, beside its secret. */
export const settingsOf = {
  'aliyun-sms': z.strictObject({ accessKeyId: id, signName: id }),
  'tencent-sms': z.strictObject({
    secretId: id,
    appId: id,
    signName: id,
    region: line(40).default('ap-guangzhou'),
  }),
  'wechat-official': z.strictObject({ appId: id, ...ofCallbacks }),
  'wecom-customer': z.strictObject({ corpId: id, sender: id, ...ofCallbacks }),
  smtp: z.strictObject({
    host: id,
    port: z.int().min(1).max(65535).default(465),
    user: line(120).default(''),
    from: id,
    isTls: z.boolean().default(true),
  }),
  'wecom-app': z.strictObject({
    corpId: id,
    agentId: z.int().min(1),
    toUser: line(400).default('@all'),
    ...ofCallbacks,
  }),
  'wecom-robot': z.strictObject({}),
  'dingtalk-robot': z.strictObject({ accessToken: id }),
  'feishu-robot': z.strictObject({ hookId: id }),
} as const satisfies Record<AccountKind, z.ZodObject>;

/** Settings that go in and never come out again: whoever has them can speak as the provider, or to the group. */
export const sealedFields = ['callbackToken', 'encodingAesKey', 'accessToken', 'hookId'] as const;
export type SealedField = (typeof sealedFields)[number];

export const isSealedField = (field: string): field is SealedField =>
  (sealedFields as readonly string[]).includes(field);

/** Where the secret is sent to: elsewhere it goes only if it was given together with the place. */
export const placesOfSecret: Partial<Record<AccountKind, readonly string[]>> = {
  smtp: ['host', 'port', 'user', 'isTls'],
};

export type AccountSettings<K extends AccountKind = AccountKind> = z.output<(typeof settingsOf)[K]>;
