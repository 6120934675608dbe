import { addHours } from '#domain/base/time.ts';
import { fillTemplate } from '#domain/messaging/fill-template.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { isMadeUp } from '../staff/check-made-up.ts';
import { findTemplate } from './find-template.ts';
import { accountsFor, listOpenAccounts } from './list-accounts.ts';
import { insertMessages } from './store.ts';
import type { NewMessage } from './store.ts';

const templateKey = 'one-time-code';

/** Whether a code can reach a phone: by an account of the clinic, or, in a trial or demo, by being shown. */
export async function canSendCodes(ctx: TransactionContext, clinicId: string): Promise<boolean> {
  if (await isMadeUp(ctx)) return true;
  const { definition } = await findTemplate(ctx, templateKey);
  const accounts = await listOpenAccounts(ctx);
  return accountsFor(accounts, { clinicId, channel: 'sms', template: definition }).length > 0;
}

/**
 * A code to a phone of whom nobody knows whose it is, for a verb that counts how often it asks. True in a trial or demo,
 * where nothing is ever sent and the page says it itself.
 */
export async function queueCode(
  ctx: TransactionContext,
  wish: { clinicId: string; phone: string; code: string; causeId: string },
  keys: Keys,
): Promise<{ isShown: boolean }> {
  if (await isMadeUp(ctx)) return { isShown: true };
  const { version, definition } = await findTemplate(ctx, templateKey);
  const id = derivedId('message', templateKey, wish.causeId);
  const variables = { code: wish.code };
  const message: NewMessage = {
    ...{ id, clinicId: wish.clinicId, customerId: null, templateKey, templateVersion: version, variables },
    ...{ kind: 'otp', priority: priorityOf.otp, channel: 'sms', channelAsked: null },
    ...{ text: fillTemplate(definition.text, variables), subject: null, toGuardian: false, reason: null },
    ...{ causeKind: 'online-hold', causeId: wish.causeId, state: 'queued', dueAt: ctx.now },
    staleAt: addHours(ctx.now, definition.staleAfterHours),
    sealedTo: keys.seal(wish.phone, placeOf(id)),
  };
  await insertMessages(ctx, [message]);
  return { isShown: false };
}

/** For whom a sealed phone opens. */
export const placeOf = (messageId: string): string => `message ${messageId}`;
