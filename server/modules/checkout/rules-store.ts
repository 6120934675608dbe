import { CheckoutRules, standardCheckoutRules } from '#domain/checkout/rules.ts';
import type { CheckoutRulesView } from '#domain/checkout/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectCheckoutRules(
  ctx: TransactionContext,
  clinicId: string,
): Promise<CheckoutRulesView> {
  const row = await ctx.db
    .selectFrom('checkout_rules')
    .select(['rules', 'version'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return row
    ? { rules: CheckoutRules.parse(row.rules), version: row.version }
    : { rules: standardCheckoutRules, version: 0 };
}

/** False where somebody else saved first; `version` is the one that was read. */
export async function writeCheckoutRules(
  ctx: TransactionContext,
  clinicId: string,
  { rules, version }: CheckoutRulesView,
): Promise<boolean> {
  const values = {
    rules: JSON.stringify(rules),
    version: version + 1,
    updated_at: ctx.now,
    updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  };
  if (version === 0) {
    const done = await ctx.db
      .insertInto('checkout_rules')
      .values({ org_id: ctx.orgId, clinic_id: clinicId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n;
  }
  const done = await ctx.db
    .updateTable('checkout_rules')
    .set(values)
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
