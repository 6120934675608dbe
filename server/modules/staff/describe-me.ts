import { wallTimeAt } from '#domain/base/time.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Me, StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { readInstallation } from '#server/platform/installation.ts';
import { selectClinics, selectOrganization, selectTeams } from './clinics-store.ts';
import { selectStaff } from './store.ts';

/** Who I am, what I may, and what time it is here. */
export async function getMe(ctx: SignedInContext): Promise<Me> {
  return inTransaction(ctx, async (ctx) => {
    const [person] = ctx.actor.kind === 'staff' ? await selectStaff(ctx, { id: ctx.actor.id! }) : [];
    if (!person) throw new NotFound('staff');
    return describeMe(ctx, person);
  });
}

export async function describeMe(ctx: TransactionContext, person: StaffMember): Promise<Me> {
  const organization = await selectOrganization(ctx);
  const clinics = await selectClinics(ctx);
  const teams = await selectTeams(ctx);
  const installation = await readInstallation(ctx);
  return {
    staffId: person.id,
    name: person.name,
    login: person.login ?? '',
    role: person.role,
    treats: person.treats,
    permissions: [...permissionsOf[person.role]],
    organization,
    clinics: clinics.filter((clinic) => person.allClinics || person.clinicIds.includes(clinic.id)),
    teams: teams.filter((team) => person.teamIds.includes(team.id)).map(({ id, name }) => ({ id, name })),
    clock: { trial: installation?.trial ?? false, now: ctx.now, wallTime: wallTimeAt(ctx.now, ctx.zone) },
  };
}
