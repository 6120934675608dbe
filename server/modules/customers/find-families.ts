import { familyAtMost, familyOf } from '#domain/contacts/family-phone.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectOnSameNumber } from './people-store.ts';

/** Of each customer: all who are called by the same number, themselves included; for a verb that asked its permission. */
export async function findFamilies(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (customerIds.length === 0) return new Map();
  // One more than a family may have shows that it is none.
  const found = Map.groupBy(await selectOnSameNumber(ctx, customerIds, familyAtMost + 1), ({ id }) => id);
  return new Map(
    customerIds.map((id) => {
      const onTheNumber = found.get(id) ?? [];
      return [
        id,
        familyOf(
          id,
          onTheNumber.map(({ otherId }) => otherId),
        ),
      ];
    }),
  );
}
