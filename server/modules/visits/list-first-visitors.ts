import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectFirstVisitors } from './store.ts';

/** Who came for the first time in these days, each once; null is every clinic. For a verb that asked for its own permission. */
export function listFirstVisitors(
  ctx: TransactionContext,
  question: { from: CalendarDate; to: CalendarDate; clinicIds: readonly string[] | null },
): Promise<string[]> {
  return selectFirstVisitors(ctx, question);
}
