import type { TransactionContext } from '#server/platform/context.ts';
import { updateRevoked, updateUsed } from './store.ts';

/** Shuts a link that did what it was for. False where it was used already. */
export function useLink(ctx: TransactionContext, id: string): Promise<boolean> {
  return updateUsed(ctx, id);
}

/** Shuts every open link about a thing that is settled otherwise. */
export async function revokeLinks(ctx: TransactionContext, which: { subjectId: string }): Promise<number> {
  return updateRevoked(ctx, which);
}
