import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface OutcomesOfOne {
  staffId: string | null;
  name: string | null;
  closed: number;
  deals: number;
  dealFen: number;
}

/** What each consultant closed between two moments, who closed the most first. */
export async function selectOutcomes(
  ctx: TransactionContext,
  question: { from: Instant; to: Instant; clinicIds: readonly string[] | null },
): Promise<OutcomesOfOne[]> {
  const clinics = question.clinicIds ? sql`and c.clinic_id = any(${[...question.clinicIds]}::uuid[])` : sql``;
  const { rows } = await sql<OutcomesOfOne>`
    select c.consultant_id as "staffId", s.name, count(*) as closed,
      count(*) filter (where c.outcome = 'deal') as deals,
      coalesce(sum(c.deal_fen), 0)::bigint as "dealFen"
    from consultations c left join staff s on s.org_id = ${ctx.orgId} and s.id = c.consultant_id
    where c.org_id = ${ctx.orgId} and c.state = 'closed' and c.closed_at >= ${question.from} and c.closed_at <= ${question.to}
      ${clinics}
    group by c.consultant_id, s.name order by closed desc, s.name nulls last, c.consultant_id`.execute(
    ctx.db,
  );
  return rows;
}
