import { chunksOf } from '#domain/base/chunks.ts';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { ownerFields } from '#domain/ownership/owner-kind.ts';
import type { OwnerKind, OwnerMoveHow } from '#domain/ownership/owner-kind.ts';
import { mayReceive } from '#domain/ownership/owner-move.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { insertChanges } from './changes-store.ts';
import {
  lockOwned,
  selectActiveStaff,
  selectFormerOwners,
  writeOwners,
  writeOwnerships,
} from './owners-store.ts';

/** Gives a customer to somebody, or to nobody. */
export interface OwnerMove {
  customerId: string;
  kind: OwnerKind;
  toId: string | null;
  /** Who the owner is thought to be; where it is somebody else by now, nothing is moved. */
  fromId?: string | null;
}

export interface OwnerMoveReason {
  how: OwnerMoveHow;
  reason?: string | null;
  /** Who decided, where it is not the person at work. */
  decidedById?: string | null;
  /** Until the day before it the former owner may not have the customer again. */
  returnsOn?: CalendarDate | null;
}

export interface MovedOwner {
  customerId: string;
  kind: OwnerKind;
  fromId: string | null;
  toId: string | null;
}

export interface RefusedMove {
  customerId: string;
  kind: OwnerKind;
  /** `not-found` also where the actor may not see the customer's clinic. */
  reason: 'not-found' | 'owner-changed' | 'cooldown';
}

const movesAtOnce = 500;

/**
 * The one door: every change of a customer's owner passes here, be it by hand, in bulk, by a claim or a release, for
 * a verb that has asked for its own permission. Ends the former owner's time and begins the new one's, in the record's
 * history, the trail and the news. Who owns the customer already goes on with the clock they had. What is refused
 * stays as it is and is named with its reason.
 */
export async function moveOwners(
  ctx: TransactionContext,
  moves: readonly OwnerMove[],
  why: OwnerMoveReason,
): Promise<{ moved: MovedOwner[]; refused: RefusedMove[] }> {
  await requireColleagues(ctx, moves);
  const moved: MovedOwner[] = [];
  const refused: RefusedMove[] = [];
  // In one order from the first part to the last, so that two of these never wait for each other.
  const inOrder = [...moves].sort((one, other) => (one.customerId < other.customerId ? -1 : 1));
  for (const part of chunksOf(inOrder, movesAtOnce)) {
    const done = await movePart(ctx, part, why);
    moved.push(...done.moved);
    refused.push(...done.refused);
  }
  return { moved, refused };
}

/** One customer. Throws Conflict with the reason where the move is refused; gives null where nothing changes. */
export async function moveOwner(
  ctx: TransactionContext,
  move: OwnerMove,
  why: OwnerMoveReason,
): Promise<MovedOwner | null> {
  const { moved, refused } = await moveOwners(ctx, [move], why);
  const refusal = refused[0];
  if (refusal?.reason === 'not-found') throw new NotFound('customer', move.customerId);
  if (refusal) throw new Conflict(refusal.reason);
  return moved[0] ?? null;
}

async function requireColleagues(ctx: TransactionContext, moves: readonly OwnerMove[]): Promise<void> {
  const ids = [...new Set(moves.flatMap(({ toId }) => toId ?? []))];
  if (ids.length === 0) return;
  const active = await selectActiveStaff(ctx, ids);
  const gone = ids.find((id) => !active.has(id));
  if (gone !== undefined) throw new NotFound('staff', gone);
}

async function movePart(
  ctx: TransactionContext,
  moves: readonly OwnerMove[],
  why: OwnerMoveReason,
): Promise<{ moved: MovedOwner[]; refused: RefusedMove[] }> {
  const ids = [...new Set(moves.map(({ customerId }) => customerId))];
  const records = new Map((await lockOwned(ctx, ids)).map((record) => [record.id, record]));
  const former = await selectFormerOwners(ctx, ids);
  const today = dayAt(ctx.now, ctx.zone);
  const moved: MovedOwner[] = [];
  const refused: RefusedMove[] = [];
  for (const { customerId, kind, toId, fromId } of moves) {
    const record = records.get(customerId);
    if (!record || !maySeeClinic(ctx, record.clinicId)) {
      refused.push({ customerId, kind, reason: 'not-found' });
      continue;
    }
    const now = record.owners[kind];
    if (fromId !== undefined && fromId !== now) {
      refused.push({ customerId, kind, reason: 'owner-changed' });
      continue;
    }
    if (now === toId) continue;
    const own = former.filter((each) => each.customerId === customerId && each.kind === kind);
    if (toId !== null && !mayReceive(toId, own, today).allowed) {
      refused.push({ customerId, kind, reason: 'cooldown' });
      continue;
    }
    record.owners[kind] = toId;
    moved.push({ customerId, kind, fromId: now, toId });
  }
  if (moved.length > 0) await write(ctx, moved, why);
  return { moved, refused };
}

async function write(
  ctx: TransactionContext,
  moved: readonly MovedOwner[],
  { how, reason = null, decidedById, returnsOn = null }: OwnerMoveReason,
): Promise<void> {
  const actorId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  await writeOwners(ctx, moved);
  await writeOwnerships(ctx, moved, {
    how,
    reason,
    decidedBy: decidedById === undefined ? actorId : decidedById,
    returnsOn,
  });
  await insertChanges(
    ctx,
    moved.map(({ customerId, kind, fromId, toId }) => ({
      editId: newId(),
      customerId,
      field: ownerFields[kind],
      oldValue: fromId,
      newValue: toId,
    })),
  );
  await recordAudits(
    ctx,
    moved.map(({ customerId, kind, fromId, toId }) => ({
      action: `customer.owner-${how}`,
      subject: { type: 'customer', id: customerId },
      before: { [ownerFields[kind]]: fromId },
      after: { [ownerFields[kind]]: toId },
      reason,
    })),
  );
  await announce(ctx, { type: 'customer.owner-changed', how, moves: [...moved] });
}
