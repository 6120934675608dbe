import type { CapacityRulesView } from '#domain/capacity/contract.ts';
import type { CapacityRules } from '#domain/capacity/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { getRules, rulesInForce } from './get-rules.ts';
import { spreadFollowups } from './spread-followups.ts';

/** Puts new figures in force, and fills everybody's days by them. `version` is the one they were edited from. */
export async function publishRules(
  ctx: Context,
  input: { rules: CapacityRules; version: number },
): Promise<CapacityRulesView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await rulesInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'capacity_rules', { id, version: input.version + 1, rules: input.rules }));
    if (!isFirst) throw new Conflict('stale-version', { current: await rulesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'capacity-rules.published',
      subject: { type: 'capacity-rules', id },
      before: before.rules,
      after: input.rules,
    });
    await spreadFollowups(ctx, null);
    return getRules(ctx);
  });
}
