import type { z } from 'zod';
import { isAwayOn } from '#domain/availability/availability.ts';
import { dayAt } from '#domain/base/time.ts';
import type { HeldBecause } from '#domain/followups/change.ts';
import { canHandOver, canTakeBack, takerOf } from '#domain/followups/hand-over.ts';
import type { Taker } from '#domain/followups/hand-over.ts';
import type {
  HandedOver,
  HandOver,
  HandOverPreview,
  PreviewHandOver,
  RefusedHandOver,
  TakenBack,
} from '#domain/followups/hand-over-contract.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit, recordAudits } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findAvailability } from '../availability/list-availability.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { forgetChanges, notePassed } from './change-followups.ts';
import { selectStandings } from './changes-store.ts';
import { lockFollowups, selectFollowups } from './store.ts';
import type { LockedFollowup } from './store.ts';
import {
  countHeld,
  giveFollowups,
  insertTransfer,
  lockTransfer,
  markTransferUndone,
  restoreFollowups,
} from './transfers-store.ts';

/** Who would get how many, and which cannot go to them and why; nothing is changed. */
export async function previewHandOver(ctx: Context, input: PreviewHandOver): Promise<HandOverPreview> {
  requirePermission(ctx, 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const to = await findTaker(ctx, input.toId);
    const { movable, refused } = await weigh(ctx, input.ids, to);
    const today = dayAt(ctx.now, ctx.zone);
    const days = to && (await findAvailability(ctx, { from: today, to: today }));
    const leaves = days?.find(({ staffId }) => staffId === to?.id)?.leaves ?? [];
    return {
      moved: movable.length,
      refused,
      holdsNow: to && (await countHeld(ctx, to.id)),
      isAway: isAwayOn(leaves, today),
    };
  });
}

/** Gives many followups to a colleague, who starts afresh with them, or back to their roles; says which cannot go. */
export async function handOverFollowups(ctx: Context, input: HandOver): Promise<HandedOver> {
  requirePermission(ctx, 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const { toId, reason } = input;
    const { movable, refused } = await weigh(ctx, input.ids, await findTaker(ctx, toId));
    if (movable.length === 0) return { id: null, moved: 0, refused };
    const id = newId();
    const why = await giveTo(ctx, movable, toId, id);
    await insertTransfer(ctx, {
      ...{ id, toId, reason },
      moved: movable.map(({ id, assigneeId, version, before }) => ({
        ...{ id, assigneeId, heldBecause: why.get(id) ?? null, versionAfter: version + 1 },
        ...{ escalation: before.escalation, tries: before.tries, nextTryAt: before.next_try_at },
        nextChannel: before.next_channel,
      })),
    });
    await recordAudits(
      ctx,
      movable.map((followup) => ({
        action: 'followup.assigned',
        subject: { type: 'followup', id: followup.id },
        before: { assigneeId: followup.assigneeId },
        after: { assigneeId: toId },
        reason,
      })),
    );
    return { id, moved: movable.length, refused };
  });
}

/** Takes a handing over back within a day; what somebody has worked on since stays where it is. */
export async function takeBackHandOver(
  ctx: Context,
  input: { id: string },
): Promise<z.infer<typeof TakenBack>> {
  requirePermission(ctx, 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const transfer = await lockTransfer(ctx, input.id);
    const isOwn = transfer?.madeBy === ctx.actor.id;
    if (!transfer || !(isOwn || maySupervise(ctx))) throw new NotFound('transfer', input.id);
    const decision = canTakeBack(transfer, ctx.now);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const locked = await lockFollowups(
      ctx,
      transfer.moved.map(({ id }) => id),
    );
    const seen = new Set(locked.filter(({ clinicId }) => maySeeClinic(ctx, clinicId)).map(({ id }) => id));
    const back = await restoreFollowups(
      ctx,
      transfer.moved.filter(({ id }) => seen.has(id)),
    );
    await markTransferUndone(ctx, input.id);
    await forgetChanges(ctx, input.id, back);
    await recordAudit(ctx, {
      action: 'followups.hand-over-undone',
      subject: { type: 'transfer', id: input.id },
      after: { back: back.length },
    });
    return { back: back.length, kept: transfer.moved.length - back.length };
  });
}

/** Gives held followups to somebody, or back to their role, and keeps it on record; says why who had them had them. */
export async function giveTo(
  ctx: TransactionContext,
  followups: readonly Pick<LockedFollowup, 'id' | 'assigneeId'>[],
  toId: string | null,
  causeId: string | null,
): Promise<Map<string, HeldBecause | null>> {
  const ids = followups.map(({ id }) => id);
  const before = await selectStandings(ctx, ids, { hold: false });
  await giveFollowups(ctx, ids, toId);
  const passed = followups.map(({ id, assigneeId }) => ({ id, fromId: assigneeId, toId }));
  await notePassed(ctx, 'handed', passed, causeId);
  return new Map(before.map(({ id, heldBecause }) => [id, heldBecause]));
}

function maySupervise(ctx: Context): boolean {
  return ctx.actor.kind === 'system' || mayDo(ctx.actor.permissions, 'followups.supervise');
}

export async function findTaker(ctx: TransactionContext, id: string | null): Promise<Taker | null> {
  if (id === null) return null;
  const { items } = await listStaff(ctx);
  const member = items.find((each) => each.id === id);
  if (member?.state !== 'active') throw new NotFound('staff', id);
  return takerOf(member);
}

/** Which of these can go to that colleague, held until they have gone, and which not. */
async function weigh(
  ctx: TransactionContext,
  ids: readonly string[],
  to: Taker | null,
): Promise<{ movable: LockedFollowup[]; refused: RefusedHandOver[] }> {
  const wanted = [...new Set(ids)];
  const locked = (await lockFollowups(ctx, wanted)).filter(({ clinicId }) => maySeeClinic(ctx, clinicId));
  const giver = { id: ctx.actor.id, maySupervise: maySupervise(ctx) };
  const movable: LockedFollowup[] = [];
  const why = new Map(wanted.map((id) => [id, 'not-found']));
  for (const followup of locked) {
    const decision = canHandOver(followup, to, giver);
    if (!decision.allowed) why.set(followup.id, decision.reason);
    else {
      movable.push(followup);
      why.delete(followup.id);
    }
  }
  return { movable, refused: await named(ctx, why, new Set(locked.map(({ id }) => id))) };
}

async function named(
  ctx: TransactionContext,
  why: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>,
): Promise<RefusedHandOver[]> {
  const followups = await selectFollowups(ctx, { ids: [...why.keys()].filter((id) => seen.has(id)) });
  const byId = new Map(followups.map((followup) => [followup.id, followup]));
  const customers = await briefCustomers(
    ctx,
    followups.map(({ customerId }) => customerId),
  );
  return [...why].map(([id, reason]) => {
    const followup = byId.get(id);
    return {
      id,
      customerName: (followup && customers.get(followup.customerId)?.name) ?? '',
      stepName: followup?.stepName ?? null,
      reason: reason as RefusedHandOver['reason'],
    };
  });
}
