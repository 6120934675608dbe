import type { AttemptResult } from '#domain/followups/contract.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectLastTries } from './attempts-store.ts';

export interface LastTry {
  result: AttemptResult;
  at: Instant;
  byName: string | null;
}

/** The last try of each followup that stands; for a verb that has asked for its own permission. */
export async function findLastTries(
  ctx: TransactionContext,
  followupIds: readonly string[],
): Promise<Map<string, LastTry>> {
  const rows = await selectLastTries(ctx, followupIds);
  return new Map(
    rows.map(({ followupId, result, at, byName }) => [
      followupId,
      { result: result as AttemptResult, at, byName },
    ]),
  );
}
