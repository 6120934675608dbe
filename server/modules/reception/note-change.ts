import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertChange, takePosition } from './board-store.ts';

/**
 * Something on a clinic's board is no longer as it was; its screens hear of it with the commit. Holds the board
 * until then: called last, so that nobody waits for it long.
 */
export async function noteChange(
  ctx: TransactionContext,
  change: { clinicId: string; day: CalendarDate; subjectId: string },
): Promise<void> {
  const position = await takePosition(ctx, change.clinicId);
  insertChange(ctx, { ...change, position });
}
