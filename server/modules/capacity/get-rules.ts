import type { CapacityRulesView } from '#domain/capacity/contract.ts';
import { CapacityRules, measuresNeeded, standardCapacityRules } from '#domain/capacity/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findMeasures } from '../followups/find-load.ts';

/** The figures in force, beside what was measured. */
export async function getRules(ctx: Context): Promise<CapacityRulesView> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const measures = await findMeasures(ctx);
    return {
      ...(await rulesInForce(ctx)),
      measured: measures
        .filter(({ staffId, contacts }) => staffId === null && contacts >= measuresNeeded)
        .map(({ purpose, contacts, minutes }) => ({ purpose, contacts, minutes })),
    };
  });
}

/** The rules the clinic published last, else as shipped. */
export async function rulesInForce(ctx: TransactionContext): Promise<Omit<CapacityRulesView, 'measured'>> {
  const [published] = await selectPublished(ctx, 'capacity_rules', CapacityRules);
  return published ?? { version: 0, rules: standardCapacityRules, publishedAt: null, publishedByName: null };
}
