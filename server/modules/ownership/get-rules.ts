import type { ReleaseRulesView } from '#domain/ownership/contract.ts';
import { standardReleaseRules } from '#domain/ownership/release-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectRules } from './rules-store.ts';

export async function getRules(ctx: Context): Promise<ReleaseRulesView> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, rulesInForce);
}

/** The rules the clinic published last, else as shipped; with those before them. */
export async function rulesInForce(ctx: TransactionContext): Promise<ReleaseRulesView> {
  const published = await selectRules(ctx);
  const asShipped = { version: 0, ruleSet: standardReleaseRules, publishedAt: null, publishedByName: null };
  const [now, ...earlier] =
    published.at(-1)?.version === 1 || published.length === 0 ? [...published, asShipped] : published;
  return { ...now!, earlier };
}
