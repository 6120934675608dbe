import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Level } from '#domain/recovery/deadline.ts';
import type { CaseState, CaseStep, Closing } from '#domain/recovery/recovery-case.ts';
import type { Gravity, SignKind, SpecialMatter } from '#domain/recovery/sign.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Tables } from '#server/platform/database/tables.ts';

export interface StoredCase {
  id: string;
  clinicId: string;
  customerId: string;
  visitId: string | null;
  teamId: string | null;
  kind: SignKind;
  gravity: Gravity;
  special: SpecialMatter | null;
  state: CaseState;
  step: CaseStep;
  level: Level;
  aboutIds: string[];
  ownerId: string | null;
  doctorId: string | null;
  cause: string | null;
  answer: string | null;
  answeredBy: string | null;
  firstScore: number | null;
  secondScore: number | null;
  startedAt: Instant;
  stepSince: Instant;
  formalDueAt: Instant | null;
  breaksAt: Instant;
  resolveBy: Instant;
  tries: number;
  endAskedBy: string | null;
  endReason: string | null;
  openedAt: Instant;
  closedAt: Instant | null;
  closing: Closing | null;
  reopened: number;
  version: number;
}

const columns = [
  ...(['id', 'clinic_id as clinicId', 'customer_id as customerId', 'visit_id as visitId'] as const),
  ...(['team_id as teamId', 'kind', 'gravity', 'special', 'state', 'step', 'level'] as const),
  ...(['about_ids as aboutIds', 'owner_id as ownerId', 'doctor_id as doctorId', 'cause', 'answer'] as const),
  'answered_by as answeredBy',
  ...(['first_score as firstScore', 'second_score as secondScore', 'started_at as startedAt'] as const),
  ...(['step_since as stepSince', 'formal_due_at as formalDueAt', 'breaks_at as breaksAt'] as const),
  ...(['resolve_by as resolveBy', 'tries', 'end_asked_by as endAskedBy', 'end_reason as endReason'] as const),
  ...(['opened_at as openedAt', 'closed_at as closedAt', 'closing', 'reopened', 'version'] as const),
] as const;

function cases(ctx: TransactionContext) {
  return ctx.db.selectFrom('recovery_cases').select(columns).where('org_id', '=', ctx.orgId);
}

export async function selectCase(ctx: TransactionContext, id: string): Promise<StoredCase | undefined> {
  return (await cases(ctx).where('id', '=', id).executeTakeFirst()) as StoredCase | undefined;
}

/** The case, held until the transaction ends: two people never take the same step of it. */
export async function lockCase(ctx: TransactionContext, id: string): Promise<StoredCase | undefined> {
  return (await cases(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) as StoredCase | undefined;
}

export async function selectCases(ctx: TransactionContext, ids: readonly string[]): Promise<StoredCase[]> {
  if (ids.length === 0) return [];
  return (await cases(ctx)
    .where('id', 'in', [...ids])
    .execute()) as StoredCase[];
}

/** Those of one customer but for slips: open ones first, then the last closed. */
export async function selectCasesOf(ctx: TransactionContext, customerId: string): Promise<StoredCase[]> {
  const rows = await cases(ctx)
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'withdrawn')
    .orderBy(sql`state = 'closed'`)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
  return rows as StoredCase[];
}

export async function selectOpenOf(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<StoredCase[]> {
  const rows = await cases(ctx)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .where('state', '=', 'open')
    .orderBy('opened_at')
    .execute();
  return rows as StoredCase[];
}

/** The same, held until the transaction ends: one that is being closed is seen as it is then. */
export async function lockOpenOf(ctx: TransactionContext, customerId: string): Promise<StoredCase[]> {
  const rows = await cases(ctx)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as StoredCase[];
}

/** Open cases that the clock has not brought to where it could: all but those with the leadership. */
export async function lockWatched(ctx: TransactionContext): Promise<StoredCase[]> {
  const rows = await cases(ctx)
    .where('state', '=', 'open')
    .where('level', '<>', 'leadership')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows as StoredCase[];
}

type CaseRow = Tables['recovery_cases'];
export type NewCase = Omit<Insertable<CaseRow>, 'org_id'>;
export type CaseChange = Omit<Updateable<CaseRow>, 'org_id' | 'id' | 'version'>;

export async function insertCase(ctx: TransactionContext, row: NewCase): Promise<void> {
  await ctx.db
    .insertInto('recovery_cases')
    .values({ org_id: ctx.orgId, ...row })
    .execute();
}

export async function updateCase(ctx: TransactionContext, id: string, change: CaseChange): Promise<void> {
  await ctx.db
    .updateTable('recovery_cases')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
