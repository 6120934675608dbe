import { chartNumber } from '#domain/customers/number.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectByNumbers, skipTakenNumbers, takeNumbers } from './store.ts';

/**
 * New chart numbers of our own form, which nobody has. Many at once are taken in a transaction of their own: a
 * sheet that is brought in for a minute does not keep the desk from its next customer. Numbers not used are lost.
 */
export async function takeChartNumbers(ctx: TransactionContext, count: number): Promise<string[]> {
  if (count === 0) return [];
  if (count === 1) return numbersOf(ctx, count);
  const { db: _db, client: _client, afterCommit: _afterCommit, ...outside } = ctx;
  return inTransaction(outside as Context, (ctx) => numbersOf(ctx, count));
}

async function numbersOf(ctx: TransactionContext, count: number): Promise<string[]> {
  for (;;) {
    const last = await takeNumbers(ctx, count);
    const numbers = Array.from({ length: count }, (_, index) => chartNumber(last - count + 1 + index));
    if ((await selectByNumbers(ctx, numbers)).length === 0) return numbers;
    // An imported chart brought a number of our form.
    await skipTakenNumbers(ctx);
  }
}
