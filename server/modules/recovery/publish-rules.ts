import type { RecoveryRulesView } from '#domain/recovery/contract.ts';
import type { RecoveryRules } from '#domain/recovery/recovery-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { rulesInForce } from './get-rules.ts';

/**
 * Puts new figures in force for what happens from now on; limits that run keep running. `version` is the one they
 * were edited from.
 */
export async function publishRecoveryRules(
  ctx: Context,
  input: { rules: RecoveryRules; version: number },
): Promise<RecoveryRulesView> {
  requirePermission(ctx, 'recovery.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await rulesInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'recovery_rule_sets', {
        id,
        version: input.version + 1,
        rules: input.rules,
      }));
    if (!isFirst) throw new Conflict('stale-version', { current: await rulesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'recovery-rules.published',
      subject: { type: 'recovery-rules', id },
      before: before.rules,
      after: input.rules,
    });
    return rulesInForce(ctx);
  });
}
