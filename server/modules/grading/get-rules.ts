import type { RuleSetView } from '#domain/grading/contract.ts';
import { standardGradeRules } from '#domain/grading/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectRules } from './rules-store.ts';

export async function getRules(ctx: Context): Promise<RuleSetView> {
  requirePermission(ctx, 'grading.read');
  return inTransaction(ctx, rulesInForce);
}

/** The rules the clinic published last, else as shipped. */
export async function rulesInForce(ctx: TransactionContext): Promise<RuleSetView> {
  const published = await selectRules(ctx);
  return published ?? { version: 0, ruleSet: standardGradeRules, publishedAt: null, publishedByName: null };
}
