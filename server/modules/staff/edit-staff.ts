import { mayGrantRole } from '#domain/staff/permissions.ts';
import type { EditStaff, StaffMember } from '#domain/staff/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { requirePlaces, treating } from './invite-staff.ts';
import { lockMember } from './lock-member.ts';
import { endSessions, selectAccountOf } from './sign-in-store.ts';
import { lockActiveOwners, replaceStaffPlaces, selectStaff, updateStaff } from './store.ts';

export async function listStaff(ctx: Context): Promise<{ items: StaffMember[] }> {
  requirePermission(ctx, 'staff.read');
  return inTransaction(ctx, async (ctx) => ({ items: await selectStaff(ctx) }));
}

/** Throws Conflict `stale-version` with the present one, and `last-owner` when nobody would own the organization. */
export async function editStaff(
  ctx: Context,
  input: EditStaff & { id: string; version: number },
): Promise<StaffMember> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockMember(ctx, input.id);
    if (before.version !== input.version) throw new Conflict('stale-version', { current: before });
    if (input.role !== undefined && input.role !== before.role) {
      if (!mayGrantRole(ctx.actor.permissions, input.role)) throw new Forbidden(`role ${input.role}`);
      if (before.role === 'owner') await requireAnotherOwner(ctx, input.id);
    }
    await requirePlaces(ctx, input);
    const role = input.role ?? before.role;
    // Of another post it has to be said anew.
    const treats = treating(role, input.treats ?? (role === before.role && before.treats));
    const { name, allClinics } = input;
    await updateStaff(ctx, input.id, { name, role, treats, allClinics });
    await replaceStaffPlaces(ctx, input.id, input);
    const [after] = await selectStaff(ctx, { id: input.id });
    await recordAudit(ctx, {
      action: 'staff.edited',
      subject: { type: 'staff', id: input.id },
      before,
      after: after!,
    });
    return after!;
  });
}

/** All sign-ins of the person end with this transaction. */
export async function disableStaff(ctx: Context, input: { id: string }): Promise<StaffMember> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockMember(ctx, input.id);
    if (before.role === 'owner') await requireAnotherOwner(ctx, input.id);
    await endSessions(ctx, { staffId: input.id });
    return changeState(ctx, before, 'disabled');
  });
}

export async function enableStaff(ctx: Context, input: { id: string }): Promise<StaffMember> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockMember(ctx, input.id);
    const hasAccount = (await selectAccountOf(ctx, input.id)) !== undefined;
    return changeState(ctx, before, hasAccount ? 'active' : 'invited');
  });
}

async function changeState(
  ctx: TransactionContext,
  before: StaffMember,
  state: StaffMember['state'],
): Promise<StaffMember> {
  if (before.state === state) return before;
  await updateStaff(ctx, before.id, { state });
  await recordAudit(ctx, {
    action: `staff.${state}`,
    subject: { type: 'staff', id: before.id },
    before,
    after: { ...before, state },
  });
  if (state === 'disabled') await announce(ctx, { type: 'staff.disabled', staffId: before.id });
  const [after] = await selectStaff(ctx, { id: before.id });
  return after!;
}

async function requireAnotherOwner(ctx: TransactionContext, id: string): Promise<void> {
  const owners = await lockActiveOwners(ctx);
  if (owners.every((owner) => owner === id)) throw new Conflict('last-owner');
}
