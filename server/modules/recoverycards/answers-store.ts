import type { Finding } from '#domain/recoverycards/finding.ts';
import type { HeardRecovery } from '#domain/recoverycards/heard.ts';
import type { TransactionContext } from '#server/platform/context.ts';

type Words = { zh: string; en: string };
/** What was heard, with the name the card had. */
export type StoredHeard = HeardRecovery & { name: Words };

export interface AnswerRow {
  id: string;
  call_id: string;
  customer_id: string;
  visit_id: string;
  code: string;
  version: number;
  day: number;
  heard: StoredHeard;
  finding: Finding;
}

export async function insertAnswers(ctx: TransactionContext, rows: readonly AnswerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const by = { at: ctx.now, staff_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null };
  await ctx.db
    .insertInto('recovery_answers')
    .values(rows.map((row) => ({ org_id: ctx.orgId, ...row, ...by, heard: JSON.stringify(row.heard) })))
    .execute();
}

export async function markAnswersUndone(ctx: TransactionContext, callId: string): Promise<void> {
  await ctx.db
    .updateTable('recovery_answers')
    .set({ undone_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('call_id', '=', callId)
    .execute();
}

/** What was heard in these calls of a customer. */
export async function selectAnswers(
  ctx: TransactionContext,
  customerId: string,
  callIds: readonly string[],
): Promise<{ callId: string; day: number; finding: Finding; heard: StoredHeard }[]> {
  if (callIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('recovery_answers')
    .select(['call_id as callId', 'day', 'finding', 'heard'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('call_id', 'in', callIds)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    finding: row.finding as Finding,
    heard: row.heard as unknown as StoredHeard,
  }));
}
