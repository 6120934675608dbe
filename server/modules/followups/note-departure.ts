import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { Departure, NoteDeparture } from '#domain/followups/protocol-contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { setDeparture } from '../customers/set-departure.ts';
import { recordEnding } from './end-by-facts.ts';
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
    await setDeparture(ctx, input.id, { kind, on });
    const endedFollowups = await endOwedTo(ctx, input.id, [], `fact:${kind}`);
    await recordEnding(ctx, input.id, `fact:${kind}`, endedFollowups);
    return { kind, on, endedFollowups };
  });
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
    return { kind: null, on: null, endedFollowups: 0 };
  });
}
