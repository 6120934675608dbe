import { sql } from 'kysely';
import type { Role } from '#domain/staff/role.ts';
import type { StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

export async function insertStaff(
  ctx: TransactionContext,
  person: {
    id: string;
    name: string;
    role: Role;
    treats?: boolean;
    allClinics: boolean;
    state: string;
  },
): Promise<void> {
  await ctx.db
    .insertInto('staff')
    .values({
      org_id: ctx.orgId,
      id: person.id,
      name: person.name,
      role: person.role,
      treats: person.treats ?? person.role === 'doctor',
      all_clinics: person.allClinics,
      state: person.state,
      created_at: ctx.now,
    })
    .execute();
}

export async function replaceStaffPlaces(
  ctx: TransactionContext,
  staffId: string,
  places: { clinicIds?: readonly string[] | undefined; teamIds?: readonly string[] | undefined },
): Promise<void> {
  if (places.clinicIds) {
    await ctx.db
      .deleteFrom('staff_clinics')
      .where('org_id', '=', ctx.orgId)
      .where('staff_id', '=', staffId)
      .execute();
    for (const clinicId of new Set(places.clinicIds)) {
      await ctx.db
        .insertInto('staff_clinics')
        .values({ org_id: ctx.orgId, staff_id: staffId, clinic_id: clinicId })
        .execute();
    }
  }
  if (places.teamIds) {
    await ctx.db
      .deleteFrom('staff_teams')
      .where('org_id', '=', ctx.orgId)
      .where('staff_id', '=', staffId)
      .execute();
    for (const teamId of new Set(places.teamIds)) {
      await ctx.db
        .insertInto('staff_teams')
        .values({ org_id: ctx.orgId, staff_id: staffId, team_id: teamId })
        .execute();
    }
  }
}

/** Staff members as the contract says, one of them, or all. */
export async function selectStaff(
  ctx: TransactionContext,
  only: { id?: string; active?: boolean } = {},
): Promise<StaffMember[]> {
  const rows = await ctx.db
    .selectFrom('staff as s')
    .leftJoin('accounts as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.staff_id', '=', 's.id'))
    .select((eb) => [
      's.id',
      's.name',
      's.role',
      's.treats',
      's.state',
      's.version',
      's.all_clinics as allClinics',
      's.last_sign_in_at as lastSignInAt',
      'a.login',
      eb
        .selectFrom('staff_clinics as c')
        .select(sql<string[]>`coalesce(array_agg(c.clinic_id::text), '{}')`.as('ids'))
        .where('c.org_id', '=', ctx.orgId)
        .whereRef('c.staff_id', '=', 's.id')
        .as('clinicIds'),
      eb
        .selectFrom('staff_teams as t')
        .select(sql<string[]>`coalesce(array_agg(t.team_id::text), '{}')`.as('ids'))
        .where('t.org_id', '=', ctx.orgId)
        .whereRef('t.staff_id', '=', 's.id')
        .as('teamIds'),
    ])
    .where('s.org_id', '=', ctx.orgId)
    .$if(only.id !== undefined, (query) => query.where('s.id', '=', only.id!))
    .$if(only.active === true, (query) => query.where('s.state', '=', 'active'))
    .orderBy('s.name')
    .orderBy('s.id')
    .modifyEnd(often)
    .execute();
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    state: row.state as StaffMember['state'],
    clinicIds: row.clinicIds ?? [],
    teamIds: row.teamIds ?? [],
  }));
}

/** The version of a staff member, held until the transaction ends. */
export function lockStaff(ctx: TransactionContext, id: string) {
  return ctx.db
    .selectFrom('staff')
    .select(['id', 'version', 'role', 'state'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The owners who can still sign in, held so that two owners cannot disable each other at once. */
export async function lockActiveOwners(ctx: TransactionContext): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('role', '=', 'owner')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export async function updateStaff(
  ctx: TransactionContext,
  id: string,
  change: {
    name?: string | undefined;
    role?: Role | undefined;
    treats?: boolean | undefined;
    allClinics?: boolean | undefined;
    state?: string | undefined;
  },
): Promise<void> {
  await ctx.db
    .updateTable('staff')
    .set((eb) => ({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.treats === undefined ? {} : { treats: change.treats }),
      ...(change.allClinics === undefined ? {} : { all_clinics: change.allClinics }),
      ...(change.state === undefined ? {} : { state: change.state }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function selectNames(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<{ id: string; name: string; role: Role; state: StaffMember['state'] }[]> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'state'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role, state: row.state as StaffMember['state'] }));
}
