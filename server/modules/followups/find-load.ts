import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countHeld, selectMeasures, selectOpenFollowups, selectUnplaced } from './load-store.ts';
import type { MeasuredContacts, OpenFollowup, UnplacedFollowup } from './load-store.ts';

export type { MeasuredContacts, OpenFollowup, UnplacedFollowup };

/** So long back are contacts measured. */
const measuredDays = 60;

/** Everything that is somebody's work until then; of these people, or null for everybody. */
export function findOpenFollowups(
  ctx: TransactionContext,
  until: Instant,
  staffIds: readonly string[] | null,
): Promise<OpenFollowup[]> {
  return selectOpenFollowups(ctx, until, staffIds);
}

/** What came in sight and was never given a holder and a day by everybody's load. */
export function findUnplaced(
  ctx: TransactionContext,
  until: Instant,
  limit: number,
): Promise<UnplacedFollowup[]> {
  return selectUnplaced(ctx, until, limit);
}

export function countHeldByPerson(ctx: TransactionContext, until: Instant): Promise<Map<string, number>> {
  return countHeld(ctx, until);
}

export function findMeasures(ctx: TransactionContext): Promise<MeasuredContacts[]> {
  return selectMeasures(ctx, addHours(ctx.now, -24 * measuredDays));
}
