import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

// Whether a record is complete is told by what other modules keep, so this file reads it: visits, followups,
// appointments. It only reads, and only by customer; asking each module would make records know them all.

export interface KnownElsewhere {
  visits: number;
  /** Visits without a word of why the customer came. */
  withoutComplaint: number;
  hasNextFollowup: boolean;
}

export async function selectKnownElsewhere(
  ctx: TransactionContext,
  customerId: string,
): Promise<KnownElsewhere> {
  const { rows } = await sql<KnownElsewhere>`
    select
      (select count(*) from visits v
        where v.org_id = ${ctx.orgId} and v.customer_id = ${customerId}) as visits,
      (select count(*) from visits v
        where v.org_id = ${ctx.orgId} and v.customer_id = ${customerId}
          and v.state = 'closed' and coalesce(v.chief_complaint, '') = '') as "withoutComplaint",
      exists (select from followups f
        where f.org_id = ${ctx.orgId} and f.customer_id = ${customerId} and f.state = 'open')
      or exists (select from appointments a
        where a.org_id = ${ctx.orgId} and a.customer_id = ${customerId}
          and a.state = 'booked' and a.starts_at > ${ctx.now}) as "hasNextFollowup"`.execute(ctx.db);
  return rows[0]!;
}
