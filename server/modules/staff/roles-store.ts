import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Whoever of the role works in the clinic, in the order they joined. */
export function selectActiveOf(
  ctx: TransactionContext,
  { clinicId, role }: { clinicId: string; role: Role },
): Promise<{ id: string; name: string }[]> {
  return activeIn(ctx, clinicId).where('s.role', '=', role).orderBy('s.id').execute();
}

/** Whoever treats in the clinic, by name. */
export function selectTreating(
  ctx: TransactionContext,
  clinicId: string,
): Promise<{ id: string; name: string }[]> {
  return activeIn(ctx, clinicId).where('s.treats', '=', true).orderBy('s.name').orderBy('s.id').execute();
}

function activeIn(ctx: TransactionContext, clinicId: string) {
  return ctx.db
    .selectFrom('staff as s')
    .select(['s.id', 's.name'])
    .where('s.org_id', '=', ctx.orgId)
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
    );
}
