import { chartNumber } from '#domain/customers/number.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectByNumbers, skipTakenNumbers, takeNumbers } from './store.ts';

/** New chart numbers of our own form, which nobody has; they are this transaction's alone. */
export async function takeChartNumbers(ctx: TransactionContext, count: number): Promise<string[]> {
  if (count === 0) return [];
  for (;;) {
    const last = await takeNumbers(ctx, count);
    const numbers = Array.from({ length: count }, (_, index) => chartNumber(last - count + 1 + index));
    if ((await selectByNumbers(ctx, numbers)).length === 0) return numbers;
    // An imported chart brought a number of our form.
    await skipTakenNumbers(ctx);
  }
}
