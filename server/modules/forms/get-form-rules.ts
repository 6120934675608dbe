import type { FormRulesView } from '#domain/forms/contract.ts';
import { FormRules, standardFormRules, withShipped } from '#domain/forms/dimension.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getFormRules(ctx: Context): Promise<FormRulesView> {
  requirePermission(ctx, 'forms.read');
  return inTransaction(ctx, formRulesInForce);
}

/** What the clinic published last, else as shipped. */
export async function formRulesInForce(ctx: TransactionContext): Promise<FormRulesView> {
  const [published] = await selectPublished(ctx, 'form_rule_sets', FormRules);
  if (published) return { ...published, rules: withShipped(published.rules) };
  return { version: 0, rules: standardFormRules, publishedAt: null, publishedByName: null };
}
