import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Context } from '#server/platform/context.ts';
import type { Colleague } from './chain.ts';

/** As this colleague does it, in these clinics. */
export function actingAs<C extends Context>(
  ctx: C,
  { id, role }: Colleague,
  clinicIds: readonly string[] | 'all' = 'all',
): C {
  const actor: Context['actor'] = {
    ...{
      kind: 'staff',
      id,
      role,
      treats: role === 'doctor',
      permissions: permissionsOf[role],
      clinicIds,
      teamIds: [],
    },
  };
  return { ...ctx, actor };
}
