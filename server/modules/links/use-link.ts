import type { TransactionContext } from '#server/platform/context.ts';
import { selectOpenLinks, updateRevoked, updateUsed } from './store.ts';

/** Shuts a link that did what it was for. False where it was used already. */
export function useLink(ctx: TransactionContext, id: string): Promise<boolean> {
  return updateUsed(ctx, id);
}

/** Shuts every open link about a thing that is settled otherwise. Gives which. */
export async function revokeLinks(ctx: TransactionContext, which: { subjectId: string }): Promise<string[]> {
  return updateRevoked(ctx, which);
}

/** The links about a thing that may still be followed. */
export function findOpenLinks(ctx: TransactionContext, subjectIds: readonly string[]): Promise<string[]> {
  return selectOpenLinks(ctx, subjectIds);
}
