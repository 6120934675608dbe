import type { RetryPolicy, RetryPolicyView } from '#domain/followups/retry-policy.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { retryInForce } from './get-retry-policy.ts';

/** Puts another way of trying again in force: from the next unanswered call on. */
export async function publishRetryPolicy(
  ctx: Context,
  input: { policy: RetryPolicy; version: number },
): Promise<RetryPolicyView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await retryInForce(ctx);
    const id = newId();
    const next = { id, version: input.version + 1, rules: input.policy };
    const isFirst = before.version === input.version && (await insertPublished(ctx, 'retry_policies', next));
    if (!isFirst) throw new Conflict('stale-version', { current: await retryInForce(ctx) });
    await recordAudit(ctx, {
      action: 'retry-policy.published',
      subject: { type: 'retry-policy', id },
      before: before.policy,
      after: input.policy,
    });
    return retryInForce(ctx);
  });
}
