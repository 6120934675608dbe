import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { HeardAnswer } from '#domain/scripts/script.ts';
import type { ProtocolDefinition, TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertRow } from '#server/platform/database/put-together-once.ts';
import type { FollowupChange } from './store.ts';

/** What a refusal changed on the customer's record, as it was before. */
export interface StandingBefore {
  refusesContact?: false;
  movedAwayOn?: null;
}

export interface AttemptRow {
  id: string;
  call_id: string;
  customer_id: string;
  followup_id: string;
  staff_id: string | null;
  at: Instant;
  /** When it was made, of a call recorded only later. */
  happened_at?: Instant | null;
  channel: string;
  result: string;
  opened_at?: Instant | null;
  duration_seconds: number | null;
  score: number | null;
  notes: string | null;
  problem: string | null;
  action_plan: string | null;
  next_appointment_on: string | null;
  call_back_at: Instant | null;
  reason: string | null;
  followup_before: FollowupChange;
  customer_before: StandingBefore | null;
  script_answers?: ScriptAnswers | null;
}

/** Which script was walked, and what was answered on the way. */
export interface ScriptAnswers {
  code: string;
  version: number;
  answers: HeardAnswer[];
}

export async function insertAttempt(ctx: TransactionContext, attempt: AttemptRow): Promise<void> {
  const writing = insertRow(ctx, 'attempts', {
    ...attempt,
    followup_before: JSON.stringify(attempt.followup_before),
    customer_before: attempt.customer_before === null ? null : JSON.stringify(attempt.customer_before),
    script_answers: attempt.script_answers ? JSON.stringify(attempt.script_answers) : null,
  });
  ctx.alongside(writing);
}

/** The attempts of one call, held. */
export function lockCall(ctx: TransactionContext, callId: string) {
  return ctx.db
    .selectFrom('attempts')
    .select([
      'id',
      'customer_id as customerId',
      'followup_id as followupId',
      'staff_id as staffId',
      'at',
      'followup_before as followupBefore',
      'customer_before as customerBefore',
      'undone_at as undoneAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('call_id', '=', callId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function markCallUndone(ctx: TransactionContext, callId: string): Promise<void> {
  await ctx.db
    .updateTable('attempts')
    .set({ undone_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('call_id', '=', callId)
    .execute();
}

/** The last contacts of a customer that were not taken back. */
export async function selectContacts(ctx: TransactionContext, customerId: string, limit: number) {
  const rows = await ctx.db
    .selectFrom('attempts as a')
    .innerJoin('followups as f', (join) =>
      join.on('f.org_id', '=', ctx.orgId).onRef('f.id', '=', 'a.followup_id'),
    )
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .innerJoin('protocol_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'p.protocol_version_id'),
    )
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.staff_id'))
    .select([
      'a.call_id as callId',
      'a.at',
      'a.happened_at as happenedAt',
      's.name as byName',
      'a.channel',
      'a.result',
      'a.score',
      'a.notes',
      'a.problem',
      'a.action_plan as actionPlan',
      'a.next_appointment_on as nextAppointmentOn',
      'a.call_back_at as callBackAt',
      'a.script_answers as scriptAnswers',
      'f.step_key as stepKey',
      'v.definition',
    ])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.customer_id', '=', customerId)
    .where('a.undone_at', 'is', null)
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ definition, stepKey, scriptAnswers, ...row }) => {
    const protocol = definition as ProtocolDefinition;
    const step = protocol.steps.find((each) => each.key === stepKey)!;
    const answers = (scriptAnswers as ScriptAnswers | null)?.answers ?? [];
    return { ...row, protocolName: protocol.name, stepName: step.name, answers };
  });
}

/** The newest try of a followup that was not taken back: who, when and with what result. */
export function selectLastAttempt(ctx: TransactionContext, followupId: string) {
  return ctx.db
    .selectFrom('attempts as a')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.staff_id'))
    .select(['a.at', 'a.result', 's.name as byName'])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.followup_id', '=', followupId)
    .where('a.undone_at', 'is', null)
    .orderBy('a.at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The last try of each of these that stands. */
export function selectLastTries(ctx: TransactionContext, followupIds: readonly string[]) {
  return ctx.db
    .selectFrom('attempts as a')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.staff_id'))
    .distinctOn('a.followup_id')
    .select(['a.followup_id as followupId', 'a.at', 'a.result', 's.name as byName'])
    .where('a.org_id', '=', ctx.orgId)
    .where(sql<boolean>`a.followup_id = any(${[...followupIds]}::uuid[])`)
    .where('a.undone_at', 'is', null)
    .orderBy('a.followup_id')
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
}

export async function isUndone(ctx: TransactionContext, callId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('attempts')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('call_id', '=', callId)
    .where('undone_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface Answer {
  customerId: string;
  clinicId: string;
  visitId: string | null;
  /** What the followup goes back to. */
  event: TriggerEvent;
  staffId: string | null;
  at: Instant;
  score: number | null;
  notes: string | null;
  problem: string | null;
}

export async function selectAnswer(
  ctx: TransactionContext,
  { callId, followupId }: { callId: string; followupId: string },
): Promise<Answer | undefined> {
  const row = await ctx.db
    .selectFrom('attempts as a')
    .innerJoin('followups as f', (join) =>
      join.on('f.org_id', '=', ctx.orgId).onRef('f.id', '=', 'a.followup_id'),
    )
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .select([
      ...(['a.customer_id as customerId', 'f.clinic_id as clinicId', 'p.visit_id as visitId'] as const),
      ...(['p.event', 'a.staff_id as staffId', 'a.at', 'a.score', 'a.notes', 'a.problem'] as const),
    ])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.call_id', '=', callId)
    .where('a.followup_id', '=', followupId)
    .where('a.undone_at', 'is', null)
    .executeTakeFirst();
  return row as Answer | undefined;
}
