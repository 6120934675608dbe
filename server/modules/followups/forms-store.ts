import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface FormToSend {
  id: string;
  customerId: string;
  /** The form's. */
  code: string;
}

/** Open followups that began in that time, whose step sends a form, and which nobody has tried yet. */
export async function selectFormsToSend(
  ctx: TransactionContext,
  { from, to }: { from: Instant; to: Instant },
): Promise<FormToSend[]> {
  const { rows } = await sql<FormToSend>`
    select f.id, f.customer_id as "customerId", s.step->>'sendsForm' as code
    from followups f
      join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
      join protocol_versions v on v.org_id = ${ctx.orgId} and v.id = p.protocol_version_id
      cross join lateral jsonb_path_query(v.definition, '$.steps[*] ? (@.key == $key && exists (@.sendsForm))',
        jsonb_build_object('key', f.step_key)) as s(step)
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.last_attempt_at is null
      and f.opens_at between ${from}::timestamptz and ${to}::timestamptz
    order by f.opens_at, f.id`.execute(ctx.db);
  return rows;
}

/** Whose followup it is, and the visit it goes back to. */
export async function selectVisitOf(
  ctx: TransactionContext,
  followupId: string,
): Promise<{ customerId: string; visitId: string | null } | undefined> {
  return ctx.db
    .selectFrom('followups as f')
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .select(['f.customer_id as customerId', 'p.visit_id as visitId'])
    .where('f.org_id', '=', ctx.orgId)
    .where('f.id', '=', followupId)
    .executeTakeFirst();
}
