import type { TransactionContext } from '#server/platform/context.ts';
import { selectAddresses } from './accounts-store.ts';

/** To which of these a colleague can write by WeCom; who only follows the official account hears from the clinic alone. */
export async function findOnWecom(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const addresses = await selectAddresses(ctx, customerIds);
  return new Set(addresses.filter(({ channel }) => channel === 'wecom').map(({ customerId }) => customerId));
}
