import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface RoundFollowup {
  followupId: string;
  customerId: string;
  ownerId: string | null;
  ownerName: string | null;
  tries: number;
  isOpen: boolean;
  /** What was said to whoever asked; null where nobody got an answer. */
  score: number | null;
  /** The last try. */
  lastAt: Instant | null;
}

/** What the closed month owed its customers, one followup each, in the order their windows close. */
export async function selectRound(
  ctx: TransactionContext,
  month: string,
  clinicIds: readonly string[] | null,
): Promise<RoundFollowup[]> {
  const { rows } = await sql<RoundFollowup>`
    select distinct on (f.customer_id) f.id as "followupId", f.customer_id as "customerId",
      f.assignee_id as "ownerId", s.name as "ownerName", f.tries, f.state = 'open' as "isOpen", x.score,
      f.last_attempt_at as "lastAt"
    from plans p
      join followups f on f.org_id = ${ctx.orgId} and f.plan_id = p.id
      left join staff s on s.org_id = ${ctx.orgId} and s.id = f.assignee_id
      left join lateral (
        select a.score from attempts a
        where a.org_id = ${ctx.orgId} and a.followup_id = f.id and a.undone_at is null and a.score is not null
        order by a.at desc limit 1
      ) x on true
    where p.org_id = ${ctx.orgId} and p.event = 'month.closed' and p.event_key = ${month}
      and ${clinicIds === null ? sql`true` : sql`p.clinic_id = any(${[...clinicIds]}::uuid[])`}
    order by f.customer_id, f.state <> 'open', f.closes_at, f.id`.execute(ctx.db);
  return rows;
}
