import type { Leave } from '#domain/availability/contract.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import type { Context } from '#server/platform/context.ts';
import type { StoredLeave } from './store.ts';

/** A leave without its kind, which may tell of an illness, for those whom it does not concern. */
export function presentLeave(ctx: Context, leave: StoredLeave): Leave {
  const { kind: who, id, permissions } = ctx.actor;
  const maySee =
    who === 'system' || mayDo(permissions, 'staff.manage') || (who === 'staff' && id === leave.staffId);
  return maySee ? leave : { ...leave, kind: null };
}
