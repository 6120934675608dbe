import type { TransactionContext } from '#server/platform/context.ts';
import { updateClasses } from './class-store.ts';

/** Keeps the class on the customers' list; told by the module of the classes, in its transaction. */
export async function setClasses(
  ctx: TransactionContext,
  classes: readonly { customerId: string; code: string | null }[],
): Promise<void> {
  if (classes.length > 0) await updateClasses(ctx, classes);
}
