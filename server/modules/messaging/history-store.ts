import type { Instant } from '#domain/base/time.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';
import type { NewMessage } from './store.ts';

/** A message with what became of it. */
export type PastMessageRow = Omit<NewMessage, 'isUrgent' | 'accountId' | 'sealedTo'> & {
  queuedAt: Instant;
  queuedBy: string | null;
  accountId: string | null;
  addressHash: string | null;
  providerId: string | null;
  tries: number;
  sentAt: Instant | null;
  settledAt: Instant | null;
  settledBy: string | null;
  unknownSince: Instant | null;
};

const messageColumns = {
  ...{
    id: 'uuid',
    clinic_id: 'uuid',
    customer_id: 'uuid',
    template_key: 'text',
    template_version: 'integer',
  },
  ...{ kind: 'text', priority: 'smallint', channel: 'text', channel_asked: 'text', text: 'text' },
  ...{ subject: 'text', variables: 'jsonb', cause_kind: 'text', cause_id: 'text', state: 'text' },
  ...{ reason: 'text', queued_at: 'timestamptz', queued_by: 'uuid', due_at: 'timestamptz' },
  ...{ stale_at: 'timestamptz', account_id: 'uuid', address_hash: 'text', provider_id: 'text' },
  ...{ tries: 'integer', fence: 'integer', sent_at: 'timestamptz', settled_at: 'timestamptz' },
  ...{ settled_by: 'uuid', unknown_since: 'timestamptz' },
};

export async function insertPastMessages(
  ctx: TransactionContext,
  messages: readonly PastMessageRow[],
): Promise<void> {
  const rows = messages.map((one) => ({
    ...{ id: one.id, clinic_id: one.clinicId, customer_id: one.customerId },
    ...{ template_key: one.templateKey, template_version: one.templateVersion, kind: one.kind },
    ...{ priority: one.priority, channel: one.channel, channel_asked: one.channelAsked, text: one.text },
    ...{ subject: one.subject, variables: one.variables, cause_kind: one.causeKind, cause_id: one.causeId },
    ...{ state: one.state satisfies MessageState, reason: one.reason, queued_at: one.queuedAt },
    ...{ queued_by: one.queuedBy, due_at: one.dueAt, stale_at: one.staleAt, account_id: one.accountId },
    ...{ address_hash: one.addressHash, provider_id: one.providerId, tries: one.tries, fence: one.tries },
    ...{ sent_at: one.sentAt, settled_at: one.settledAt, settled_by: one.settledBy },
    unknown_since: one.unknownSince,
  }));
  await insertNew(ctx, 'messages', messageColumns, rows);
}

/** The one call that was made for a message, and what its provider told of it afterwards. */
export interface PastAttemptRow {
  id: string;
  messageId: string;
  accountId: string;
  channel: string;
  at: Instant;
  outcome: AttemptOutcome;
  code: string | null;
  providerId: string | null;
  units: number;
  receipt: { id: string; arrived: boolean; code: string | null; at: Instant } | null;
}

const attemptColumns = {
  ...{ id: 'uuid', message_id: 'uuid', number: 'integer', fence: 'integer', account_id: 'uuid' },
  ...{ channel: 'text', started_at: 'timestamptz', ended_at: 'timestamptz', outcome: 'text', code: 'text' },
  ...{ provider_id: 'text', units: 'integer' },
};
const receiptColumns = {
  ...{ id: 'uuid', account_id: 'uuid', attempt_id: 'uuid', provider_id: 'text', arrived: 'boolean' },
  ...{ code: 'text', received_at: 'timestamptz', applied_at: 'timestamptz' },
};

export async function insertPastAttempts(
  ctx: TransactionContext,
  attempts: readonly PastAttemptRow[],
): Promise<void> {
  await insertNew(
    ctx,
    'message_attempts',
    attemptColumns,
    attempts.map(({ id, messageId, accountId, channel, at, outcome, code, providerId, units }) => ({
      ...{ id, message_id: messageId, number: 1, fence: 1, account_id: accountId, channel },
      ...{ started_at: at, ended_at: at, outcome, code, provider_id: providerId, units },
    })),
  );
  await insertNew(
    ctx,
    'message_receipts',
    receiptColumns,
    attempts.flatMap(({ id: attemptId, accountId, providerId, receipt }) => {
      if (!receipt) return [];
      const { id, arrived, code, at } = receipt;
      const about = { id, account_id: accountId, attempt_id: attemptId, provider_id: providerId };
      return [{ ...about, arrived, code, received_at: at, applied_at: at }];
    }),
  );
}
