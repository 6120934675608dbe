import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { GradeReason } from '#domain/grading/grade.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';

export type GradeSource = 'rule' | 'override';

/** A grade as it stands, with all that the next look at it needs. */
export interface StoredGrade {
  customerId: string;
  grade: Grade;
  source: GradeSource;
  reasons: GradeReason[];
  ruleGrade: Grade;
  ruleReasons: GradeReason[];
  isBigSpender: boolean;
  hasOpenCase: boolean;
  since: Instant;
}

/** Lets grades of one organization be written one after the other, so that no change is told twice. */
export async function holdGrades(ctx: TransactionContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`grades ${ctx.orgId}`}, 0))`.execute(ctx.db);
}

export async function selectGrades(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, StoredGrade>> {
  const rows = await ctx.db
    .selectFrom('customer_grades')
    .select([
      'customer_id as customerId',
      'grade',
      'source',
      'reasons',
      'rule_grade as ruleGrade',
      'rule_reasons as ruleReasons',
      'is_big_spender as isBigSpender',
      'has_open_case as hasOpenCase',
      'since',
    ])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.customerId, row as StoredGrade]));
}

export async function upsertGrades(ctx: TransactionContext, grades: readonly StoredGrade[]): Promise<void> {
  await sql`
    insert into customer_grades (org_id, customer_id, grade, source, reasons, rule_grade, rule_reasons,
      is_big_spender, has_open_case, since, computed_at)
    select ${ctx.orgId}::uuid, g."customerId", g.grade, g.source, g.reasons, g."ruleGrade", g."ruleReasons",
      g."isBigSpender", g."hasOpenCase", g.since, ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(grades)}::json) as g("customerId" uuid, grade text, source text,
      reasons jsonb, "ruleGrade" text, "ruleReasons" jsonb, "isBigSpender" boolean, "hasOpenCase" boolean,
      since timestamptz)
    on conflict (org_id, customer_id) do update set grade = excluded.grade, source = excluded.source,
      reasons = excluded.reasons, rule_grade = excluded.rule_grade, rule_reasons = excluded.rule_reasons,
      is_big_spender = excluded.is_big_spender, has_open_case = excluded.has_open_case, since = excluded.since,
      computed_at = excluded.computed_at`.execute(ctx.db);
}

export interface GradeChange {
  id: string;
  customerId: string;
  grade: Grade;
  before: Grade;
  source: GradeSource;
  reasons: GradeReason[];
}

const historyColumns = {
  id: 'uuid',
  customer_id: 'uuid',
  grade: 'text',
  grade_before: 'text',
  source: 'text',
  reasons: 'jsonb',
  changed_at: 'timestamptz',
};

export async function insertHistory(ctx: TransactionContext, changes: readonly GradeChange[]): Promise<void> {
  const rows = changes.map(({ customerId, before, ...change }) => ({
    ...change,
    customer_id: customerId,
    grade_before: before,
    changed_at: ctx.now,
  }));
  await insertMany(ctx, 'grade_history', historyColumns, rows);
}

export async function selectHistory(ctx: TransactionContext, customerId: string) {
  const rows = await ctx.db
    .selectFrom('grade_history')
    .select(['id', 'grade', 'grade_before as before', 'source', 'reasons', 'changed_at as at'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row,
    grade: row.grade as Grade,
    before: row.before as Grade,
    source: row.source as GradeSource,
    reasons: row.reasons as GradeReason[],
  }));
}

/** Every change of these customers' grades, the oldest first. */
export async function selectChanges(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; grade: Grade; at: Instant }[]> {
  const rows = await ctx.db
    .selectFrom('grade_history')
    .select(['customer_id as customerId', 'grade', 'changed_at as at'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .orderBy('changed_at')
    .execute();
  return rows.map((row) => ({ ...row, grade: row.grade as Grade }));
}
