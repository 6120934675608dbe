import { standardRetry } from '#domain/followups/attempts.ts';
import { RetryPolicy } from '#domain/followups/retry-policy.ts';
import type { RetryPolicyView } from '#domain/followups/retry-policy.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRetryPolicy(ctx: Context): Promise<RetryPolicyView> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, retryInForce);
}

/** The policy the organization published last, else as shipped. */
export async function retryInForce(ctx: TransactionContext): Promise<RetryPolicyView> {
  const [published] = await selectPublished(ctx, 'retry_policies', RetryPolicy);
  if (!published) return { version: 0, policy: standardRetry, publishedAt: null, publishedByName: null };
  const { rules, ...rest } = published;
  return { ...rest, policy: rules };
}
