import { addHours } from '#domain/base/time.ts';
import { withoutTokens } from '#domain/links/token.ts';
import { finalStates, receiptDays } from '#domain/messaging/message-state.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { lockWithLink, saveWithoutLink } from './outbox-store.ts';

const atOnce = 500;

/**
 * Takes the link out of messages that nobody sends any more: kept as its hash alone, it must not stand beside it in
 * clear, where a copy of the database would open customers' pages. What waits, for a provider or a hand, keeps it.
 */
export async function forgetLinks(ctx: Context): Promise<void> {
  const acceptedBefore = addHours(ctx.now, -24 * receiptDays);
  for (;;) {
    const found = await inTransaction(ctx, async (ctx) => {
      const rows = await lockWithLink(ctx, { states: finalStates, acceptedBefore, limit: atOnce });
      await saveWithoutLink(
        ctx,
        rows.map(({ id, text }) => ({ id, text: withoutTokens(text) })),
      );
      return rows.length;
    });
    if (found < atOnce) return;
  }
}
