import type { TransactionContext } from '#server/platform/context.ts';
import { selectRecipients } from './recipients-store.ts';
import type { Recipient } from './recipients-store.ts';

export type { Recipient };

/** To whom a message would go and what speaks against it, as it is now; for the one who sends messages. */
export async function findRecipients(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, Recipient>> {
  const rows = ids.length === 0 ? [] : await selectRecipients(ctx, ids);
  return new Map(rows.map((row) => [row.id, row]));
}
