import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { ActKind, ActView } from '#domain/recovery/contract.ts';
import type { Level } from '#domain/recovery/deadline.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

export interface NewAct {
  kind: ActKind;
  words?: string | null;
  level?: Level;
  score?: number | null;
  isSettled?: boolean;
}

export async function insertAct(ctx: TransactionContext, caseId: string, act: NewAct): Promise<void> {
  await ctx.db
    .insertInto('recovery_acts')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      case_id: caseId,
      kind: act.kind,
      at: ctx.now,
      by_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      words: act.words ?? null,
      level: act.level ?? null,
      score: act.score ?? null,
      is_settled: act.isSettled ?? null,
    })
    .execute();
}

export async function selectActs(ctx: TransactionContext, caseId: string): Promise<ActView[]> {
  const rows = await ctx.db
    .selectFrom('recovery_acts as a')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.by_id'))
    .select([
      ...(['a.id', 'a.kind', 'a.at', 'a.words', 'a.level', 'a.score', 'a.is_settled as isSettled'] as const),
      's.name as byName',
    ])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.at')
    // Of one moment in the order they were written: ids of one process grow.
    .orderBy('a.id')
    .execute();
  return rows as ActView[];
}

/** The last word of each of these customers. */
export async function selectLastWords(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; at: Instant; score: number }[]> {
  const { rows } = await sql<{ customerId: string; at: Instant; score: number }>`
    select distinct on (c.customer_id) c.customer_id as "customerId", a.at, a.score
    from recovery_cases c join recovery_acts a on a.org_id = ${ctx.orgId} and a.case_id = c.id
    where c.org_id = ${ctx.orgId} and c.customer_id = any(${[...customerIds]}::uuid[]) and a.kind = 'word'
    order by c.customer_id, a.at desc, a.id desc`.execute(ctx.db);
  return rows;
}
