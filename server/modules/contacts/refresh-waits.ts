import { addHours } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import { memoryDays, waitsOf } from '#domain/contacts/contact-budget.ts';
import type { ContactBudget } from '#domain/contacts/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { budgetInForce } from './get-contact-budget.ts';
import { selectContacted, selectUses, replaceWaits } from './store.ts';

const customersAtOnce = 2_000;

/** Works out anew until when these customers' surveys and offers wait. */
export async function refreshWaits(
  ctx: TransactionContext,
  customerIds: readonly string[],
  zone: TimeZone,
): Promise<void> {
  const { budget } = await budgetInForce(ctx);
  const uses = Map.groupBy(
    await selectUses(ctx, customerIds, rememberedSince(ctx, budget)),
    ({ customerId }) => customerId,
  );
  await replaceWaits(
    ctx,
    customerIds.map((customerId) => ({
      customerId,
      waits: waitsOf(uses.get(customerId) ?? [], budget, zone),
    })),
  );
}

/** The same for everybody contacted lately, as after another budget. */
export async function refreshAllWaits(ctx: TransactionContext): Promise<void> {
  // The longest a budget may reach back: an older one's waits are still there to be taken back.
  const since = addHours(ctx.now, -91 * 24);
  for (let after: string | null = null; ;) {
    const customerIds = await selectContacted(ctx, since, after, customersAtOnce);
    if (customerIds.length > 0) await refreshWaits(ctx, customerIds, ctx.zone);
    if (customerIds.length < customersAtOnce) return;
    after = customerIds.at(-1)!;
  }
}

/** From when on a contact still counts; a day more, for the clinics west of here. */
export function rememberedSince(ctx: TransactionContext, budget: ContactBudget): Instant {
  return addHours(ctx.now, -(memoryDays(budget) + 1) * 24);
}
