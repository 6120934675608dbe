import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { cardOnRecord, isWaiting } from './get-card.ts';
import { lockCards, selectCards } from './store.ts';
import type { StoredCard } from './store.ts';

/**
 * The texts of a card, held. `version` is how often the waiting one had been written on when it was seen, 0 where there
 * was none; throws Conflict `stale-version` where somebody wrote since.
 */
export async function holdCard(
  ctx: TransactionContext,
  { code, version }: { code: string; version: number },
): Promise<{ waiting: StoredCard | undefined; last: number }> {
  await lockCards(ctx, code);
  const texts = await selectCards(ctx, code);
  const waiting = texts.find(isWaiting);
  if ((waiting?.edits ?? 0) !== version)
    throw new Conflict('stale-version', { current: await cardOnRecord(ctx, code) });
  return { waiting, last: texts.find((each) => !isWaiting(each))?.version ?? 0 };
}
