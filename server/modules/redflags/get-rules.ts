import type { RedFlagRulesView } from '#domain/redflags/contract.ts';
import { RedFlagRules, standardRedFlagRules } from '#domain/redflags/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRules(ctx: Context): Promise<RedFlagRulesView> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, redFlagRules);
}

/** The figures the clinic published last, else as shipped. */
export async function redFlagRules(ctx: TransactionContext): Promise<RedFlagRulesView> {
  const [published] = await selectPublished(ctx, 'red_flag_rules', RedFlagRules);
  return published ?? { version: 0, rules: standardRedFlagRules, publishedAt: null, publishedByName: null };
}
