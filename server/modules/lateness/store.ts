import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { LateEntry, CancelledEntry, lateResults } from '#domain/lateness/contract.ts';
import type { LateChoice, LateOption } from '#domain/lateness/late-options.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

type Result = (typeof lateResults)[number];
type Call = LateEntry['calls'][number];

const staffOf = (ctx: TransactionContext): string | null =>
  ctx.actor.kind === 'staff' ? ctx.actor.id : null;

export async function insertLateCall(
  ctx: TransactionContext,
  call: {
    appointmentId: string;
    customerId: string;
    result: Result;
    arrivesAt: Instant | null;
    note: string | null;
  },
): Promise<void> {
  await ctx.db
    .insertInto('late_calls')
    .values({
      ...{ org_id: ctx.orgId, id: newId(), appointment_id: call.appointmentId },
      ...{ customer_id: call.customerId, result: call.result, arrives_at: call.arrivesAt, note: call.note },
      ...{ called_at: ctx.now, called_by: staffOf(ctx) },
    })
    .execute();
}

/** The first first, by appointment. */
export async function selectLateCalls(
  ctx: TransactionContext,
  appointmentIds: readonly string[],
): Promise<Map<string, Call[]>> {
  const rows = await ctx.db
    .selectFrom('late_calls as l')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'l.called_by'))
    .select([
      'l.appointment_id as appointmentId',
      'l.result',
      'l.called_at as calledAt',
      's.name as calledByName',
      'l.arrives_at as arrivesAt',
      'l.note',
    ])
    .where('l.org_id', '=', ctx.orgId)
    .where(sql<boolean>`l.appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .orderBy('l.called_at')
    .orderBy('l.id')
    .execute();
  const found = new Map<string, Call[]>();
  for (const { appointmentId, result, ...call } of rows)
    found.set(appointmentId, [...(found.get(appointmentId) ?? []), { ...call, result: result as Result }]);
  return found;
}

export async function saveDecision(
  ctx: TransactionContext,
  decision: {
    appointmentId: string;
    choice: LateChoice;
    suggested: LateChoice | null;
    options: readonly LateOption[];
    reason: string | null;
  },
): Promise<void> {
  const decided = {
    choice: decision.choice,
    suggested: decision.suggested,
    options: JSON.stringify(decision.options),
    reason: decision.reason,
    decided_at: ctx.now,
    decided_by: staffOf(ctx),
  };
  await ctx.db
    .insertInto('late_decisions')
    .values({ org_id: ctx.orgId, id: decision.appointmentId, ...decided })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(decided))
    .execute();
}

export async function selectDecisions(
  ctx: TransactionContext,
  appointmentIds: readonly string[],
): Promise<Map<string, NonNullable<LateEntry['decision']>>> {
  const rows = await ctx.db
    .selectFrom('late_decisions as d')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.decided_by'))
    .select(['d.id', 'd.choice', 'd.reason', 'd.decided_at as decidedAt', 's.name as decidedByName'])
    .where('d.org_id', '=', ctx.orgId)
    .where(sql<boolean>`d.id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, choice, ...rest }) => [id, { ...rest, choice: choice as LateChoice }]));
}

export async function saveReview(
  ctx: TransactionContext,
  review: { appointmentId: string; note: string | null },
): Promise<void> {
  const seen = { note: review.note, seen_at: ctx.now, seen_by: staffOf(ctx) };
  await ctx.db
    .insertInto('cancellation_reviews')
    .values({ org_id: ctx.orgId, id: review.appointmentId, ...seen })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(seen))
    .execute();
}

export async function selectReviews(
  ctx: TransactionContext,
  appointmentIds: readonly string[],
): Promise<Map<string, NonNullable<CancelledEntry['review']>>> {
  const rows = await ctx.db
    .selectFrom('cancellation_reviews as r')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.seen_by'))
    .select(['r.id', 'r.note', 'r.seen_at as seenAt', 's.name as seenByName'])
    .where('r.org_id', '=', ctx.orgId)
    .where(sql<boolean>`r.id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, ...review }) => [id, review]));
}
