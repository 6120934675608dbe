import type { TransactionContext } from '#server/platform/context.ts';
import { selectStandings } from './grading-store.ts';
import type { Standing } from './grading-store.ts';

export type { Standing };

/** What the records say for a grade: of these customers, or of the next ones after an id; null is every clinic. */
export function findStandings(
  ctx: TransactionContext,
  which: { ids: readonly string[] } | { after: string | null; limit: number },
  clinicIds: readonly string[] | null = null,
): Promise<Standing[]> {
  return selectStandings(ctx, which, clinicIds);
}
