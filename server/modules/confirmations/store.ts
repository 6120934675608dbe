import { sql } from 'kysely';
import type { AppointmentAnswer } from '#domain/appointments/answer.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { ConfirmationHalf, SharedList } from '#domain/confirmations/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

export interface Ask {
  id: string;
  appointmentId: string;
  customerId: string;
  startsAt: Instant;
  askedAt: Instant;
  answer: AppointmentAnswer | null;
  answeredAt: Instant | null;
  reply: string | null;
}

const askColumns = [
  'id',
  'appointment_id as appointmentId',
  'customer_id as customerId',
  'starts_at as startsAt',
  'asked_at as askedAt',
  'answer',
  'answered_at as answeredAt',
  'reply',
] as const;

const asAsk = <Row extends { answer: string | null }>(row: Row) => ({
  ...row,
  answer: row.answer as AppointmentAnswer | null,
});

export async function insertAsk(
  ctx: TransactionContext,
  ask: {
    id: string;
    clinicId: string;
    customerId: string;
    appointmentId: string;
    startsAt: Instant;
    messageId: string;
  },
): Promise<void> {
  const { id, clinicId, customerId, appointmentId, startsAt, messageId } = ask;
  await ctx.db
    .insertInto('confirmation_asks')
    .values({
      ...{ org_id: ctx.orgId, id, clinic_id: clinicId, customer_id: customerId },
      ...{ appointment_id: appointmentId, starts_at: startsAt, message_id: messageId, asked_at: ctx.now },
    })
    .execute();
}

/** What was asked about these appointments, about whatever hour. */
export async function selectAsks(ctx: TransactionContext, appointmentIds: readonly string[]): Promise<Ask[]> {
  const rows = await ctx.db
    .selectFrom('confirmation_asks')
    .select(askColumns)
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .orderBy('asked_at')
    .execute();
  return rows.map(asAsk);
}

export async function selectAsk(ctx: TransactionContext, id: string): Promise<Ask | undefined> {
  const row = await ctx.db
    .selectFrom('confirmation_asks')
    .select(askColumns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && asAsk(row);
}

/** Of the message answered; else the last one this customer was asked about an hour that is still to come. */
export async function selectAskAnswered(
  ctx: TransactionContext,
  { messageId, customerId }: { messageId: string; customerId: string },
): Promise<Ask | undefined> {
  const row = await ctx.db
    .selectFrom('confirmation_asks')
    .select(askColumns)
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('starts_at', '>', ctx.now)
    .orderBy(sql`message_id = ${messageId}::uuid`, 'desc')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asAsk(row);
}

export async function saveAnswer(
  ctx: TransactionContext,
  id: string,
  { answer, reply }: { answer: AppointmentAnswer; reply: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('confirmation_asks')
    .set({ answer, answered_at: ctx.now, reply })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function selectConfirmers(
  ctx: TransactionContext,
  appointmentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('confirmers')
    .select(['id', 'staff_id as staffId'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, staffId }) => [id, staffId]));
}

export async function saveConfirmer(
  ctx: TransactionContext,
  named: { appointmentId: string; staffId: string },
): Promise<void> {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  await ctx.db
    .insertInto('confirmers')
    .values({
      ...{ org_id: ctx.orgId, id: named.appointmentId, staff_id: named.staffId },
      ...{ named_at: ctx.now, named_by: by },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'id'])
        .doUpdateSet({ staff_id: named.staffId, named_at: ctx.now, named_by: by }),
    )
    .execute();
}

export async function insertList(
  ctx: TransactionContext,
  list: {
    clinicId: string;
    day: CalendarDate;
    half: ConfirmationHalf;
    total: number;
    confirmed: number;
    wasSent: boolean;
  },
): Promise<string> {
  const id = newId();
  const { clinicId, day, half, total, confirmed, wasSent } = list;
  await ctx.db
    .insertInto('confirmation_lists')
    .values({
      ...{ org_id: ctx.orgId, id, clinic_id: clinicId, day, half, total, confirmed, was_sent: wasSent },
      ...{ shared_at: ctx.now, shared_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null },
    })
    .execute();
  return id;
}

/** The last first. */
export async function selectLists(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<SharedList[]> {
  const rows = await ctx.db
    .selectFrom('confirmation_lists as l')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'l.shared_by'))
    .select([
      'l.half',
      'l.total',
      'l.confirmed',
      'l.shared_at as sharedAt',
      's.name as sharedByName',
      'l.was_sent as wasSent',
    ])
    .where('l.org_id', '=', ctx.orgId)
    .where('l.clinic_id', '=', clinicId)
    .where('l.day', '=', day)
    .orderBy('l.shared_at', 'desc')
    .orderBy('l.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, half: row.half as ConfirmationHalf }));
}
