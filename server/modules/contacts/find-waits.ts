import type { TimeZone } from '#domain/base/time.ts';
import { waitsOf } from '#domain/contacts/contact-budget.ts';
import type { Waits } from '#domain/contacts/contact-budget.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { budgetInForce } from './get-contact-budget.ts';
import { rememberedSince } from './refresh-waits.ts';
import { selectUses } from './store.ts';
import type { SpentBy } from './store.ts';

export interface BudgetOf {
  /** All that still counts, the newest first. */
  uses: SpentBy[];
  waits: Waits<SpentBy>;
}

/** What was spent of each customer's budget and by whom, and what waits for it; for a verb that asked its permission. */
export async function findWaits(
  ctx: TransactionContext,
  customerIds: readonly string[],
  zone: TimeZone,
): Promise<Map<string, BudgetOf>> {
  const { budget } = await budgetInForce(ctx);
  const uses = Map.groupBy(
    await selectUses(ctx, customerIds, rememberedSince(ctx, budget)),
    ({ customerId }) => customerId,
  );
  return new Map(
    customerIds.map((id) => {
      const own = uses.get(id) ?? [];
      return [id, { uses: own, waits: waitsOf(own, budget, zone) }];
    }),
  );
}
