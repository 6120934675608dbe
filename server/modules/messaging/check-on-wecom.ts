import type { TransactionContext } from '#server/platform/context.ts';
import { selectAddresses } from './accounts-store.ts';

/** Whether a colleague can write to this customer by WeCom; who only follows the official account hears from the clinic alone. */
export async function isOnWecom(ctx: TransactionContext, customerId: string): Promise<boolean> {
  return (await selectAddresses(ctx, [customerId])).some(({ channel }) => channel === 'wecom');
}
