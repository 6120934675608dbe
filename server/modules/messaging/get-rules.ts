import type { MessageRulesView } from '#domain/messaging/contract.ts';
import { MessageRules, standardMessageRules } from '#domain/messaging/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRules(ctx: Context): Promise<MessageRulesView> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, rulesInForce);
}

/** Hours and limits the organization published last, else as shipped. */
export async function rulesInForce(ctx: TransactionContext): Promise<MessageRulesView> {
  const [published] = await selectPublished(ctx, 'message_rule_sets', MessageRules);
  if (!published)
    return { version: 0, rules: standardMessageRules, publishedAt: null, publishedByName: null };
  return published;
}
