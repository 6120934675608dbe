import { sql } from 'kysely';
import type { ListReplies, ReplyOutcome } from '#domain/messaging/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface ReplyRow {
  id: string;
  customerId: string | null;
  clinicId: string | null;
  messageText: string | null;
  text: string;
  isOptOut: boolean;
  at: string;
  readAt: string | null;
  readByName: string | null;
  way: ReplyOutcome | null;
}

type Clinics = readonly string[] | null;

/** Those of these clinics; a number nobody here was written to is seen by whoever sees all of them. */
function repliesOf(ctx: TransactionContext, list: ListReplies['list'] | null, clinicIds: Clinics) {
  return ctx.db
    .selectFrom('message_replies as r')
    .leftJoin('messages as m', (join) =>
      join.on('m.org_id', '=', ctx.orgId).onRef('m.id', '=', 'r.message_id'),
    )
    .where('r.org_id', '=', ctx.orgId)
    .$if(list === 'open', (query) => query.where('r.read_at', 'is', null))
    .$if(list === 'read', (query) => query.where('r.read_at', 'is not', null))
    .$if(list === 'opt-out', (query) => query.where('r.is_opt_out', '=', true))
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`m.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    );
}

/** What customers answered: what nobody has read with the oldest on top, the rest with the newest. */
export async function selectReplies(
  ctx: TransactionContext,
  question: { list: ListReplies['list']; clinicIds: Clinics; limit: number; offset: number },
): Promise<{ rows: ReplyRow[]; total: number }> {
  const { list, clinicIds, limit, offset } = question;
  const rows = await repliesOf(ctx, list, clinicIds)
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.read_by'))
    .select([
      'r.id',
      'r.customer_id as customerId',
      'm.clinic_id as clinicId',
      'm.text as messageText',
      'r.text',
      'r.is_opt_out as isOptOut',
      'r.at',
      'r.read_at as readAt',
      's.name as readByName',
      'r.settled_by_way as way',
    ])
    .orderBy('r.at', list === 'open' ? 'asc' : 'desc')
    .orderBy('r.id')
    .limit(limit)
    .offset(offset)
    .execute();
  // The ways are those the table's check allows.
  return { rows: rows as ReplyRow[], total: await countReplies(ctx, list, clinicIds) };
}

export async function countReplies(
  ctx: TransactionContext,
  list: ListReplies['list'],
  clinicIds: Clinics,
): Promise<number> {
  const { total } = await repliesOf(ctx, list, clinicIds)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Held until the transaction ends, so that of two colleagues one is told of the other. */
export async function lockReply(
  ctx: TransactionContext,
  id: string,
): Promise<{ id: string; clinicId: string | null; readAt: string | null } | undefined> {
  const { rows } = await sql<{ id: string; clinicId: string | null; readAt: string | null }>`
    select r.id, m.clinic_id as "clinicId", r.read_at as "readAt" from message_replies r
      left join messages m on m.org_id = ${ctx.orgId} and m.id = r.message_id
    where r.org_id = ${ctx.orgId} and r.id = ${id} for update of r`.execute(ctx.db);
  return rows[0];
}

export async function saveRead(ctx: TransactionContext, id: string, way: ReplyOutcome): Promise<void> {
  await ctx.db
    .updateTable('message_replies')
    .set({
      read_at: ctx.now,
      read_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      settled_by_way: way,
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
