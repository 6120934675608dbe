import type { StaffMember } from '#domain/staff/contract.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { lockStaff } from './store.ts';

/** Whoever it is, held until the transaction ends so that they are still there when it does. */
export async function holdColleague(
  ctx: TransactionContext,
  id: string,
): Promise<Pick<StaffMember, 'id' | 'role' | 'state'>> {
  const locked = await lockStaff(ctx, id);
  if (!locked) throw new NotFound('staff', id);
  return { id, role: locked.role as Role, state: locked.state as StaffMember['state'] };
}
