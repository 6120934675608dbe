import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** Followups of a batch's plans that nobody has tried or ended. */
export async function deleteUntouchedFollowups(ctx: TransactionContext, batchId: string): Promise<void> {
  await sql`
    delete from followups f using plans p
    where f.org_id = ${ctx.orgId} and p.org_id = ${ctx.orgId} and p.id = f.plan_id and p.import_batch_id = ${batchId}
      and f.state = 'open'
      and not exists (select from attempts t where t.org_id = ${ctx.orgId} and t.followup_id = f.id)`.execute(
    ctx.db,
  );
}

export async function deleteEmptyPlans(ctx: TransactionContext, batchId: string): Promise<void> {
  await sql`
    delete from plans p
    where p.org_id = ${ctx.orgId} and p.import_batch_id = ${batchId}
      and not exists (select from followups f where f.org_id = ${ctx.orgId} and f.plan_id = p.id)`.execute(
    ctx.db,
  );
}
