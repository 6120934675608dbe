import type { RemedyKind, RemedyState } from '#domain/recovery/remedy.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredRemedy {
  id: string;
  caseId: string;
  kind: RemedyKind;
  what: string;
  costFen: number;
  state: RemedyState;
  askedBy: string | null;
  askedByName: string | null;
  decidedByName: string | null;
}

function remedies(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('recovery_remedies as r')
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'r.asked_by'))
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'r.decided_by'))
    .select([
      ...(['r.id', 'r.case_id as caseId', 'r.kind', 'r.what', 'r.cost_fen as costFen', 'r.state'] as const),
      ...(['r.asked_by as askedBy', 'a.name as askedByName', 'd.name as decidedByName'] as const),
    ])
    .where('r.org_id', '=', ctx.orgId);
}

export async function selectRemedies(ctx: TransactionContext, caseId: string): Promise<StoredRemedy[]> {
  const rows = await remedies(ctx)
    .where('r.case_id', '=', caseId)
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute();
  return rows as StoredRemedy[];
}

/** Which case a remedy belongs to; the case is held before it is changed. */
export async function selectRemedy(ctx: TransactionContext, id: string): Promise<StoredRemedy | undefined> {
  return (await remedies(ctx).where('r.id', '=', id).executeTakeFirst()) as StoredRemedy | undefined;
}

export async function insertRemedy(
  ctx: TransactionContext,
  caseId: string,
  remedy: {
    id: string;
    kind: RemedyKind;
    what: string;
    costFen: number;
    state: RemedyState;
    askedBy: string | null;
  },
): Promise<void> {
  const { id, kind, what, costFen, state, askedBy } = remedy;
  await ctx.db
    .insertInto('recovery_remedies')
    .values({
      ...{ org_id: ctx.orgId, id, case_id: caseId, kind, what, cost_fen: costFen, state },
      ...{ asked_at: ctx.now, asked_by: askedBy },
    })
    .execute();
}

export async function updateRemedy(
  ctx: TransactionContext,
  id: string,
  change: { state: RemedyState; decided_at?: string; decided_by?: string; given_at?: string },
): Promise<void> {
  await ctx.db
    .updateTable('recovery_remedies')
    .set(change)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
