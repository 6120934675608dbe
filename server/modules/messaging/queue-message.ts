import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { wordsNotToSay } from '#domain/scripts/not-to-say.ts';
import { chooseChannel } from '#domain/messaging/choose-channel.ts';
import type { QueuedMessage } from '#domain/messaging/contract.ts';
import { fillTemplate, missingVariables } from '#domain/messaging/fill-template.ts';
import type { MessageValues } from '#domain/messaging/fill-template.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import { salutationOf } from '#domain/messaging/salutation.ts';
import { messageChannels } from '#domain/messaging/template.ts';
import type { MessageChannel, MessageTemplate } from '#domain/messaging/template.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { derivedId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { getDiscreetProfile } from '../records/get-discreet-profile.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { selectAddresses } from './accounts-store.ts';
import { findTemplate } from './find-template.ts';
import { accountsFor, listOpenAccounts } from './list-accounts.ts';
import { insertMessage, selectMessage } from './store.ts';

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
  return inTransaction(ctx, async (ctx) => {
    const { customerId, templateKey, cause } = wish;
    const id = derivedId('message', templateKey, customerId, cause.kind, cause.id);
    const before = await selectMessage(ctx, id);
    if (before) return { id, state: before.state };

    const { version, definition } = await findTemplate(ctx, templateKey);
    const person = await describeRecipient(ctx, wish);
    const [missing] = missingVariables(definition.text, person.values);
    if (missing !== undefined) throw new Invalid({ path: `variables.${missing}`, code: 'variable-missing' });
    const text = fillTemplate(definition.text, person.values);
    const isTelling = wordsNotToSay(text, { ...person, treatmentNames: [] }).length > 0;
    const channel = isTelling ? 'by_hand' : await channelFor(ctx, wish, definition, person);
    const dueAt = wish.notBefore && wish.notBefore > ctx.now ? wish.notBefore : ctx.now;
    const state = channel === 'by_hand' ? 'by_hand' : 'queued';
    await insertMessage(ctx, {
      ...{ id, clinicId: person.clinicId, customerId, templateKey, templateVersion: version },
      ...{ kind: definition.kind, priority: priorityOf[definition.kind], channel },
      ...{ channelAsked: wish.channel ?? null, text, subject: definition.subject, variables: person.values },
      ...{ causeKind: cause.kind, causeId: cause.id, state, dueAt, isUrgent: wish.isUrgent ?? false },
      reason: isTelling ? 'not-to-say' : null,
      staleAt: addHours(dueAt, definition.staleAfterHours),
      toGuardian: false,
    });
    return { id, state };
  });
}

/** Who is written to and by whom, as they are to be called. */
async function describeRecipient(ctx: TransactionContext, { customerId, variables }: MessageWish) {
  const { name, gender, clinicId, phone, taboos } = await requireCustomer(ctx, customerId);
  const clinic = await getClinic(ctx, clinicId);
  const discreet = await getDiscreetProfile(ctx, customerId);
  const values: MessageValues = {
    ...variables,
    name: salutationOf(name, gender),
    // Who picks up the phone must not learn from whom it is.
    clinic: discreet?.callerAlias ?? clinic.name,
  };
  return { clinicId, phone, taboos, discreet, values };
}

async function channelFor(
  ctx: TransactionContext,
  { customerId, channel }: MessageWish,
  template: MessageTemplate,
  { clinicId, phone }: { clinicId: string; phone: string | null },
): Promise<MessageChannel> {
  const accounts = await listOpenAccounts(ctx);
  if (accounts.length === 0) return 'by_hand';
  const addresses = await selectAddresses(ctx, [customerId]);
  const isAt = (where: MessageChannel) => addresses.some((one) => one.channel === where);
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
