import type { ReleaseRulesView } from '#domain/ownership/contract.ts';
import type { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { rulesInForce } from './get-rules.ts';

/** Puts new rules in force from the next night on; no clock of an owner begins anew by that. */
export async function publishRules(
  ctx: Context,
  input: { ruleSet: ReleaseRules; version: number },
): Promise<ReleaseRulesView> {
  requirePermission(ctx, 'ownership.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await rulesInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'release_rule_sets', {
        id,
        version: input.version + 1,
        rules: input.ruleSet,
      }));
    if (!isFirst) throw new Conflict('stale-version', { current: await rulesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'release-rules.published',
      subject: { type: 'release-rules', id },
      before: before.ruleSet,
      after: input.ruleSet,
    });
    return rulesInForce(ctx);
  });
}
