import type { StaffMember } from '#domain/staff/contract.ts';
import { mayGrantRole } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Forbidden, NotFound } from '#server/platform/errors.ts';
import { lockStaff, selectStaff } from './store.ts';

/** The staff member, held until the transaction ends. Nobody touches a person whose role is above their own. */
export async function lockMember(ctx: TransactionContext, id: string): Promise<StaffMember> {
  const locked = await lockStaff(ctx, id);
  if (!locked) throw new NotFound('staff', id);
  if (ctx.actor.kind !== 'system' && !mayGrantRole(ctx.actor.permissions, locked.role as Role)) {
    throw new Forbidden(`role ${locked.role}`);
  }
  const [member] = await selectStaff(ctx, { id });
  return member!;
}
