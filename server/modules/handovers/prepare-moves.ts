import type { RefusedCustomer, TransferRefusal } from '#domain/handovers/contract.ts';
import type { Placed } from '#domain/handovers/spread.ts';
import type { Receiver } from '#domain/handovers/transfer.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import type { StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findPlaces } from '../customers/find-places.ts';
import type { Place } from '../customers/find-places.ts';
import { moveOwners } from '../customers/move-owners.ts';
import type { OwnerMoveReason } from '../customers/move-owners.ts';
import { listStaff } from '../staff/edit-staff.ts';

export interface Weighed {
  moves: { place: Place; toId: string | null }[];
  refused: RefusedCustomer[];
}

/** Whom of these customers `placing` moves where, and whom not and why. */
export async function weighMoves(
  ctx: TransactionContext,
  ids: readonly string[],
  kind: OwnerKind,
  placing: (places: readonly Place[]) => readonly Placed[],
): Promise<Weighed> {
  const places = await findPlaces(ctx, ids, kind);
  const known = new Map(places.map((place) => [place.customerId, place]));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const weighed: Weighed = {
    moves: [],
    refused: unknown.map((id) => ({ id, number: '', name: '', reason: 'not-found' })),
  };
  for (const { customerId, toId, refusal } of placing(places)) {
    const place = known.get(customerId)!;
    if (refusal === null) weighed.moves.push({ place, toId });
    else weighed.refused.push(named(place, refusal));
  }
  return weighed;
}

/** Through the one door; what it refuses at the last moment is named as well. */
export async function moveWeighed(
  ctx: TransactionContext,
  { moves, refused }: Weighed,
  kind: OwnerKind,
  why: OwnerMoveReason,
): Promise<{ moved: number; refused: RefusedCustomer[] }> {
  const done = await moveOwners(
    ctx,
    moves.map(({ place: { customerId, ownerId }, toId }) => ({ customerId, kind, toId, fromId: ownerId })),
    why,
  );
  const places = new Map(moves.map(({ place }) => [place.customerId, place]));
  const late = done.refused.map(({ customerId, reason }) => named(places.get(customerId)!, reason));
  return { moved: done.moved.length, refused: [...refused, ...late] };
}

export const asMoves = (kind: OwnerKind, moves: Weighed['moves']) =>
  moves.map(({ place: { customerId, ownerId }, toId }) => ({ customerId, kind, fromId: ownerId, toId }));

function named({ customerId, number, name }: Place, reason: string): RefusedCustomer {
  return { id: customerId, number, name, reason: reason as TransferRefusal };
}

/** The colleagues who are to get customers; they must work here. */
export async function requireReceivers(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<(Receiver & { name: string })[]> {
  const { items } = await listStaff(ctx);
  return [...new Set(ids)].map((id) => {
    const member = items.find((each) => each.id === id);
    if (member?.state !== 'active') throw new NotFound('staff', id);
    return asReceiver(member);
  });
}

function asReceiver({ id, name, allClinics, clinicIds }: StaffMember) {
  return { id, name, clinicIds: allClinics ? ('all' as const) : clinicIds };
}
