import type { RuleSetView } from '#domain/grading/contract.ts';
import type { GradeRuleSet } from '#domain/grading/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { rulesInForce } from './get-rules.ts';

/** Puts new rules in force; everybody is graded by them right after. `version` is the one they were edited from. */
export async function publishRules(
  ctx: Context,
  input: { ruleSet: GradeRuleSet; version: number },
): Promise<RuleSetView> {
  requirePermission(ctx, 'grading.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await rulesInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'grade_rule_sets', {
        id,
        version: input.version + 1,
        rules: input.ruleSet,
      }));
    if (!isFirst) throw new Conflict('stale-version', { current: await rulesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'grade-rules.published',
      subject: { type: 'grade-rules', id },
      before: before.ruleSet,
      after: input.ruleSet,
    });
    await announce(ctx, { type: 'grade-rules.published' });
    return rulesInForce(ctx);
  });
}
