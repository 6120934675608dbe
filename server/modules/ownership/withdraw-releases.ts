import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectOpenOf, withdrawProposals } from './store.ts';

/** A release of somebody who is another's by now has nothing left to decide. */
export async function withdrawReleases(
  ctx: TransactionContext,
  { moves }: EventOf<'customer.owner-changed'>,
): Promise<void> {
  const open = await selectOpenOf(
    ctx,
    moves.map(({ customerId }) => customerId),
  );
  const gone = open.filter(({ customerId, kind, ownerId }) =>
    moves.some((move) => move.customerId === customerId && move.kind === kind && move.toId !== ownerId),
  );
  if (gone.length > 0)
    await withdrawProposals(
      ctx,
      gone.map(({ id }) => ({ id, because: 'owner-changed' })),
    );
}

/** The record that went is decided on under the one that stays. */
export async function withdrawReleasesOfMerged(
  ctx: TransactionContext,
  { goneId }: EventOf<'customer.merged'>,
): Promise<void> {
  const open = await selectOpenOf(ctx, [goneId]);
  if (open.length > 0)
    await withdrawProposals(
      ctx,
      open.map(({ id }) => ({ id, because: 'merged' })),
    );
}
