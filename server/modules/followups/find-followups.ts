import type { TransactionContext } from '#server/platform/context.ts';
import { selectFollowups } from './store.ts';
import type { FollowupWithStep } from './store.ts';

export type { FollowupWithStep };

/** These followups with the steps they come from; whether the caller may see them is the asking verb's to decide. */
export async function findFollowups(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, FollowupWithStep>> {
  const followups = await selectFollowups(ctx, { ids });
  return new Map(followups.map((followup) => [followup.id, followup]));
}
