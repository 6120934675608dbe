import { dayAt } from '#domain/base/time.ts';
import { namedRefusals, transferAtOnce } from '#domain/handovers/contract.ts';
import type {
  PreviewTransfer,
  RefusedCustomer,
  TransferCustomers,
  TransferPreview,
  TransferredPart,
  WhichCustomers,
} from '#domain/handovers/contract.ts';
import { spreadOver } from '#domain/handovers/spread.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findNextIds } from '../customers/find-places.ts';
import { countFollowupsGoingAlong } from '../followups/list-told.ts';
import { asMoves, moveWeighed, requireReceivers, weighMoves } from './prepare-moves.ts';
import type { Weighed } from './prepare-moves.ts';

// Only who decides on releases hands customers on: two owners who passed theirs to each other would never lose one.

/** What a transfer would do; nothing is written. */
export async function previewTransfer(ctx: Context, input: PreviewTransfer): Promise<TransferPreview> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    await requireReceivers(ctx, [input.toId]);
    const preview: TransferPreview = { moved: 0, refusedTotal: 0, refused: [], followups: 0 };
    let after: string | null = null;
    do {
      const part: Part = await nextPart(ctx, input.which, after);
      const { moves, refused } = await weighPart(ctx, part.ids, input);
      preview.moved += moves.length;
      preview.refusedTotal += refused.length;
      preview.refused.push(...refused.slice(0, namedRefusals - preview.refused.length));
      preview.followups += await countFollowupsGoingAlong(ctx, asMoves(input.kind, moves));
      after = part.next;
    } while (after !== null);
    return preview;
  });
}

/** Gives one part of the customers to a colleague; the parts are asked for one after the other. */
export async function transferCustomers(ctx: Context, input: TransferCustomers): Promise<TransferredPart> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    const { ids, next } = await nextPart(ctx, input.which, input.after);
    const { moves, refused } = await weighPart(ctx, ids, input);
    const owned = moves.filter(({ place }) => place.ownerId !== null);
    const free = moves.filter(({ place }) => place.ownerId === null);
    const { kind, reason } = input;
    const transferred = await moveWeighed(ctx, { moves: owned, refused: [] }, kind, {
      how: 'transferred',
      reason,
    });
    const assigned = await moveWeighed(ctx, { moves: free, refused: [] }, kind, { how: 'assigned', reason });
    const all: RefusedCustomer[] = [...refused, ...transferred.refused, ...assigned.refused];
    return {
      moved: transferred.moved + assigned.moved,
      refusedTotal: all.length,
      refused: all.slice(0, namedRefusals),
      looked: ids.length,
      next,
    };
  });
}

interface Part {
  ids: string[];
  next: string | null;
}

async function nextPart(ctx: TransactionContext, which: WhichCustomers, after: string | null): Promise<Part> {
  if ('ids' in which) return { ids: which.ids, next: null };
  const ids = await findNextIds(ctx, which.filter, { after, limit: transferAtOnce });
  return { ids, next: ids.length < transferAtOnce ? null : ids.at(-1)! };
}

async function weighPart(
  ctx: TransactionContext,
  ids: readonly string[],
  to: PreviewTransfer,
): Promise<Weighed> {
  const receivers = await requireReceivers(ctx, [to.toId]);
  const today = dayAt(ctx.now, ctx.zone);
  return weighMoves(ctx, ids, to.kind, (places) => spreadOver(places, receivers, today));
}
