import { dayAt } from '#domain/base/time.ts';
import { namedRefusals } from '#domain/handovers/contract.ts';
import type { PlaceCustomers, PlacedCustomers } from '#domain/handovers/contract.ts';
import { spreadOver } from '#domain/handovers/spread.ts';
import type { ToPlace } from '#domain/handovers/spread.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { findIdsOwnedBy } from '../customers/find-places.ts';
import { countFollowupsGoingAlong } from '../followups/list-told.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { asMoves, moveWeighed, requireReceivers, weighMoves } from './prepare-moves.ts';
import type { Weighed } from './prepare-moves.ts';

type Asked = Pick<PlaceCustomers, 'kind' | 'toIds'> & { id: string };

/** What would become of the customers of somebody who left; nothing is written. */
export async function previewPlacing(ctx: Context, input: Asked): Promise<PlacedCustomers> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    const weighed = await weighAll(ctx, input);
    return report(ctx, input, weighed, { moved: weighed.moves.length, refused: weighed.refused });
  });
}

/**
 * Hands on the customers of somebody who left, all in one: to a colleague, spread evenly over several, or to the pool.
 * Throws Conflict `still-works-here`.
 */
export async function placeCustomers(
  ctx: Context,
  input: Asked & { reason: string | null },
): Promise<PlacedCustomers> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    const weighed = await weighAll(ctx, input);
    const told = await report(ctx, input, weighed, { moved: 0, refused: [] });
    const { moved, refused } = await moveWeighed(ctx, weighed, input.kind, {
      how: 'left',
      reason: input.reason,
    });
    return { ...told, moved, refusedTotal: refused.length, refused: refused.slice(0, namedRefusals) };
  });
}

async function weighAll(ctx: TransactionContext, { id, kind, toIds }: Asked): Promise<Weighed> {
  const { items } = await listStaff(ctx);
  const gone = items.find((member) => member.id === id);
  if (!gone) throw new NotFound('staff', id);
  if (gone.state !== 'disabled') throw new Conflict('still-works-here');
  const receivers = await requireReceivers(ctx, toIds);
  const today = dayAt(ctx.now, ctx.zone);
  const ids = await findIdsOwnedBy(ctx, id, kind);
  return weighMoves(ctx, ids, kind, (places) =>
    receivers.length > 0 ? spreadOver(places, receivers, today) : places.map(toPool),
  );
}

const toPool = ({ customerId }: ToPlace) => ({ customerId, toId: null, refusal: null });

async function report(
  ctx: TransactionContext,
  { kind, toIds }: Asked,
  { moves }: Weighed,
  { moved, refused }: Pick<PlacedCustomers, 'moved' | 'refused'>,
): Promise<PlacedCustomers> {
  const receivers = await requireReceivers(ctx, toIds);
  return {
    moved,
    refusedTotal: refused.length,
    refused: refused.slice(0, namedRefusals),
    followups: await countFollowupsGoingAlong(ctx, asMoves(kind, moves)),
    shares: receivers.map(({ id, name }) => {
      const own = moves.filter(({ toId }) => toId === id);
      const best = own.filter(({ place }) => place.grade === 'A' || place.grade === 'B');
      return { staffId: id, name, customers: own.length, best: best.length };
    }),
  };
}
