import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Account, EntryKind, LedgerEntry, Posting } from '#domain/ledger/entry.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** An entry as stored, with what a list says beside it. */
export interface StoredEntry extends LedgerEntry {
  clinicId: string;
  visitId: string | null;
  memo: string;
  isImported: boolean;
  isReversed: boolean;
  recordedBy: string | null;
  recordedAt: Instant;
}

export interface NewEntry extends LedgerEntry {
  clinicId: string;
  visitId: string | null;
  memo: string;
}

export interface StoredCourse {
  id: string;
  name: string;
  sessionsTotal: number;
}

export async function insertEntry(ctx: TransactionContext, entry: NewEntry): Promise<void> {
  await ctx.db
    .insertInto('ledger_entries')
    .values({
      org_id: ctx.orgId,
      id: entry.id,
      clinic_id: entry.clinicId,
      customer_id: entry.customerId,
      kind: entry.kind,
      booked_on: entry.on,
      visit_id: entry.visitId,
      memo: entry.memo,
      reverses_id: entry.reverses,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
  await insertPostings(ctx, [entry]);
}

export async function insertPostings(
  ctx: TransactionContext,
  entries: readonly Pick<LedgerEntry, 'id' | 'customerId' | 'on' | 'postings'>[],
): Promise<void> {
  const rows = entries.flatMap(({ id, customerId, on, postings }) =>
    postings.map((posting, position) => ({ id, customerId, on, position, ...posting })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into ledger_postings (org_id, entry_id, position, customer_id, booked_on, account, fen, course_id, sessions)
    select ${ctx.orgId}::uuid, p.entry_id, p.position, p.customer_id, p.booked_on, p.account, p.fen, p.course_id, p.sessions
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.position)}::integer[],
      ${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.on)}::date[],
      ${rows.map((row) => row.account)}::text[], ${rows.map((row) => row.fen)}::bigint[],
      ${rows.map((row) => row.courseId ?? null)}::uuid[], ${rows.map((row) => row.sessions ?? null)}::integer[])
      as p(entry_id, position, customer_id, booked_on, account, fen, course_id, sessions)`.execute(ctx.db);
}

/** The customer's accounts, a posting for each with its sum: enough for the balance. */
export async function selectTotals(ctx: TransactionContext, customerId: string): Promise<Posting[]> {
  const rows = await ctx.db
    .selectFrom('ledger_postings')
    .select(['account', 'course_id as courseId'])
    .select(sql<number>`sum(fen)::bigint`.as('fen'))
    .select(sql<number>`coalesce(sum(sessions), 0)::integer`.as('sessions'))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .groupBy(['account', 'course_id'])
    .execute();
  return rows.map(asPosting);
}

export async function selectEntries(
  ctx: TransactionContext,
  which: { customerId: string; limit?: number; offset?: number } | { ids: readonly string[] },
): Promise<StoredEntry[]> {
  const rows = await ctx.db
    .selectFrom('ledger_entries as e')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'e.created_by'))
    .leftJoin('ledger_entries as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.reverses_id', '=', 'e.id'),
    )
    .select([
      'e.id',
      'e.customer_id as customerId',
      'e.clinic_id as clinicId',
      'e.kind',
      'e.booked_on as on',
      'e.visit_id as visitId',
      'e.memo',
      'e.reverses_id as reverses',
      'e.import_batch_id as importBatchId',
      'e.created_at as recordedAt',
      's.name as recordedBy',
      'r.id as reversedBy',
    ])
    .where('e.org_id', '=', ctx.orgId)
    .$if('ids' in which, (query) =>
      query.where(sql<boolean>`e.id = any(${[...(which as { ids: string[] }).ids]}::uuid[])`),
    )
    .$if('customerId' in which, (query) =>
      query.where('e.customer_id', '=', (which as { customerId: string }).customerId),
    )
    .orderBy('e.booked_on', 'desc')
    .orderBy('e.created_at', 'desc')
    // What was brought in at once: paid after it was charged.
    .orderBy(sql`e.kind = 'charge'`)
    .orderBy('e.id', 'desc')
    .$if('limit' in which, (query) => query.limit((which as { limit: number }).limit))
    .$if('offset' in which, (query) => query.offset((which as { offset: number }).offset))
    .execute();
  const postings = await selectPostings(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map(({ importBatchId, reversedBy, ...row }) => ({
    ...row,
    kind: row.kind as EntryKind,
    isImported: importBatchId !== null,
    isReversed: reversedBy !== null,
    postings: postings.get(row.id) ?? [],
  }));
}

export async function countEntries(ctx: TransactionContext, customerId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('ledger_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function selectPostings(
  ctx: TransactionContext,
  entryIds: readonly string[],
): Promise<Map<string, Posting[]>> {
  const rows = await ctx.db
    .selectFrom('ledger_postings')
    .select(['entry_id', 'account', 'fen', 'course_id as courseId', 'sessions'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`entry_id = any(${[...entryIds]}::uuid[])`)
    .orderBy('position')
    .execute();
  const byEntry = Map.groupBy(rows, (row) => row.entry_id);
  return new Map([...byEntry].map(([id, postings]) => [id, postings.map(asPosting)]));
}

function asPosting(row: {
  account: string;
  fen: number;
  courseId: string | null;
  sessions: number | null;
}): Posting {
  const account = row.account as Account;
  if (row.courseId === null) return { account, fen: row.fen };
  return { account, fen: row.fen, courseId: row.courseId, sessions: row.sessions ?? 0 };
}

export async function insertCourse(
  ctx: TransactionContext,
  course: StoredCourse & { customerId: string; clinicId: string },
): Promise<void> {
  await ctx.db
    .insertInto('courses')
    .values({
      org_id: ctx.orgId,
      id: course.id,
      clinic_id: course.clinicId,
      customer_id: course.customerId,
      name: course.name,
      sessions_total: course.sessionsTotal,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function selectCourses(ctx: TransactionContext, customerId: string): Promise<StoredCourse[]> {
  return ctx.db
    .selectFrom('courses')
    .select(['id', 'name', 'sessions_total as sessionsTotal'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Whether the visit is this customer's; asked here as the foreign key asks it. */
export async function isVisitOf(
  ctx: TransactionContext,
  customerId: string,
  visitId: string,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('visits')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', visitId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
