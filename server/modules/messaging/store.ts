import { sql } from 'kysely';
import { chunksOf } from '#domain/base/chunks.ts';
import type { Instant } from '#domain/base/time.ts';
import type { ListMessages } from '#domain/messaging/contract.ts';
import { finalStates, messageStates } from '#domain/messaging/message-state.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import type { MessageChannel, MessageKind } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface MessageRow {
  id: string;
  clinicId: string;
  /** Null is colleagues. */
  customerId: string | null;
  templateKey: string;
  templateVersion: number;
  kind: MessageKind | 'staff_notice';
  priority: number;
  channel: MessageChannel | 'group';
  channelAsked: MessageChannel | null;
  text: string;
  subject: string | null;
  causeKind: string;
  causeId: string;
  state: MessageState;
  reason: string | null;
  queuedAt: Instant;
  dueAt: Instant;
  staleAt: Instant;
  toGuardian: boolean;
  quarantinedAt: Instant | null;
  tries: number;
  fence: number;
  sentAt: Instant | null;
  settledAt: Instant | null;
}

export const messageColumns = [
  'm.id',
  'm.clinic_id as clinicId',
  'm.customer_id as customerId',
  'm.template_key as templateKey',
  'm.template_version as templateVersion',
  'm.kind',
  'm.priority',
  'm.channel',
  'm.channel_asked as channelAsked',
  'm.text',
  'm.subject',
  'm.cause_kind as causeKind',
  'm.cause_id as causeId',
  'm.state',
  'm.reason',
  'm.queued_at as queuedAt',
  'm.due_at as dueAt',
  'm.stale_at as staleAt',
  'm.to_guardian as toGuardian',
  'm.quarantined_at as quarantinedAt',
  'm.tries',
  'm.fence',
  'm.sent_at as sentAt',
  'm.settled_at as settledAt',
] as const;

/** The words are those the table's checks allow. */
export const asMessage = <
  T extends { kind: string; channel: string; channelAsked: string | null; state: string },
>(
  row: T,
) => row as T & Pick<MessageRow, 'kind' | 'channel' | 'channelAsked' | 'state'>;

export type NewMessage = Omit<
  MessageRow,
  'quarantinedAt' | 'tries' | 'fence' | 'sentAt' | 'settledAt' | 'queuedAt'
> & { variables: object; isUrgent?: boolean; accountId?: string; sealedTo?: string };

/** Adds messages; one that is there already stays as it is (G6). */
export async function insertMessages(
  ctx: TransactionContext,
  messages: readonly NewMessage[],
): Promise<void> {
  for (const some of chunksOf(messages, insertedAtOnce))
    await ctx.db
      .insertInto('messages')
      .values(some.map((message) => newRow(ctx, message)))
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .execute();
}

/** PostgreSQL takes 65,535 values in one statement. */
const insertedAtOnce = 1_000;

const newRow = (ctx: TransactionContext, message: NewMessage) => ({
  org_id: ctx.orgId,
  id: message.id,
  clinic_id: message.clinicId,
  customer_id: message.customerId,
  template_key: message.templateKey,
  template_version: message.templateVersion,
  kind: message.kind,
  priority: message.priority,
  channel: message.channel,
  channel_asked: message.channelAsked,
  text: message.text,
  subject: message.subject,
  variables: JSON.stringify(message.variables),
  cause_kind: message.causeKind,
  cause_id: message.causeId,
  state: message.state,
  reason: message.reason,
  queued_at: ctx.now,
  queued_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  settled_at: finalStates.includes(message.state) ? ctx.now : null,
  due_at: message.dueAt,
  stale_at: message.staleAt,
  to_guardian: message.toGuardian,
  is_urgent: message.isUrgent ?? false,
  account_id: message.accountId ?? null,
  sealed_to: message.sealedTo ?? null,
});

