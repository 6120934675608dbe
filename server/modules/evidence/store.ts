import { sql } from 'kysely';
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

/** Logged calls of a time that show no recorded call yet. */
export async function selectUnmatched(
  ctx: TransactionContext,
  from: Instant,
  to: Instant,
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
    .where('l.started_at', '>=', from)
    .where('l.started_at', '<=', to)
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

/** What a log shows; a stronger grade that the call has already stays. */
export async function upsertMatch(
  ctx: TransactionContext,
  match: { callId: string; logId: string; isLate: boolean },
): Promise<void> {
  await ctx.db
    .insertInto('call_evidence')
    .values({
      org_id: ctx.orgId,
      call_id: match.callId,
      grade: 'E1',
      call_log_id: match.logId,
      is_late: match.isLate,
      raised_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'call_id'])
        .doUpdateSet({ call_log_id: match.logId, is_late: match.isLate }),
    )
    .execute();
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
