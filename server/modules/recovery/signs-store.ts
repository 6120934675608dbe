import type { Instant } from '#domain/base/time.ts';
import type { SignKind } from '#domain/recovery/sign.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface NewSign {
  id: string;
  caseId: string;
  customerId: string;
  kind: SignKind;
  sourceId: string;
  at: Instant;
  byId: string | null;
  score: number | null;
  words: string | null;
  decidedBy: readonly string[];
}

export async function insertSign(ctx: TransactionContext, sign: NewSign): Promise<void> {
  const { id, caseId, customerId, kind, sourceId, at, byId, score, words, decidedBy } = sign;
  await ctx.db
    .insertInto('recovery_signs')
    .values({
      ...{ org_id: ctx.orgId, id, case_id: caseId, customer_id: customerId, kind, source_id: sourceId },
      ...{ at, by_id: byId, score, words, decided_by: [...decidedBy] },
    })
    .execute();
}

/** Whether this sign was told before, be it that it was taken back since. */
export async function isSignKnown(
  ctx: TransactionContext,
  kind: SignKind,
  sourceId: string,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('recovery_signs')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('kind', '=', kind)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectSigns(ctx: TransactionContext, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return ctx.db
    .selectFrom('recovery_signs as g')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'g.by_id'))
    .select([
      ...(['g.id', 'g.case_id as caseId', 'g.kind', 'g.source_id as sourceId', 'g.at', 'g.score'] as const),
      ...(['g.words', 'g.decided_by as decidedBy', 'g.withdrawn_at as withdrawnAt'] as const),
      's.name as byName',
    ])
    .where('g.org_id', '=', ctx.orgId)
    .where('g.case_id', 'in', [...caseIds])
    .orderBy('g.at')
    .orderBy('g.id')
    .execute();
}

/** Signs of one call, answer or message that nobody took back. */
export function selectStandingSignsOf(ctx: TransactionContext, sourceId: string) {
  return ctx.db
    .selectFrom('recovery_signs')
    .select(['id', 'case_id as caseId'])
    .where('org_id', '=', ctx.orgId)
    .where('source_id', '=', sourceId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

export function selectSign(ctx: TransactionContext, id: string) {
  return ctx.db
    .selectFrom('recovery_signs')
    .select(['id', 'case_id as caseId', 'kind', 'words', 'withdrawn_at as withdrawnAt'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function withdrawSignsById(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable('recovery_signs')
    .set({ withdrawn_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', 'in', [...ids])
    .execute();
}
