import type { SpentContact } from '#domain/contacts/contract.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { waitsOf } from '#domain/contacts/contact-budget.ts';
import type { Waits } from '#domain/contacts/contact-budget.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findFamilies } from '../customers/find-families.ts';
import { budgetInForce } from './get-contact-budget.ts';
import { rememberedSince } from './refresh-waits.ts';
import { selectUses } from './store.ts';

export interface BudgetOf {
  /** All that still counts, the newest first. */
  uses: SpentContact[];
  waits: Waits<SpentContact>;
}

/**
 * What was spent of each customer's budget and by whom, and what waits for it, over all who are called by the same
 * number; for a verb that asked its permission.
 */
export async function findWaits(
  ctx: TransactionContext,
  customerIds: readonly string[],
  zone: TimeZone,
): Promise<Map<string, BudgetOf>> {
  const { budget } = await budgetInForce(ctx);
  const families = await findFamilies(ctx, customerIds);
  const uses = await selectUses(
    ctx,
    [...new Set([...families.values()].flat())],
    rememberedSince(ctx, budget),
  );
  const byPerson = Map.groupBy(uses, ({ customerId }) => customerId);
  return new Map(
    customerIds.map((id) => {
      const heard = families.get(id)!.flatMap((member) => byPerson.get(member) ?? []);
      const spent = heard
        .map(({ customerId, ...use }) => ({ ...use, isFamily: customerId !== id }))
        .sort((one, other) => (one.at < other.at ? 1 : -1));
      return [id, { uses: spent, waits: waitsOf(spent, budget, zone) }];
    }),
  );
}
