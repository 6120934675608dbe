import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { Departure, NoteDeparture } from '#domain/followups/protocol-contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { setDeparture } from '../customers/set-departure.ts';
import { endByStanding, recordEnding } from './end-by-facts.ts';
import { endOwedTo, reopenEnded } from './ending-store.ts';

/** Notes that a customer died or moved away, and ends everything owed to them at once: nobody calls the family. */
export async function noteDeparture(
  ctx: Context,
  input: z.infer<typeof NoteDeparture> & { id: string },
): Promise<z.input<typeof Departure>> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    if (input.on > dayAt(ctx.now, ctx.zone)) throw new Invalid({ path: 'on', code: 'in-the-future' });
    const { kind, on } = input;
    return { kind, on, endedFollowups: await endForDeparture(ctx, input.id, { kind, on }) };
  });
}

/** The same for a verb that has asked for its own permission. Gives how many followups it ended. */
export async function endForDeparture(
  ctx: TransactionContext,
  customerId: string,
  departure: z.infer<typeof NoteDeparture>,
): Promise<number> {
  const reason = `fact:${departure.kind}` as const;
  await setDeparture(ctx, customerId, departure);
  const ended = await endOwedTo(ctx, customerId, [], reason);
  await recordEnding(ctx, reason, ended);
  // Once more when it is told: what was being planned in this very moment ends as well.
  await announce(ctx, { type: 'customer.standing-changed', customerId });
  return ended.length;
}

/** Who had moved away has come: what is not over meanwhile is owed to them again, but for what they object to. */
export async function resumeOnReturn(
  ctx: TransactionContext,
  { customerId }: EventOf<'customer.came-back'>,
): Promise<void> {
  await reopenEnded(ctx, customerId, 'fact:moved-away', { closesAfter: ctx.now });
  await endByStanding(ctx, { type: 'customer.standing-changed', customerId });
}

/** It was a mistake, or the customer is back: what it ended is owed again. */
export async function withdrawDeparture(
  ctx: Context,
  input: { id: string },
): Promise<z.input<typeof Departure>> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    await setDeparture(ctx, input.id, null);
    for (const reason of ['fact:deceased', 'fact:moved-away'] as const)
      await reopenEnded(ctx, input.id, reason);
    // Who objected in the meantime is still owed no offers.
    await announce(ctx, { type: 'customer.standing-changed', customerId: input.id });
    return { kind: null, on: null, endedFollowups: 0 };
  });
}
