import type { TransactionContext } from '#server/platform/context.ts';
import { countScores, selectScores } from './call-scores-store.ts';
import type { CallScore, ScoreAxis, ScoresAsked } from './call-scores-store.ts';

/** What customers scored when a colleague asked them in a call, for a verb that has asked for its own permission. */
export function countCallScores(
  ctx: TransactionContext,
  asked: ScoresAsked,
  by: ScoreAxis,
): Promise<{ key: string | null; score: number; count: number }[]> {
  return countScores(ctx, asked, by);
}

/** The calls behind such a number, the last first, and how many there are. */
export function listCallScores(
  ctx: TransactionContext,
  asked: ScoresAsked,
  wanted: Parameters<typeof selectScores>[2],
): Promise<{ items: CallScore[]; total: number }> {
  return selectScores(ctx, asked, wanted);
}
