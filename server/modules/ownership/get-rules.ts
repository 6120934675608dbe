import type { ReleaseRulesView } from '#domain/ownership/contract.ts';
import { ReleaseRules, standardReleaseRules } from '#domain/ownership/release-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRules(ctx: Context): Promise<ReleaseRulesView> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, rulesInForce);
}

const versionsShown = 20;

/** The rules the clinic published last, else as shipped; with those before them. */
export async function rulesInForce(ctx: TransactionContext): Promise<ReleaseRulesView> {
  const published = (await selectPublished(ctx, 'release_rule_sets', ReleaseRules, versionsShown)).map(
    ({ rules, ...rest }) => ({ ...rest, ruleSet: rules }),
  );
  const asShipped = { version: 0, ruleSet: standardReleaseRules, publishedAt: null, publishedByName: null };
  const [now, ...earlier] =
    published.at(-1)?.version === 1 || published.length === 0 ? [...published, asShipped] : published;
  return { ...now!, earlier };
}
