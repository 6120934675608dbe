import type { AccountKind } from '#domain/messaging/account.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { addAccount } from './add-account.ts';
import type { NewAccount } from './add-account.ts';
import type { Answer, Client, Clients, Outgoing } from './channels/channel.ts';
import { publishTemplate } from './publish-template.ts';
import type { Outbox } from './send-due.ts';

export const keys = keysFrom(Buffer.alloc(32, 3));

/** A provider that answers as it is told and keeps what it was sent. */
export function aProvider(
  answers: (message: Outgoing) => Answer = () => ({ outcome: 'accepted', code: null }),
) {
  const sent: Outgoing[] = [];
  const client: Client = {
    send: (_, message) => {
      sent.push(message);
      return Promise.resolve(answers(message));
    },
    test: () => Promise.resolve({ ok: true, code: null }),
  };
  const clients = new Proxy({} as Clients, { get: () => client });
  const outbox: Outbox = { clients, keys, dataDir: null, monotonicMs: () => 0, at: () => {} };
  return { sent, outbox };
}

/** An account that is switched on. */
export async function open(
  ctx: Context,
  kind: AccountKind = 'aliyun-sms',
  perMinute = 5_000,
  some: Partial<NewAccount> = {},
): Promise<string> {
  const id = newId();
  const account = {
    id,
    kind,
    clinicId: null,
    name: kind,
    settings: {},
    secret: 's',
    perMinute,
    fenPerThousand: 0,
    ...some,
  };
  await inTransaction(ctx, (ctx) => addAccount(ctx, { ...account, isEnabled: true }, keys));
  return id;
}

export const codes = { 'aliyun-sms': 'SMS_1' };
export const offer = MessageTemplate.parse({
  ...{
    key: 'spring',
    kind: 'marketing',
    name: { zh: '春', en: 'Spring' },
    text: '{clinic}春季洁牙优惠，拒收请回复R',
  },
  ...{ channels: ['sms'], approvalNumber: '医广2026', approvalUntil: '2027-01-01', providerCodes: codes },
});
export const reminder = MessageTemplate.parse({
  ...{ key: 'appointment-reminder', kind: 'service_notice', name: { zh: '提醒', en: 'Reminder' } },
  ...{ text: '{name}，{day}见', channels: ['sms'], providerCodes: codes },
});
export const publish = (ctx: Context, definition: MessageTemplate) =>
  publishTemplate(ctx, { key: definition.key, definition, version: 0 });
export const asSystem = (ctx: Context): Context => ({ ...ctx, actor: system });
/** Their yes to offers by telephone. */
export const yes = {
  ...{ purpose: 'marketing' as const, channel: 'sms' as const, way: 'paper' as const, evidence: '纸' },
  ...{ guardianName: null, guardianRelation: null },
};
