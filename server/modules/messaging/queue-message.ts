import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { tellingWordsIn } from '#domain/customers/discreet.ts';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import { wordsNotToSay } from '#domain/scripts/not-to-say.ts';
import { chooseChannel } from '#domain/messaging/choose-channel.ts';
import type { QueuedMessage } from '#domain/messaging/contract.ts';
import { fillTemplate, missingVariables, tidyValues } from '#domain/messaging/fill-template.ts';
import type { MessageValues } from '#domain/messaging/fill-template.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import { salutationOf } from '#domain/messaging/salutation.ts';
import { messageChannels } from '#domain/messaging/template.ts';
import type { MessageChannel, MessageKind, MessageTemplate } from '#domain/messaging/template.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findFamilies } from '../customers/find-families.ts';
import { requireCustomers } from '../customers/get-customer.ts';
import { findDiscreetProfiles } from '../records/get-discreet-profile.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { selectAddresses } from './accounts-store.ts';
import type { AccountRow, KnownAddress } from './accounts-store.ts';
import { findHandOver } from './find-hand-over.ts';
import { findTemplate } from './find-template.ts';
import { accountsFor, listOpenAccounts } from './list-accounts.ts';
import { insertMessages, selectStates } from './store.ts';
import type { NewMessage } from './store.ts';

export interface MessageWish {
  customerId: string;
  templateKey: string;
  /** Else the first of the template's ways that leads to the customer. */
  channel?: MessageChannel | null;
  /** What the template asks for; `name` and `clinic` are known. */
  variables: MessageValues;
  /** What it is sent for: the same cause twice is one message. */
  cause: { kind: string; id: string };
  notBefore?: Instant | null;
  /** A warning sign cannot wait for the morning. */
  isUrgent?: boolean;
}

/**
 * The one way to send anything to a customer, for a verb that has asked for its own permission: in that verb's
 * transaction, so that the message is wished for exactly when its cause has happened. Whether it may go is asked again
 * when it goes. Throws Invalid `variable-missing`.
 */
export async function queueMessage(ctx: Context, wish: MessageWish): Promise<QueuedMessage> {
  const [queued] = await queueMessages(ctx, [wish]);
  return queued!;
}

/** The same for many at once, all or none: what is asked of the database is asked for all of them together. */
export async function queueMessages(ctx: Context, wishes: readonly MessageWish[]): Promise<QueuedMessage[]> {
  return inTransaction(ctx, async (ctx) => {
    const wished = wishes.map((wish) => ({ wish, id: messageIdOf(wish) }));
    const before = await selectStates(
      ctx,
      wished.map(({ id }) => id),
    );
    const fresh = wished.filter(({ id }) => !before.has(id));
    const messageOf = await prepare(
      ctx,
      fresh.map(({ wish }) => wish),
    );
    // The same wish twice in one breath is one message too.
    const messages = new Map(fresh.map(({ id, wish }) => [id, { id, ...messageOf(wish) }]));
    await insertMessages(ctx, [...messages.values()]);
    return wished.map(({ id }) => ({ id, state: before.get(id) ?? messages.get(id)!.state }));
  });
}

/** The same text for the same cause to the same person is one message. */
export const messageIdOf = ({
  templateKey,
  customerId,
  cause,
}: Pick<MessageWish, 'templateKey' | 'customerId' | 'cause'>): string =>
  derivedId('message', templateKey, customerId, cause.kind, cause.id);

/** Reads what all these wishes need, and says what becomes of each. */
async function prepare(
  ctx: TransactionContext,
  wishes: readonly MessageWish[],
): Promise<(wish: MessageWish) => Omit<NewMessage, 'id'>> {
  const ids = [...new Set(wishes.map(({ customerId }) => customerId))];
  const customers = await requireCustomers(ctx, ids);
  const discreet = await findDiscreetProfiles(ctx, ids);
  const addresses = Map.groupBy(await selectAddresses(ctx, ids), ({ customerId }) => customerId);
  const accounts = wishes.length === 0 ? [] : await listOpenAccounts(ctx);
  const handOver = await findHandOver(ctx, ids);
  const overheard = await findOverheard(ctx, wishes);
  const clinicIds = [...customers.values()].map(({ clinicId }) => clinicId);
  const clinics = await byKey(clinicIds, (id) => getClinic(ctx, id));
  const templates = await byKey(
    wishes.map(({ templateKey }) => templateKey),
    (key) => findTemplate(ctx, key),
  );
  return (wish) => {
    const { name, gender, clinicId, phone, taboos } = customers.get(wish.customerId)!;
    const profile = discreet.get(wish.customerId) ?? null;
    const recipient = {
      ...{ clinicId, phone, taboos, discreet: profile },
      values: tidyValues({
        ...wish.variables,
        name: salutationOf(name, gender),
        // Who picks up the phone must not learn from whom it is.
        clinic: profile?.callerAlias ?? clinics.get(clinicId)!.name,
      }),
    };
    const known = addresses.get(wish.customerId) ?? [];
    const template = templates.get(wish.templateKey)!;
    const isOverheard =
      overheard.has(wish.customerId) && tellingWordsIn(wish.variables.text ?? '').length > 0;
    return messageFor(ctx, wish, { recipient, template, accounts, known, handOver, isOverheard });
  };
}

