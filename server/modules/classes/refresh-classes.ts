import type { TransactionContext } from '#server/platform/context.ts';
import { setClasses } from '../customers/set-classes.ts';
import { selectStanding } from './store.ts';

/** Tells the customers' list the class each of these has, from the contacts themselves. */
export async function refreshClasses(ctx: TransactionContext, customerIds: readonly string[]): Promise<void> {
  await setClasses(ctx, await selectStanding(ctx, customerIds));
}
