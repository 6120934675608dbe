import type { RecoveryRulesView } from '#domain/recovery/contract.ts';
import { RecoveryRules, standardRecoveryRules } from '#domain/recovery/recovery-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRecoveryRules(ctx: Context): Promise<RecoveryRulesView> {
  requirePermission(ctx, 'recovery.read');
  return inTransaction(ctx, rulesInForce);
}

/** The figures the clinic published last, else as shipped. */
export async function rulesInForce(ctx: TransactionContext): Promise<RecoveryRulesView> {
  const [published] = await selectPublished(ctx, 'recovery_rule_sets', RecoveryRules);
  return published ?? { version: 0, rules: standardRecoveryRules, publishedAt: null, publishedByName: null };
}