interface Asked {
  recipient: {
    clinicId: string;
    phone: string | null;
    taboos: string | null;
    discreet: DiscreetProfile | null;
    values: MessageValues;
  };
  template: { version: number; definition: MessageTemplate };
  accounts: readonly AccountRow[];
  known: readonly KnownAddress[];
  handOver: Awaited<ReturnType<typeof findHandOver>>;
  isOverheard: boolean;
}

/** Of those to whom somebody writes what was done: whose telephone others have as well. */
async function findOverheard(
  ctx: TransactionContext,
  wishes: readonly MessageWish[],
): Promise<ReadonlySet<string>> {
  const told = wishes.filter(({ variables }) => tellingWordsIn(variables.text ?? '').length > 0);
  const ids = [...new Set(told.map(({ customerId }) => customerId))];
  const families = await findFamilies(ctx, ids);
  return new Set(ids.filter((id) => families.get(id)!.length > 1));
}

function messageFor(
  ctx: TransactionContext,
  wish: MessageWish,
  { recipient, template, accounts, known, handOver, isOverheard }: Asked,
): Omit<NewMessage, 'id'> {
  const { customerId, templateKey, cause } = wish;
  const { clinicId, values } = recipient;
  const { version, definition } = template;
  const [missing] = missingVariables(definition.text, values);
  if (missing !== undefined) throw new Invalid({ path: `variables.${missing}`, code: 'variable-missing' });
  const text = fillTemplate(definition.text, values);
  const way = channelFor(wish, definition, recipient, { accounts, known });
  const handed = handOver(customerId, definition.kind);
  // What is the child's own is for who answers for them to read.
  const isForOthers = handed.do === 'by-hand' && handed.toGuardian;
  const isTelling =
    wordsNotToSay(text, { ...recipient, treatmentNames: [] }).length > 0 ||
    (isOverheard && ['sms', 'by_hand'].includes(way) && !isForOthers);
  const channel = isTelling ? 'by_hand' : way;
  const dueAt = wish.notBefore && wish.notBefore > ctx.now ? wish.notBefore : ctx.now;
  return {
    ...{ clinicId, customerId, templateKey, templateVersion: version },
    ...{ kind: definition.kind, priority: priorityOf[definition.kind], channel },
    ...{ channelAsked: wish.channel ?? null, text, subject: definition.subject, variables: values },
    ...{ causeKind: cause.kind, causeId: cause.id, dueAt, isUrgent: wish.isUrgent ?? false },
    staleAt: addHours(dueAt, definition.staleAfterHours),
    ...stateOf({ channel, isTelling, kind: definition.kind, handed }),
  };
}

/**
 * What a provider sends is decided about when it goes, and so is an offer that a hand is to send. No hand sends an offer
 * with words in it that are not for this customer.
 */
function stateOf({
  channel,
  isTelling,
  kind,
  handed,
}: {
  channel: MessageChannel;
  isTelling: boolean;
  kind: MessageKind;
  handed: ReturnType<Asked['handOver']>;
}): Pick<NewMessage, 'state' | 'reason' | 'toGuardian'> {
  if (isTelling && kind === 'marketing') return { state: 'stopped', reason: 'not-to-say', toGuardian: false };
  if (channel !== 'by_hand' || kind === 'marketing')
    return { state: 'queued', reason: null, toGuardian: false };
  if (handed.do === 'stop') return { state: 'stopped', reason: handed.why, toGuardian: false };
  const { why, toGuardian } = handed;
  return { state: 'by_hand', reason: isTelling ? 'not-to-say' : why, toGuardian };
}

function channelFor(
  { channel }: MessageWish,
  template: MessageTemplate,
  { clinicId, phone }: { clinicId: string; phone: string | null },
  { accounts, known }: Pick<Asked, 'accounts' | 'known'>,
): MessageChannel {
  if (accounts.length === 0) return 'by_hand';
  const isAt = (where: MessageChannel) => known.some((one) => one.channel === where);
  const isOpen = (way: MessageChannel) =>
    way !== 'by_hand' && accountsFor(accounts, { clinicId, channel: way, template }).length > 0;
  return chooseChannel(channel ? [channel] : template.channels, {
    open: messageChannels.filter(isOpen),
    hasPhone: phone !== null,
    hasWechat: isAt('wechat'),
    hasWecom: isAt('wecom'),
    hasEmail: isAt('email'),
  });
}

/** Each of them found once. */
async function byKey<T>(keys: readonly string[], find: (key: string) => Promise<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const key of new Set(keys)) found.set(key, await find(key));
  return found;
}
