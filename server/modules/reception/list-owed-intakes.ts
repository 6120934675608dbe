import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { gatherCards } from './gather-cards.ts';

/** Who came that day for the first time and left no intake form (E3); for a verb that has asked for its own permission. */
export async function listOwedIntakes(
  ctx: TransactionContext,
  of: { clinicId: string; day: CalendarDate },
): Promise<{ visitId: string; customerId: string; receivedByName: string | null }[]> {
  const { cards } = await gatherCards(ctx, of);
  return cards.flatMap(({ visitId, customerId, intake, receivedByName }) =>
    visitId !== null && (intake === 'owed' || intake === 'asked')
      ? [{ visitId, customerId, receivedByName }]
      : [],
  );
}
