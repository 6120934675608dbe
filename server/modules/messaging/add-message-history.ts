import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { channelOf, dedupMinutesOf } from '#domain/messaging/account.ts';
import { afterAttempt, afterReceipt, stillUnknown } from '#domain/messaging/after-attempt.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';
import { unitsOf } from '#domain/messaging/cost.ts';
import { fillTemplate, tidyValues } from '#domain/messaging/fill-template.ts';
import type { MessageValues } from '#domain/messaging/fill-template.ts';
import { finalStates, priorityOf, settle } from '#domain/messaging/message-state.ts';
import type { MessageState, Settlement } from '#domain/messaging/message-state.ts';
import { salutationOf } from '#domain/messaging/salutation.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { selectAccounts } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';
import { findTemplate } from './find-template.ts';
import { insertPastAttempts, insertPastMessages } from './history-store.ts';
import type { PastAttemptRow, PastMessageRow } from './history-store.ts';
import { messageIdOf } from './queue-message.ts';

/** A message of earlier. Without a call and not held it still waits for its hour. */
export interface PastMessage {
  customer: {
    id: string;
    clinicId: string;
    clinicName: string;
    name: string;
    gender: 'female' | 'male' | 'unknown';
    phone: string;
  };
  templateKey: string;
  variables: MessageValues;
  cause: { kind: string; id: string };
  queuedAt: Instant;
  queuedBy: string | null;
  dueAt: Instant;
  /** A rule kept it back, or gave it to a person, before anybody was called. */
  held?: { state: 'stopped' | 'by_hand'; reason: string | null } | undefined;
  call?:
    | {
        at: Instant;
        outcome: AttemptOutcome;
        code: string | null;
        receipt?: { at: Instant; arrived: boolean; code: string | null } | undefined;
      }
    | undefined;
  settled?: { as: Settlement; at: Instant; by: string } | undefined;
}

/**
 * Adds what was sent earlier, for a demo that writes its own audit row of the whole. What a call, a receipt and a colleague
 * made of it is what the rules of sending say.
 */
export async function addMessageHistory(
  ctx: TransactionContext,
  messages: readonly PastMessage[],
  { accountId, keys }: { accountId: string; keys: Keys },
): Promise<void> {
  if (messages.length === 0) return;
  const [account] = await selectAccounts(ctx, { id: accountId });
  const templates = new Map<string, Awaited<ReturnType<typeof findTemplate>>>();
  for (const key of new Set(messages.map(({ templateKey }) => templateKey)))
    templates.set(key, await findTemplate(ctx, key));
  const rows = messages.map((message) => {
    const id = messageIdOf({ ...message, customerId: message.customer.id });
    const { version, definition } = templates.get(message.templateKey)!;
    const course = courseOf(message, definition, account!, ctx.now);
    const { name, gender, clinicName, phone, id: customerId, clinicId } = message.customer;
    const given = { ...message.variables, name: salutationOf(name, gender), clinic: clinicName };
    const variables = tidyValues(given);
    const text = fillTemplate(definition.text, variables);
    const providerId = message.call?.outcome === 'accepted' ? derivedId('provider', id) : null;
    const row: PastMessageRow = {
      ...{ id, clinicId, customerId, templateKey: message.templateKey, templateVersion: version },
      ...{ kind: definition.kind, priority: priorityOf[definition.kind], channelAsked: null },
      ...{ text, subject: definition.subject, variables, toGuardian: false, ...course },
      ...{ causeKind: message.cause.kind, causeId: message.cause.id },
      ...{ queuedAt: message.queuedAt, queuedBy: message.queuedBy, dueAt: message.dueAt },
      staleAt: addHours(message.dueAt, definition.staleAfterHours),
      ...{ accountId: message.call ? accountId : null, providerId, tries: message.call ? 1 : 0 },
      addressHash: message.call ? keys.hashOf(ctx.orgId, phone) : null,
      sentAt: course.state === 'sent_by_hand' ? message.settled!.at : (message.call?.at ?? null),
    };
    return { row, attempt: attemptOf(message, row, account!) };
  });
  await insertPastMessages(
    ctx,
    rows.map(({ row }) => row),
  );
  await insertPastAttempts(
    ctx,
    rows.flatMap(({ attempt }) => attempt ?? []),
  );
}

type Course = Pick<
  PastMessageRow,
  'state' | 'reason' | 'channel' | 'settledAt' | 'settledBy' | 'unknownSince'
>;

function courseOf(
  { call, held, settled, queuedAt }: PastMessage,
  { kind }: MessageTemplate,
  account: AccountRow,
  now: Instant,
): Course {
  let [state, reason]: [MessageState, string | null] = held ? [held.state, held.reason] : ['queued', null];
  let overAt: Instant | null = held ? queuedAt : null;
  if (call) {
    const dedupMinutes = dedupMinutesOf[account.kind];
    const answer = { kind, outcome: call.outcome, code: call.code, tries: 1, firstAt: call.at, dedupMinutes };
    ({ state, reason } = afterAttempt(answer, call.at));
    overAt = call.at;
    if (state === 'unknown' && stillUnknown(kind, call.at, now) === 'person') reason = 'to-person';
    const told = call.receipt && afterReceipt(state, call.receipt, kind);
    if (told) ({ state, reason } = told);
    overAt = call.receipt?.at ?? overAt;
  }
  const isByHand = state === 'by_hand';
  if (settled) {
    state = settle({ state, kind }, settled.as) ?? state;
    overAt = settled.at;
  }
  return {
    ...{ state, reason: state === 'delivered' ? null : reason },
    channel: isByHand ? 'by_hand' : (channelOf[account.kind] as PastMessageRow['channel']),
    settledAt: finalStates.includes(state) ? overAt : null,
    settledBy: settled && finalStates.includes(state) ? settled.by : null,
    unknownSince: state === 'unknown' ? call!.at : null,
  };
}

function attemptOf(
  { call }: PastMessage,
  message: PastMessageRow,
  account: AccountRow,
): PastAttemptRow | null {
  if (!call) return null;
  const id = derivedId('attempt', message.id);
  const { receipt = null, ...made } = call;
  return {
    ...{ id, messageId: message.id, accountId: account.id, channel: channelOf[account.kind], ...made },
    ...{ providerId: message.providerId, units: unitsOf(account, message.text) },
    receipt: receipt && { id: derivedId('receipt', id), ...receipt },
  };
}
