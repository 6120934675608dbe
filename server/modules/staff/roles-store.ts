import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectActiveOf(
  ctx: TransactionContext,
  { clinicId, role, by }: { clinicId: string; role: Role; by: 'name' | 'id' },
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom('staff as s')
    .select(['s.id', 's.name'])
    .where('s.org_id', '=', ctx.orgId)
    .where('s.role', '=', role)
    .where('s.state', '=', 'active')
    .where((eb) =>
      eb.or([
        eb('s.all_clinics', '=', true),
        eb.exists(
          eb
            .selectFrom('staff_clinics as p')
            .select('p.staff_id')
            .where('p.org_id', '=', ctx.orgId)
            .where('p.clinic_id', '=', clinicId)
            .whereRef('p.staff_id', '=', 's.id'),
        ),
      ]),
    )
    .orderBy(`s.${by}`)
    .orderBy('s.id')
    .execute();
}
