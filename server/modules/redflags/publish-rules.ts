import type { RedFlagRulesView } from '#domain/redflags/contract.ts';
import type { RedFlagRules } from '#domain/redflags/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { redFlagRules } from './get-rules.ts';

/** Other figures for promises from now on; what was promised stays promised. `version` is the one they were edited from. */
export async function publishRules(
  ctx: Context,
  input: { rules: RedFlagRules; version: number },
): Promise<RedFlagRulesView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await redFlagRules(ctx);
    const id = newId();
    const next = { id, version: input.version + 1, rules: input.rules };
    const isFirst = before.version === input.version && (await insertPublished(ctx, 'red_flag_rules', next));
    if (!isFirst) throw new Conflict('stale-version', { current: await redFlagRules(ctx) });
    await recordAudit(ctx, {
      action: 'red-flag-rules.published',
      subject: { type: 'red-flag-rules', id },
      before: before.rules,
      after: input.rules,
    });
    return redFlagRules(ctx);
  });
}
