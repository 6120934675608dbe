import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { EvidenceGrade } from '#domain/evidence/grade.ts';
import type { LoggedCall } from '#domain/evidence/match.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';

export interface LogRow {
  id: string;
  source_key: string;
  phone_hash: string;
  phone_last4: string;
  direction: 'out' | 'in';
  staff_id: string | null;
  person: string | null;
  started_at: Instant;
  seconds: number;
  received_at: Instant;
  received_by: string | null;
}

const logColumns = {
  ...{ id: 'uuid', source_key: 'text', phone_hash: 'text', phone_last4: 'text', direction: 'text' },
  ...{ staff_id: 'uuid', person: 'text', started_at: 'timestamptz', seconds: 'integer' },
  ...{ received_at: 'timestamptz', received_by: 'uuid' },
};

/** Adds what is not there yet; gives how many that were. */
export async function insertLogs(ctx: TransactionContext, rows: readonly LogRow[]): Promise<number> {
  return (await insertMany<LogRow>(ctx, 'call_logs', logColumns, rows)).length;
}

/** Calls that are there already by another source: the same number, at the same moment, in the same direction. */
export async function selectTold(
  ctx: TransactionContext,
  rows: readonly Pick<LogRow, 'phone_hash' | 'started_at'>[],
): Promise<Pick<LogRow, 'phone_hash' | 'started_at' | 'direction'>[]> {
  const found = await ctx.db
    .selectFrom('call_logs')
    .select(['phone_hash', 'started_at', 'direction'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`phone_hash = any(${[...new Set(rows.map((row) => row.phone_hash))]}::text[])`)
    .where(sql<boolean>`started_at = any(${[...new Set(rows.map((row) => row.started_at))]}::timestamptz[])`)
    .execute();
  return found.map((row) => ({ ...row, direction: row.direction as 'out' | 'in' }));
}

/** Logged calls with these numbers since then that show no recorded call yet. */
export async function selectUnmatched(
  ctx: TransactionContext,
  { phones, from }: { phones: readonly string[]; from: Instant },
): Promise<LoggedCall[]> {
  const rows = await ctx.db
    .selectFrom('call_logs as l')
    .leftJoin('call_evidence as e', (join) =>
      join.on('e.org_id', '=', ctx.orgId).onRef('e.call_log_id', '=', 'l.id'),
    )
    .select([
      'l.id',
      'l.phone_hash as phone',
      'l.direction',
      'l.staff_id as staffId',
      'l.started_at as startedAt',
      'l.seconds',
    ])
    .where('l.org_id', '=', ctx.orgId)
    .where(sql<boolean>`l.phone_hash = any(${[...phones]}::text[])`)
    .where('l.started_at', '>=', from)
    .where('l.started_at', '<=', ctx.now)
    .where('e.call_id', 'is', null)
    .orderBy('l.started_at')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({ ...row, direction: row.direction as 'out' | 'in' }));
}

export interface StoredEvidence {
  callId: string;
  grade: EvidenceGrade;
  isLate: boolean;
  log: { startedAt: Instant; seconds: number; direction: 'out' | 'in'; phoneLast4: string } | null;
}

export async function selectEvidence(
  ctx: TransactionContext,
  callIds: readonly string[],
): Promise<Map<string, StoredEvidence>> {
  const rows = await ctx.db
    .selectFrom('call_evidence as e')
    .leftJoin('call_logs as l', (join) =>
      join.on('l.org_id', '=', ctx.orgId).onRef('l.id', '=', 'e.call_log_id'),
    )
    .select([
      'e.call_id as callId',
      'e.grade',
      'e.is_late as isLate',
      'l.started_at as startedAt',
      'l.seconds',
      'l.direction',
      'l.phone_last4 as phoneLast4',
    ])
    .where('e.org_id', '=', ctx.orgId)
    .where(sql<boolean>`e.call_id = any(${[...callIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ callId, grade, isLate, startedAt, seconds, direction, phoneLast4 }) => [
      callId,
      {
        ...{ callId, isLate, grade: grade as EvidenceGrade },
        log:
          startedAt === null
            ? null
            : {
                ...{ startedAt, seconds: seconds!, phoneLast4: phoneLast4! },
                direction: direction as 'out' | 'in',
              },
      },
    ]),
  );
}

/** What logs show; a stronger grade that a call has already stays. */
export async function upsertMatches(
  ctx: TransactionContext,
  matches: readonly { callId: string; logId: string; isLate: boolean }[],
): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    insert into call_evidence (org_id, call_id, grade, call_log_id, is_late, raised_at)
    select ${ctx.orgId}::uuid, "callId", 'E1', "logId", "isLate", ${ctx.now}
    from json_to_recordset(${JSON.stringify(matches)}::json) as r("callId" uuid, "logId" uuid, "isLate" boolean)
    on conflict (org_id, call_id) do update set call_log_id = excluded.call_log_id, is_late = excluded.is_late`.execute(
    ctx.db,
  );
}

/** The call is shown by no log any more; true where it was. An answer of the customer stays what it shows. */
export async function releaseCall(ctx: TransactionContext, callId: string): Promise<boolean> {
  return release(ctx, sql`call_id = ${callId}`);
}

/** The calls that the logs of this telephone since then showed are shown by them no more. */
export async function releaseLogsOf(ctx: TransactionContext, person: string, since: Instant): Promise<void> {
  await release(
    ctx,
    sql`call_log_id in (select l.id from call_logs l
      where l.org_id = ${ctx.orgId} and l.person = ${person} and l.started_at >= ${since})`,
  );
}

async function release(ctx: TransactionContext, which: RawBuilder<unknown>): Promise<boolean> {
  const gone = await sql`
    delete from call_evidence where org_id = ${ctx.orgId} and grade = 'E1' and call_log_id is not null
      and ${which}`.execute(ctx.db);
  const left = await sql`
    update call_evidence set call_log_id = null, is_late = false
    where org_id = ${ctx.orgId} and call_log_id is not null and ${which}`.execute(ctx.db);
  return (gone.numAffectedRows ?? 0n) + (left.numAffectedRows ?? 0n) > 0n;
}

export async function upsertAnswer(
  ctx: TransactionContext,
  answer: { callId: string; answerId: string; grade: EvidenceGrade },
): Promise<void> {
  const raised = { grade: answer.grade, answer_id: answer.answerId, raised_at: ctx.now };
  await ctx.db
    .insertInto('call_evidence')
    .values({ org_id: ctx.orgId, call_id: answer.callId, ...raised })
    .onConflict((conflict) => conflict.columns(['org_id', 'call_id']).doUpdateSet(raised))
    .execute();
}

export async function selectLastLogAt(ctx: TransactionContext): Promise<Instant | null> {
  const row = await ctx.db
    .selectFrom('call_logs')
    .select('started_at')
    .where('org_id', '=', ctx.orgId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.started_at ?? null;
}
