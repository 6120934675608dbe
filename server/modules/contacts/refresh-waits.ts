import { addHours } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import { memoryDays, waitsOf } from '#domain/contacts/contact-budget.ts';
import type { ContactBudget } from '#domain/contacts/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findFamilies } from '../customers/find-families.ts';
import { budgetInForce } from './get-contact-budget.ts';
import { selectContacted, selectUses, replaceWaits } from './store.ts';

const customersAtOnce = 2_000;

/** What the waits of some customers are worked out by: the budget, and who shares their telephones. */
export interface WaitsGround {
  budget: ContactBudget;
  families: ReadonlyMap<string, readonly string[]>;
}

export async function findWaitsGround(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<WaitsGround> {
  const [{ budget }, families] = await Promise.all([budgetInForce(ctx), findFamilies(ctx, customerIds)]);
  return { budget, families };
}

/**
 * Works out anew until when the surveys and offers wait of these customers, and of all who share their telephones; for
 * a caller that has other things to ask first, by the ground that was asked for with them.
 */
export async function refreshWaits(
  ctx: TransactionContext,
  customerIds: readonly string[],
  zone: TimeZone,
  ground?: WaitsGround,
): Promise<void> {
  const { budget, families: found } = ground ?? (await findWaitsGround(ctx, customerIds));
  const families = new Map([...found.values()].flatMap((family) => family.map((id) => [id, family])));
  // In one order for everybody: two calls into one family do not hold each other up.
  const people = [...families.keys()].sort();
  const uses = Map.groupBy(
    await selectUses(ctx, people, rememberedSince(ctx, budget)),
    ({ customerId }) => customerId,
  );
  await replaceWaits(
    ctx,
    people.map((customerId) => {
      const heard = families.get(customerId)!.flatMap((member) => uses.get(member) ?? []);
      return { customerId, waits: waitsOf(heard, budget, zone) };
    }),
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
