import { addHours } from '#domain/base/time.ts';
import { mayGrantRole, mayTreat } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import { signInPolicy } from '#domain/staff/sign-in-policy.ts';
import type { InviteStaff, StaffMember } from '#domain/staff/contract.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { newToken } from '#server/platform/tokens.ts';
import { lockMember } from './lock-member.ts';
import { insertInvitation } from './sign-in-store.ts';
import { insertStaff, replaceStaffPlaces, selectStaff } from './store.ts';
import { selectClinics, selectTeams } from './clinics-store.ts';

export interface Invited {
  staff: StaffMember;
  token: string;
  expiresAt: string;
}

export async function inviteStaff(ctx: Context, input: InviteStaff): Promise<Invited> {
  requirePermission(ctx, 'staff.manage');
  if (ctx.actor.kind !== 'system' && !mayGrantRole(ctx.actor.permissions, input.role))
    throw new Forbidden(`role ${input.role}`);
  return inTransaction(ctx, async (ctx) => {
    await requirePlaces(ctx, input);
    const id = newId();
    await insertStaff(ctx, {
      id,
      name: input.name,
      role: input.role,
      treats: treating(input.role, input.treats ?? false),
      allClinics: input.allClinics,
      state: 'invited',
    });
    await replaceStaffPlaces(ctx, id, input);
    await recordAudit(ctx, { action: 'staff.invited', subject: { type: 'staff', id }, after: input });
    return invitationFor(ctx, id);
  });
}

/** A new link for somebody who lost theirs, or their password: with it they choose login and password anew. */
export async function inviteAgain(ctx: Context, input: { id: string }): Promise<Invited> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const person = await lockMember(ctx, input.id);
    if (person.state === 'disabled') throw new Conflict('is-disabled');
    await recordAudit(ctx, { action: 'staff.invited', subject: { type: 'staff', id: input.id } });
    return invitationFor(ctx, input.id);
  });
}

async function invitationFor(ctx: TransactionContext, staffId: string): Promise<Invited> {
  const { token, hash } = newToken('i', ctx.orgId);
  const expiresAt = addHours(ctx.realNow, signInPolicy.invitationDays * 24);
  await insertInvitation(ctx, { id: newId(), staffId, hash, expiresAt });
  const [staff] = await selectStaff(ctx, { id: staffId });
  return { staff: staff!, token, expiresAt };
}

/** Whether somebody of that role treats, where they are said to or not. Throws Invalid where the role may not. */
export function treating(role: Role, treats: boolean): boolean {
  if (treats && !mayTreat(role)) throw new Invalid({ path: 'treats', code: 'role-cannot-treat' });
  return treats || role === 'doctor';
}

/** Every clinic and team named exists here, and nobody places others where they themselves may not look. */
export async function requirePlaces(
  ctx: TransactionContext,
  places: {
    allClinics?: boolean | undefined;
    clinicIds?: readonly string[] | undefined;
    teamIds?: readonly string[] | undefined;
  },
): Promise<void> {
  if (places.allClinics && ctx.actor.kind === 'staff' && ctx.actor.clinicIds !== 'all')
    throw new Forbidden('all clinics');
  if (places.clinicIds && places.clinicIds.length > 0) {
    const known = new Set((await selectClinics(ctx)).map((clinic) => clinic.id));
    for (const id of places.clinicIds)
      if (!known.has(id) || !maySeeClinic(ctx, id)) throw new NotFound('clinic', id);
  }
  if (places.teamIds && places.teamIds.length > 0) {
    const known = new Set((await selectTeams(ctx)).map((team) => team.id));
    for (const id of places.teamIds) if (!known.has(id)) throw new NotFound('team', id);
  }
}
