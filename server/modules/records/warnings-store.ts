import { sql } from 'kysely';
import type { HealthWarning } from '#domain/records/contract.ts';
import type { Told } from '#domain/records/warning.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { staffId } from './store.ts';

type WarningRow = HealthWarning & { customerId: string };

/** Those that stand first, of each the newest; with `isStanding` only those. */
export async function selectWarnings(
  ctx: TransactionContext,
  which: { customerIds: readonly string[]; isStanding: boolean },
): Promise<WarningRow[]> {
  const rows = await ctx.db
    .selectFrom('health_warnings as w')
    .leftJoin('staff as n', (join) => join.on('n.org_id', '=', ctx.orgId).onRef('n.id', '=', 'w.noted_by'))
    .leftJoin('staff as e', (join) => join.on('e.org_id', '=', ctx.orgId).onRef('e.id', '=', 'w.ended_by'))
    .select([
      'w.id',
      'w.customer_id as customerId',
      'w.kind',
      'w.words',
      'w.answer_id as answerId',
      'w.noted_at as notedAt',
      'n.name as notedByName',
      'w.ended_at as endedAt',
      'e.name as endedByName',
      'w.end_reason as endReason',
    ])
    .where('w.org_id', '=', ctx.orgId)
    .where(sql<boolean>`w.customer_id = any(${[...which.customerIds]}::uuid[])`)
    .$if(which.isStanding, (query) => query.where('w.ended_at', 'is', null))
    .orderBy(sql`w.ended_at is not null`)
    .orderBy('w.noted_at', 'desc')
    .orderBy('w.id', 'desc')
    .execute();
  return rows as WarningRow[];
}

export interface NewWarning extends Told {
  id: string;
  customerId: string;
  answerId: string | null;
  question: string | null;
}

export async function insertWarning(ctx: TransactionContext, warning: NewWarning): Promise<void> {
  await ctx.db
    .insertInto('health_warnings')
    .values({
      org_id: ctx.orgId,
      id: warning.id,
      customer_id: warning.customerId,
      kind: warning.kind,
      words: warning.words,
      answer_id: warning.answerId,
      question: warning.question,
      noted_at: ctx.now,
      noted_by: staffId(ctx),
    })
    .execute();
}

/** Ends what stands of these; gives whom that was about. */
export async function updateEnded(
  ctx: TransactionContext,
  which: { id: string; customerId: string } | { answerId: string; question: string },
  reason: string,
): Promise<Told[]> {
  const rows = await ctx.db
    .updateTable('health_warnings')
    .set({ ended_at: ctx.now, ended_by: staffId(ctx), end_reason: reason })
    .where('org_id', '=', ctx.orgId)
    .where('ended_at', 'is', null)
    .$if('id' in which, (query) => {
      const { id, customerId } = which as { id: string; customerId: string };
      return query.where('id', '=', id).where('customer_id', '=', customerId);
    })
    .$if('answerId' in which, (query) => {
      const { answerId, question } = which as { answerId: string; question: string };
      return query.where('answer_id', '=', answerId).where('question', '=', question);
    })
    .returning(['kind', 'words'])
    .execute();
  return rows as Told[];
}
