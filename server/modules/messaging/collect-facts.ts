import { addHours, addMinutes, dayAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { ConsentChannel } from '#domain/consents/consent.ts';
import { ofAgeAt } from '#domain/consents/lapse.ts';
import { ageOf } from '#domain/customers/age.ts';
import { purposeOf } from '#domain/messaging/contact-use.ts';
import type { SendFacts } from '#domain/messaging/may-send.ts';
import type { MessageRules } from '#domain/messaging/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { findStanding, findSuppressed } from '../consents/find-standing.ts';
import { findWaits } from '../contacts/find-waits.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { findGuardianPhones } from '../records/find-guardian-phones.ts';
import { selectAddresses } from './accounts-store.ts';
import { byHandIs } from './find-hand-over.ts';
import { selectSent } from './outbox-store.ts';
import type { DueMessage } from './outbox-store.ts';

const consentChannelOf: Record<string, ConsentChannel> = {
  sms: 'sms',
  wechat: 'wechat',
  wecom: 'wechat',
  email: 'email',
  by_hand: byHandIs,
};
/** Ways that lead to whoever has the telephone. */
const byPhone = ['sms', 'by_hand'];

export interface Facts {
  of(
    message: DueMessage,
    also: Pick<SendFacts, 'hasAccount' | 'isOverCost'>,
  ): { facts: SendFacts; hashOf: (address: string) => string };
  /** The only account by which a message reaches its customer's address; null is any. */
  boundTo(message: DueMessage): string | null;
}

/** All that decides about these messages, read together and as it is now. */
export async function collectFacts(
  ctx: TransactionContext,
  messages: readonly DueMessage[],
  rules: MessageRules,
  zoneOf: (clinicId: string) => TimeZone,
  keys: Keys,
): Promise<Facts> {
  const ids = [...new Set(messages.flatMap(({ customerId }) => customerId ?? []))];
  const recipients = await findRecipients(ctx, ids);
  const ageIn = (id: string, zone: TimeZone) => {
    const person = recipients.get(id);
    return person ? ageOf(person, dayAt(ctx.now, zone)) : null;
  };
  const minors = messages.flatMap(({ customerId, clinicId }) => {
    const age = customerId && ageIn(customerId, zoneOf(clinicId));
    return typeof age === 'number' && age < ofAgeAt ? [customerId!] : [];
  });
  const guardians = await findGuardianPhones(ctx, minors);
  const addresses = await selectAddresses(ctx, ids);
  const knownAt = (customerId: string | null, channel: string) =>
    addresses.find((one) => one.customerId === customerId && one.channel === channel);
  const addressOf = (customerId: string, channel: string) =>
    byPhone.includes(channel)
      ? (recipients.get(customerId)?.phone ?? null)
      : (knownAt(customerId, channel)?.address ?? null);

  const hashOf = (address: string) => keys.hashOf(ctx.orgId, address);
  const phones = [...[...recipients.values()].map(({ phone }) => phone), ...guardians.values()];
  const hashes = [...phones, ...addresses.map(({ address }) => address)].flatMap((one) =>
    one ? hashOf(one) : [],
  );
  const suppressed = await findSuppressed(ctx, hashes);
  const stands = await findStanding(ctx, ids, recipients);
  const sent = await selectSent(ctx, ids, hashes, addHours(ctx.now, -24 * rules.daysBetweenMarketing));
  const budgets = await budgetsOf(ctx, messages, zoneOf);

  const of: Facts['of'] = (message, also) => {
    const { customerId, clinicId, channel, kind } = message;
    const id = customerId!;
    const person = recipients.get(id);
    const own = addressOf(id, channel);
    const guardian = byPhone.includes(channel) ? (guardians.get(id) ?? null) : null;
    const theirs = new Set([own, guardian].flatMap((one) => (one ? hashOf(one) : [])));
    const consentChannel = consentChannelOf[message.channelAsked ?? channel] ?? null;
    const phoneHash = person?.phone ? hashOf(person.phone) : null;
    return {
      hashOf,
      facts: {
        ...{ kind: kind as SendFacts['kind'], channel: channel as SendFacts['channel'], ...also },
        isUrgent: message.isUrgent,
        staleAt: message.staleAt,
        customer: {
          age: ageIn(id, zoneOf(clinicId)),
          refusesContact: person?.refusesContact ?? false,
          isFrozen: person?.isFrozen ?? false,
          isGone: person?.isGone ?? true,
          marketing: stands(id, 'marketing', consentChannel),
          care: stands(id, 'care', consentChannel),
          guardian,
          own,
        },
        isSuppressed: phoneHash !== null && suppressed.has(phoneHash),
        sent: sent.filter(
          (one) => one.customerId === id || (one.addressHash !== null && theirs.has(one.addressHash)),
        ),
        budgetUntil: budgets(message),
      },
    };
  };
  return { of, boundTo: ({ customerId, channel }) => knownAt(customerId, channel)?.accountId ?? null };
}

/** Until when all departments together have been in touch enough for a message that asks for something to wait. */
async function budgetsOf(
  ctx: TransactionContext,
  messages: readonly DueMessage[],
  zoneOf: (clinicId: string) => TimeZone,
): Promise<(message: DueMessage) => Instant | null> {
  const asking = messages.filter(
    (message) => message.customerId !== null && waitingPurpose(message) !== null,
  );
  const waits: Awaited<ReturnType<typeof findWaits>> = new Map();
  for (const [clinicId, some] of Map.groupBy(asking, (message) => message.clinicId)) {
    const ids = [...new Set(some.map(({ customerId }) => customerId!))];
    for (const [id, found] of await findWaits(ctx, ids, zoneOf(clinicId)))
      waits.set(`${clinicId} ${id}`, found);
  }
  return (message) => {
    const purpose = waitingPurpose(message);
    const found = waits.get(`${message.clinicId} ${message.customerId}`)?.waits;
    return purpose === null ? null : (found?.[purpose]?.until ?? null);
  };
}

/** An offer and a question wait for their turn; what is about the customer's own matters does not. */
function waitingPurpose({ kind, templateKey }: DueMessage): 'marketing' | 'satisfaction' | null {
  const purpose = purposeOf(kind, templateKey);
  return purpose === 'marketing' || purpose === 'satisfaction' ? purpose : null;
}

export function minuteAgo(ctx: TransactionContext): Instant {
  return addMinutes(ctx.realNow, -1);
}
