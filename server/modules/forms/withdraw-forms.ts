import type { TransactionContext } from '#server/platform/context.ts';
import { findOpenLinks } from '../links/use-link.ts';
import { withdrawMessages } from '../messaging/withdraw-messages.ts';
import { selectUnanswered } from './requests-store.ts';

/**
 * A followup is over, by a call or by somebody's word: the link that was to ask the same does not go out any more. One that
 * has gone stays open, for whoever wants to answer it.
 */
export async function withdrawForms(
  ctx: TransactionContext,
  { followupId }: { followupId: string | null },
): Promise<void> {
  if (followupId === null) return;
  const requests = await selectUnanswered(ctx, followupId);
  if (requests.length === 0) return;
  for (const linkId of await findOpenLinks(ctx, requests))
    await withdrawMessages(ctx, { kind: 'link', id: linkId });
}
