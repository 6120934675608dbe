import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { UnsentReason } from '#domain/followups/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';

export interface FormToSend {
  id: string;
  customerId: string;
  /** The form's. */
  code: string;
}

/** Open followups that began in that time, whose step sends a form, and which nobody has tried or failed to send since. */
export async function selectFormsToSend(
  ctx: TransactionContext,
  { from, to, failedBefore }: { from: Instant; to: Instant; failedBefore: Instant },
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
      and (f.form_unsent_at is null or f.form_unsent_at < ${failedBefore}::timestamptz)
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

/** Since when a followup's form has not gone out, and why; null once it has. */
export async function updateUnsentForm(
  ctx: TransactionContext,
  followupId: string,
  because: UnsentReason | null,
): Promise<void> {
  await ctx.db
    .updateTable('followups')
    .set({ form_unsent_at: because && ctx.now, form_unsent_because: because })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', followupId)
    .$if(because === null, (query) => query.where('form_unsent_at', 'is not', null))
    .execute();
}

export async function selectUnsentForms(
  ctx: TransactionContext,
  followupIds: readonly string[],
): Promise<Map<string, { at: Instant; because: UnsentReason }>> {
  if (followupIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('followups')
    .select(['id', 'form_unsent_at as at', 'form_unsent_because as because'])
    .where('org_id', '=', ctx.orgId)
    .where(isOneOf('id', followupIds))
    .where('form_unsent_at', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, at, because }) => [id, { at: at!, because: because as UnsentReason }]));
}
