import type { RuleSetView } from '#domain/grading/contract.ts';
import { GradeRuleSet, standardGradeRules } from '#domain/grading/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRules(ctx: Context): Promise<RuleSetView> {
  requirePermission(ctx, 'grading.read');
  return inTransaction(ctx, rulesInForce);
}

/** The rules the clinic published last, else as shipped. */
export async function rulesInForce(ctx: TransactionContext): Promise<RuleSetView> {
  const [published] = await selectPublished(ctx, 'grade_rule_sets', GradeRuleSet);
  if (!published)
    return { version: 0, ruleSet: standardGradeRules, publishedAt: null, publishedByName: null };
  const { rules, ...rest } = published;
  return { ...rest, ruleSet: rules };
}
