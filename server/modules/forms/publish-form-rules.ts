import type { FormRulesView } from '#domain/forms/contract.ts';
import type { FormRules } from '#domain/forms/dimension.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { formRulesInForce } from './get-form-rules.ts';

/**
 * Names what scores are about. A dimension is never taken out, for something may be scored under it: it is left unused.
 * `version` is the one the rules were edited from.
 */
export async function publishFormRules(
  ctx: Context,
  input: { rules: FormRules; version: number },
): Promise<FormRulesView> {
  requirePermission(ctx, 'forms.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await formRulesInForce(ctx);
    const isGone = ({ key }: { key: string }) => !input.rules.dimensions.some((each) => each.key === key);
    if (before.rules.dimensions.some(isGone))
      throw new Invalid({ path: 'rules.dimensions', code: 'dimension-gone' });
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'form_rule_sets', { id, version: input.version + 1, rules: input.rules }));
    if (!isFirst) throw new Conflict('stale-version', { current: await formRulesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'form-rules.published',
      subject: { type: 'form-rules', id },
      before: before.rules,
      after: input.rules,
    });
    return formRulesInForce(ctx);
  });
}
