import type { TransactionContext } from '#server/platform/context.ts';
import { selectSurvivors } from './merge-store.ts';

/** Of these records those that became part of another since, with the one they are now. */
export function findSurvivors(ctx: TransactionContext, ids: readonly string[]): Promise<Map<string, string>> {
  return selectSurvivors(ctx, ids);
}
