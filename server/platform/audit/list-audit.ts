import { requirePermission } from '../access.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';

/** The audit trail, newest first. */
export async function listAudit(
  ctx: Context,
  input: {
    page: number;
    pageSize: number;
    action?: string | undefined;
    actorId?: string | undefined;
    subjectId?: string | undefined;
  },
) {
  requirePermission(ctx, 'audit.read');
  return inTransaction(ctx, async (ctx) => {
    const matching = ctx.db
      .selectFrom('audit_entries as e')
      .where('e.org_id', '=', ctx.orgId)
      .$if(input.action !== undefined, (query) => query.where('e.action', '=', input.action!))
      .$if(input.actorId !== undefined, (query) => query.where('e.actor_id', '=', input.actorId!))
      .$if(input.subjectId !== undefined, (query) => query.where('e.subject_id', '=', input.subjectId!));
    const { total } = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const items = await matching
      .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'e.actor_id'))
      .select([
        'e.id',
        'e.at',
        'e.actor_id as actorId',
        's.name as actorName',
        'e.action',
        'e.subject_type as subjectType',
        'e.subject_id as subjectId',
        'e.fields',
        'e.reason',
      ])
      .orderBy('e.at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize)
      .execute();
    return { items, total };
  });
}
