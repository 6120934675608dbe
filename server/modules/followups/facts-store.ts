import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** The last score of each of these customers; of two in one moment the lower. */
export async function selectLastScores(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; at: Instant; score: number }[]> {
  const { rows } = await sql<{ customerId: string; at: Instant; score: number }>`
    select distinct on (a.customer_id) a.customer_id as "customerId", a.at, a.score from attempts a
    where a.org_id = ${ctx.orgId} and a.customer_id = any(${[...customerIds]}::uuid[])
      and a.score is not null and a.undone_at is null
    order by a.customer_id, a.at desc, a.score`.execute(ctx.db);
  return rows;
}

export interface ContactsQuestion {
  from: Instant;
  to: Instant;
  clinicIds: readonly string[] | null;
  staffId: string | null;
  /** Of these customers alone. */
  customerIds?: readonly string[];
}

export interface ContactRow {
  callId: string;
  customerId: string;
  staffId: string;
  staffName: string;
  at: Instant;
  /** When it was made, of a call recorded only later. */
  happenedAt: Instant | null;
  channel: string;
  result: string;
  seconds: number | null;
}

/** Calls by people, each once for however many followups; what was taken back is none. */
function contacts(ctx: TransactionContext, question: ContactsQuestion): RawBuilder<unknown> {
  return sql`select distinct on (a.at, a.call_id) a.call_id as "callId", a.customer_id as "customerId", a.staff_id as "staffId",
      s.name as "staffName", a.at, a.happened_at as "happenedAt", a.channel, a.result, a.duration_seconds as seconds
    from attempts a join staff s on s.org_id = ${ctx.orgId} and s.id = a.staff_id
    where a.org_id = ${ctx.orgId} and a.at >= ${question.from} and a.at <= ${question.to} and a.undone_at is null
    ${question.staffId === null ? sql`` : sql`and a.staff_id = ${question.staffId}`}
    ${question.customerIds === undefined ? sql`` : sql`and a.customer_id = any(${[...question.customerIds]}::uuid[])`}
    ${
      question.clinicIds === null
        ? sql``
        : sql`and exists (select from followups f where f.org_id = ${ctx.orgId} and f.id = a.followup_id
            and f.clinic_id = any(${[...question.clinicIds]}::uuid[]))`
    }
    order by a.at desc, a.call_id`;
}

export async function selectContactsBetween(
  ctx: TransactionContext,
  question: ContactsQuestion,
): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`${contacts(ctx, question)}`.execute(ctx.db);
  return rows;
}

/** Plans of a customer that go back to such an event and still owe something. */
export async function selectOpenPlans(
  ctx: TransactionContext,
  customerId: string,
  event: TriggerEvent,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('plans as p')
    .innerJoin('followups as f', (join) =>
      join.on('f.org_id', '=', ctx.orgId).onRef('f.plan_id', '=', 'p.id').on('f.state', '=', 'open'),
    )
    .select('p.id')
    .distinct()
    .where('p.org_id', '=', ctx.orgId)
    .where('p.customer_id', '=', customerId)
    .where('p.event', '=', event)
    .execute();
  return rows.map(({ id }) => id);
}

/** The plans that go back to this appointment's being booked, cancelled or missed, but for one such event. */
export async function selectPlansOfAppointment(
  ctx: TransactionContext,
  appointment: { id: string; customerId: string },
  event: TriggerEvent,
  butKey: string | null,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('plans')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', appointment.customerId)
    .where('event', '=', event)
    .where('event_key', 'like', `${appointment.id} %`)
    .$if(butKey !== null, (query) => query.where('event_key', '<>', butKey!))
    .execute();
  return rows.map(({ id }) => id);
}
