import type { z } from 'zod';
import { isAwayOn } from '#domain/availability/availability.ts';
import { dayAt } from '#domain/base/time.ts';
import { canHandOver, canTakeBack } from '#domain/followups/hand-over.ts';
import type { Taker } from '#domain/followups/hand-over.ts';
import type {
  HandedOver,
  HandOver,
  HandOverPreview,
  PreviewHandOver,
  RefusedHandOver,
  TakenBack,
} from '#domain/followups/hand-over-contract.ts';
import { mayDo, permissionsOf } from '#domain/staff/permissions.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findAvailability } from '../availability/list-availability.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listStaff } from '../staff/edit-staff.ts';
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
    const to = await takerOf(ctx, input.toId);
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
    const { movable, refused } = await weigh(ctx, input.ids, await takerOf(ctx, toId));
    if (movable.length === 0) return { id: null, moved: 0, refused };
    const id = newId();
    await giveFollowups(
      ctx,
      movable.map((followup) => followup.id),
      toId,
    );
    await insertTransfer(ctx, {
      ...{ id, toId, reason },
      moved: movable.map(({ id, assigneeId, version, before }) => ({
        ...{ id, assigneeId, versionAfter: version + 1 },
        ...{ escalation: before.escalation, tries: before.tries, nextTryAt: before.next_try_at },
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
    await recordAudits(ctx, [
      { action: 'followups.hand-over-undone', subject: { type: 'transfer', id: input.id }, after: { back } },
    ]);
    return { back, kept: transfer.moved.length - back };
  });
}

function maySupervise(ctx: Context): boolean {
  return ctx.actor.kind === 'system' || mayDo(ctx.actor.permissions, 'followups.supervise');
}

async function takerOf(ctx: TransactionContext, id: string | null): Promise<Taker | null> {
  if (id === null) return null;
  const { items } = await listStaff(ctx);
  const member = items.find((each) => each.id === id);
  if (member?.state !== 'active') throw new NotFound('staff', id);
  return {
    id,
    mayCall: mayDo(permissionsOf[member.role], 'followups.work'),
    clinicIds: member.allClinics ? 'all' : member.clinicIds,
  };
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
