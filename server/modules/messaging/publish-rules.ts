import type { MessageRulesView } from '#domain/messaging/contract.ts';
import type { MessageRules } from '#domain/messaging/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { rulesInForce } from './get-rules.ts';
import { wakeHeldByCost } from './use-store.ts';

/** Puts other hours and limits in force, for whatever goes from now on. */
export async function publishRules(
  ctx: Context,
  input: { rules: MessageRules; version: number },
): Promise<MessageRulesView> {
  requirePermission(ctx, 'messages.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await rulesInForce(ctx);
    const id = newId();
    const next = { id, version: input.version + 1, rules: input.rules };
    const isFirst =
      before.version === input.version && (await insertPublished(ctx, 'message_rule_sets', next));
    if (!isFirst) throw new Conflict('stale-version', { current: before });
    // Who raises a limit does not want to wait for the next look.
    await wakeHeldByCost(ctx);
    await recordAudit(ctx, {
      action: 'message-rules.published',
      subject: { type: 'message-rules', id },
      before: before.rules,
      after: input.rules,
    });
    return rulesInForce(ctx);
  });
}