/** Which of these are there, and how they stand. */
export async function selectStates(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, MessageState>> {
  const rows = await ctx.db
    .selectFrom('messages')
    .select(['id', 'state'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  // The states are those the table's check allows.
  return new Map(rows.map(({ id, state }) => [id, state as MessageState]));
}

export async function selectMessage(ctx: TransactionContext, id: string): Promise<MessageRow | undefined> {
  const row = await ctx.db
    .selectFrom('messages as m')
    .select(messageColumns)
    .where('m.org_id', '=', ctx.orgId)
    .where('m.id', '=', id)
    .executeTakeFirst();
  return row && asMessage(row);
}

/** Held until the transaction ends, so that a receipt and a person come one after the other. */
export async function lockMessage(ctx: TransactionContext, id: string): Promise<MessageRow | undefined> {
  const row = await ctx.db
    .selectFrom('messages as m')
    .select(messageColumns)
    .where('m.org_id', '=', ctx.orgId)
    .where('m.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asMessage(row);
}

/** A person has said what became of it. */
export async function saveSettlement(
  ctx: TransactionContext,
  id: string,
  { state, reason }: { state: MessageState; reason: string | null },
): Promise<void> {
  const isOver = finalStates.includes(state);
  await ctx.db
    .updateTable('messages')
    .set({
      state,
      reason,
      quarantined_at: null,
      ...(state === 'by_hand' ? { channel: 'by_hand' } : {}),
      ...(state === 'sent_by_hand' ? { sent_at: ctx.now } : {}),
      settled_at: isOver ? ctx.now : null,
      settled_by: isOver && ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

type Question = Omit<ListMessages, 'clinicId' | 'page' | 'pageSize'> & {
  clinicIds: readonly string[] | null;
  limit: number;
  offset: number;
};

const statesOf: Record<ListMessages['list'], readonly MessageState[]> = {
  'by-hand': ['by_hand'],
  'in-doubt': ['unknown'],
  waiting: ['queued', 'sending', 'accepted'],
  failed: ['failed'],
  quarantined: messageStates,
  over: finalStates,
};

type List = ListMessages['list'];

/** What stands on a list, for these clinics; null is all of them. */
function messagesOn(ctx: TransactionContext, list: List, clinicIds: readonly string[] | null) {
  return (
    ctx.db
      .selectFrom('messages as m')
      .where('m.org_id', '=', ctx.orgId)
      .where('m.customer_id', 'is not', null)
      .where('m.state', 'in', [...statesOf[list]])
      // What is to be done by hand later is nobody's task yet.
      .$if(list === 'by-hand', (query) => query.where('m.due_at', '<=', ctx.now))
      .$if(list === 'quarantined', (query) => query.where('m.quarantined_at', 'is not', null))
      // Nobody is to send by hand what may have gone before the restore.
      .$if(list === 'by-hand' || list === 'waiting', (query) => query.where('m.quarantined_at', 'is', null))
      .$if(clinicIds !== null, (query) =>
        query.where(sql<boolean>`m.clinic_id = any(${[...clinicIds!]}::uuid[])`),
      )
  );
}

/** How many stand on each list; of what is over nobody needs the number. */
export async function countLists(ctx: TransactionContext, clinicIds: readonly string[] | null) {
  const count = async (list: List): Promise<number> => {
    const { total } = await messagesOn(ctx, list, clinicIds)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  };
  return {
    byHand: await count('by-hand'),
    inDoubt: await count('in-doubt'),
    waiting: await count('waiting'),
    failed: await count('failed'),
    quarantined: await count('quarantined'),
  };
}

/** One of the lists, what is due first on top; what is over, the latest first. */
export async function selectMessages(ctx: TransactionContext, question: Question) {
  const { list, clinicIds, customerId, kind, channel } = question;
  const asked = messagesOn(ctx, list, clinicIds)
    .$if(customerId !== undefined, (query) => query.where('m.customer_id', '=', customerId!))
    .$if(kind !== undefined, (query) => query.where('m.kind', '=', kind!))
    .$if(channel !== undefined, (query) => query.where('m.channel', '=', channel!));
  const { total } = await asked
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .leftJoin('staff as q', (join) => join.on('q.org_id', '=', ctx.orgId).onRef('q.id', '=', 'm.queued_by'))
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'm.settled_by'))
    .select(messageColumns)
    .select(['q.name as queuedByName', 's.name as settledByName'])
    .$if(list === 'over' || list === 'failed', (query) => query.orderBy('m.queued_at', 'desc'))
    .$if(list !== 'over' && list !== 'failed', (query) => query.orderBy('m.priority').orderBy('m.due_at'))
    .orderBy('m.id')
    .limit(question.limit)
    .offset(question.offset)
    .execute();
  return { rows: rows.map(asMessage), total };
}

/** Drops what waits to be sent for a cause. Gives which. */
export async function dropWaiting(
  ctx: TransactionContext,
  cause: { kind: string; id: string },
): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('messages')
    .set({ state: 'dropped', reason: 'withdrawn', settled_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('cause_kind', '=', cause.kind)
    .where('cause_id', '=', cause.id)
    .where('state', 'in', ['queued', 'by_hand'])
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
