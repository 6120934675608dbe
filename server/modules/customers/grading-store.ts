import { sql } from 'kysely';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** What the record itself says for a grade. */
export interface Standing {
  id: string;
  hasInfluence: boolean;
  referrerId: string | null;
  /** Whom this customer sent, who came. */
  referred: string[];
}

/** These customers, or the next ones in the order of their ids; null is every clinic. */
export async function selectStandings(
  ctx: TransactionContext,
  which: { ids: readonly string[] } | { after: string | null; limit: number },
  clinicIds: readonly string[] | null,
): Promise<Standing[]> {
  // A record that was merged into another keeps its grade as it was, for the day it is taken apart.
  const clauses = [sql`c.org_id = ${ctx.orgId} and c.merged_into is null`];
  if (clinicIds) clauses.push(sql`c.clinic_id = any(${[...clinicIds]}::uuid[])`);
  if ('ids' in which) clauses.push(sql`c.id = any(${[...which.ids]}::uuid[])`);
  else if (which.after !== null) clauses.push(sql`c.id > ${which.after}`);
  const { rows } = await sql<Standing>`
    select c.id, c.has_influence as "hasInfluence", c.referrer_id as "referrerId",
      array(select r.id::text from customers r
        where r.org_id = ${ctx.orgId} and r.referrer_id = c.id and r.merged_into is null
          and r.last_visit_on is not null) as referred
    from customers c where ${sql.join(clauses, sql` and `)}
    order by c.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}`.execute(ctx.db);
  return rows;
}

/** Not an edit of the record: the version stays, so that nobody who is typing in it is told it is stale. */
export async function updateGrades(
  ctx: TransactionContext,
  grades: readonly { customerId: string; grade: Grade; isFrozen: boolean }[],
): Promise<void> {
  await sql`
    update customers c set grade = g."grade", is_frozen = g."isFrozen"
    from json_to_recordset(${JSON.stringify(grades)}::json) as g("customerId" uuid, "grade" text, "isFrozen" boolean)
    where c.org_id = ${ctx.orgId} and c.id = g."customerId"`.execute(ctx.db);
}
