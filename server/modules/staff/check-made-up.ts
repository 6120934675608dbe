import type { TransactionContext } from '#server/platform/context.ts';
import { readInstallation } from '#server/platform/installation.ts';
import { selectIsDemo } from './clinics-store.ts';

/** Whether nobody real is behind these records: a trial, or the made-up chain. */
export async function isMadeUp(ctx: TransactionContext): Promise<boolean> {
  return (await readInstallation(ctx))?.trial === true || selectIsDemo(ctx);
}
