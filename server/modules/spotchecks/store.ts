import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import type { Verdict } from '#domain/spotchecks/contract.ts';
import type { RecordedCall, Sign } from '#domain/spotchecks/signs.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface CallOfDay extends RecordedCall {
  customerId: string;
  clinicId: string;
  channel: Channel;
  staffName: string;
  verdict: Verdict | null;
  verdictNote: string | null;
  reviewedByName: string | null;
  version: number;
}

/**
 * The answers somebody wrote down on a day, by the clock of the clinic they belong to: one row a call, whatever number
 * of followups it was made for in these clinics; it belongs to the first one's. Attempts are the followups' own table; who checks records has to read them.
 */
export async function selectAnswers(
  ctx: TransactionContext,
  which: ({ day: CalendarDate } | { callId: string }) & { clinicIds: readonly string[] | null },
): Promise<CallOfDay[]> {
  const some =
    'callId' in which
      ? sql`a.call_id = ${which.callId}`
      : sql`a.at >= (${which.day}::date::timestamp at time zone c.timezone)
          and a.at < ((${which.day}::date + 1)::timestamp at time zone c.timezone)`;
  const { rows } = await sql<CallOfDay>`
    select a.call_id as "callId", a.staff_id as "staffId", min(a.at) as at, min(a.happened_at) as "happenedAt",
      (array_agg(c.timezone order by f.id))[1] as zone, (array_agg(c.id order by f.id))[1] as "clinicId", a.result,
      max(a.duration_seconds) as "durationSeconds", a.channel, a.customer_id as "customerId",
      coalesce(array_agg(a.score) filter (where a.score is not null), '{}') as scores,
      coalesce(string_agg(distinct a.notes, ' ') filter (where a.notes <> ''), '') as notes,
      s.name as "staffName", r.verdict, r.note as "verdictNote", b.name as "reviewedByName",
      coalesce(r.version, 0) as version
    from attempts a
      join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id
      join clinics c on c.org_id = ${ctx.orgId} and c.id = f.clinic_id
      join staff s on s.org_id = ${ctx.orgId} and s.id = a.staff_id
      left join call_reviews r on r.org_id = ${ctx.orgId} and r.call_id = a.call_id
      left join staff b on b.org_id = ${ctx.orgId} and b.id = r.reviewed_by
    where a.org_id = ${ctx.orgId} and a.undone_at is null and a.result = 'reached' and ${some}
      and (${which.clinicIds}::uuid[] is null or c.id = any(${which.clinicIds}::uuid[]))
    group by a.call_id, a.staff_id, a.result, a.channel, a.customer_id, s.name,
      r.verdict, r.note, b.name, r.version
    order by min(a.at), a.call_id`.execute(ctx.db);
  return rows;
}

/** False when somebody else has decided since `version` was read. */
export async function writeReview(
  ctx: TransactionContext,
  call: CallOfDay,
  review: {
    day: CalendarDate;
    signs: readonly Sign[];
    verdict: Verdict;
    note: string | null;
    version: number;
  },
): Promise<boolean> {
  const decided = {
    verdict: review.verdict,
    note: review.note,
    reviewed_at: ctx.now,
    reviewed_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  };
  if (review.version === 0) {
    const done = await ctx.db
      .insertInto('call_reviews')
      .values({
        org_id: ctx.orgId,
        call_id: call.callId,
        clinic_id: call.clinicId,
        customer_id: call.customerId,
        staff_id: call.staffId,
        day: review.day,
        signs: [...review.signs],
        ...decided,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n;
  }
  const done = await ctx.db
    .updateTable('call_reviews')
    .set((eb) => ({ ...decided, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('call_id', '=', call.callId)
    .where('version', '=', review.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
