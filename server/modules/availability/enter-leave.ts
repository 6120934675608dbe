import { dayAt } from '#domain/base/time.ts';
import { canTakeLeave } from '#domain/availability/availability.ts';
import type { EnterLeave, StaffAvailability } from '#domain/availability/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { presentLeave } from './present.ts';
import { insertLeave, lockLeave, markLeaveWithdrawn, selectHours, selectLeaves } from './store.ts';
import { holdColleague } from '../staff/hold-colleague.ts';
import { lockMember } from '../staff/lock-member.ts';

/** One's own leave. Throws Conflict `leave-overlaps` and `stand-in-away`. */
export async function enterOwnLeave(ctx: Context, input: EnterLeave): Promise<StaffAvailability> {
  const staffId = requireOwnStaffId(ctx);
  return inTransaction(ctx, async (ctx) => {
    await holdColleague(ctx, staffId);
    return addLeave(ctx, staffId, input);
  });
}

/** A colleague's leave, by who manages staff. */
export async function enterLeave(
  ctx: Context,
  input: EnterLeave & { id: string },
): Promise<StaffAvailability> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    await lockMember(ctx, input.id);
    return addLeave(ctx, input.id, input);
  });
}

export async function withdrawOwnLeave(ctx: Context, input: { id: string }): Promise<StaffAvailability> {
  const staffId = requireOwnStaffId(ctx);
  return inTransaction(ctx, async (ctx) => {
    const leave = await lockLeave(ctx, input.id);
    if (leave?.staffId !== staffId) throw new NotFound('leave', input.id);
    return endLeave(ctx, leave.id, staffId);
  });
}

export async function withdrawLeave(ctx: Context, input: { id: string }): Promise<StaffAvailability> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const leave = await lockLeave(ctx, input.id);
    if (!leave) throw new NotFound('leave', input.id);
    await lockMember(ctx, leave.staffId);
    return endLeave(ctx, leave.id, leave.staffId);
  });
}

/** A key has no hours and takes no leave. */
export function requireOwnStaffId(ctx: Context): string {
  if (ctx.actor.kind !== 'staff' || ctx.actor.id === null) throw new Forbidden('signed-in');
  return ctx.actor.id;
}

export async function availabilityOf(ctx: TransactionContext, staffId: string): Promise<StaffAvailability> {
  const today = dayAt(ctx.now, ctx.zone);
  const own = (await selectHours(ctx, staffId)).get(staffId);
  const leaves = await selectLeaves(ctx, { from: today }, staffId);
  return {
    staffId,
    hours: own?.hours ?? null,
    hoursVersion: own?.version ?? 0,
    leaves: leaves.map((leave) => presentLeave(ctx, leave)),
  };
}

async function addLeave(
  ctx: TransactionContext,
  staffId: string,
  { from, to, kind, standInId }: EnterLeave,
): Promise<StaffAvailability> {
  if (to < dayAt(ctx.now, ctx.zone)) throw new Invalid({ path: 'to', code: 'in-the-past' });
  if (standInId !== null) await requireStandIn(ctx, staffId, standInId);
  const decision = canTakeLeave(
    { from, to },
    await selectLeaves(ctx, { from, to }, staffId),
    standInId === null ? null : { leaves: await selectLeaves(ctx, { from, to }, standInId) },
  );
  if (!decision.allowed) throw new Conflict(decision.reason);
  const id = newId();
  await insertLeave(ctx, { id, staffId, from, to, kind, standInId });
  await recordAudit(ctx, {
    action: 'staff.leave-entered',
    subject: { type: 'staff', id: staffId },
    after: { from, to, kind, standInId },
  });
  await announce(ctx, { type: 'staff.availability-changed', staffId });
  return availabilityOf(ctx, staffId);
}

/** Who stands in is held, so that they do not take leave at the same moment. */
async function requireStandIn(ctx: TransactionContext, staffId: string, standInId: string): Promise<void> {
  const standIn = await holdColleague(ctx, standInId);
  if (standInId === staffId || standIn.state !== 'active' || standIn.role === 'admin')
    throw new Invalid({ path: 'standInId', code: 'not-at-work' });
}

async function endLeave(ctx: TransactionContext, id: string, staffId: string): Promise<StaffAvailability> {
  await markLeaveWithdrawn(ctx, id);
  await recordAudit(ctx, { action: 'staff.leave-withdrawn', subject: { type: 'staff', id: staffId } });
  await announce(ctx, { type: 'staff.availability-changed', staffId });
  return availabilityOf(ctx, staffId);
}
