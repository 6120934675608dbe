import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export async function insertClinic(
  ctx: TransactionContext,
  clinic: { id: string; name: string; timezone: string },
): Promise<void> {
  await ctx.db
    .insertInto('clinics')
    .values({ org_id: ctx.orgId, ...clinic, created_at: ctx.now })
    .execute();
}

export function selectClinics(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('clinics')
    .select(['id', 'name', 'timezone', 'version'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('name')
    .execute();
}

export function selectClinic(ctx: TransactionContext, id: string) {
  return ctx.db
    .selectFrom('clinics')
    .select(['id', 'name', 'timezone', 'version'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function updateClinic(ctx: TransactionContext, id: string, name: string) {
  return ctx.db
    .updateTable('clinics')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .returning(['id', 'name', 'timezone', 'version'])
    .executeTakeFirstOrThrow();
}

export function selectOrganization(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('organizations')
    .select(['id', 'name', 'timezone'])
    .where('id', '=', ctx.orgId)
    .executeTakeFirstOrThrow();
}

export async function updateOrganizationZone(ctx: TransactionContext, timezone: string): Promise<void> {
  await ctx.db.updateTable('organizations').set({ timezone }).where('id', '=', ctx.orgId).execute();
}

export async function insertTeam(
  ctx: TransactionContext,
  team: { id: string; name: string; kind: string; clinic_id: string | null },
): Promise<void> {
  await ctx.db
    .insertInto('teams')
    .values({ org_id: ctx.orgId, ...team, created_at: ctx.now })
    .execute();
}

export function selectTeams(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('teams')
    .select(['id', 'name', 'kind', 'clinic_id as clinicId', 'version'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('name')
    .execute();
}

export async function insertStaff(
  ctx: TransactionContext,
  person: { id: string; name: string; role: Role; allClinics: boolean; state: string },
): Promise<void> {
  await ctx.db
    .insertInto('staff')
    .values({
      org_id: ctx.orgId,
      id: person.id,
      name: person.name,
      role: person.role,
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

/** Staff members as the contract says, one of them or all. */
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
    allClinics?: boolean | undefined;
    state?: string | undefined;
  },
): Promise<void> {
  await ctx.db
    .updateTable('staff')
    .set((eb) => ({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.allClinics === undefined ? {} : { all_clinics: change.allClinics }),
      ...(change.state === undefined ? {} : { state: change.state }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function insertInvitation(
  ctx: TransactionContext,
  invitation: { id: string; staffId: string; hash: string; expiresAt: Instant },
): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ expires_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', invitation.staffId)
    .where('used_at', 'is', null)
    .execute();
  await ctx.db
    .insertInto('invitations')
    .values({
      org_id: ctx.orgId,
      id: invitation.id,
      staff_id: invitation.staffId,
      token_hash: invitation.hash,
      expires_at: invitation.expiresAt,
      created_at: ctx.realNow,
    })
    .execute();
}

export function lockInvitation(ctx: TransactionContext, hash: string) {
  return ctx.db
    .selectFrom('invitations')
    .select(['id', 'staff_id as staffId', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
}

export async function useInvitation(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ used_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** False when the login is taken, by whomever. */
export async function saveAccount(
  ctx: TransactionContext,
  account: { login: string; staffId: string; passwordHash: string },
): Promise<boolean> {
  await ctx.db
    .deleteFrom('accounts')
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', account.staffId)
    .execute();
  const saved = await ctx.db
    .insertInto('accounts')
    .values({
      login: account.login,
      org_id: ctx.orgId,
      staff_id: account.staffId,
      password_hash: account.passwordHash,
      password_changed_at: ctx.realNow,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

export function selectAccountOf(ctx: TransactionContext, staffId: string) {
  return ctx.db
    .selectFrom('accounts')
    .select(['login', 'password_hash as passwordHash'])
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
}

export async function insertSession(
  ctx: TransactionContext,
  session: { id: string; staffId: string; hash: string },
): Promise<void> {
  await ctx.db
    .insertInto('sessions')
    .values({
      org_id: ctx.orgId,
      id: session.id,
      staff_id: session.staffId,
      token_hash: session.hash,
      created_at: ctx.realNow,
      seen_at: ctx.realNow,
      ip: ctx.ip,
    })
    .execute();
  await ctx.db
    .updateTable('staff')
    .set({ last_sign_in_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', session.staffId)
    .execute();
}

export function selectSession(ctx: TransactionContext, hash: string) {
  return ctx.db
    .selectFrom('sessions')
    .select([
      'id',
      'staff_id as staffId',
      'created_at as createdAt',
      'seen_at as seenAt',
      'ended_at as endedAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

/** Whether this person signed in from that address before. */
export async function knowsAddress(ctx: TransactionContext, staffId: string, ip: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('sessions')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', staffId)
    .where('ip', '=', ip)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function touchSession(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('sessions')
    .set({ seen_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Ends one sign-in, or all of a person's but `except`. */
export async function endSessions(
  ctx: TransactionContext,
  which: { id?: string; staffId?: string; except?: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('sessions')
    .set({ ended_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('ended_at', 'is', null)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id!))
    .$if(which.staffId !== undefined, (query) => query.where('staff_id', '=', which.staffId!))
    .$if(Boolean(which.except), (query) => query.where('id', '<>', which.except!))
    .execute();
}

const apiKeyColumns = [
  'id',
  'name',
  'permissions',
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const;

export function selectApiKeys(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('api_keys')
    .select([...apiKeyColumns, 'created_by as createdBy'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('created_at', 'desc')
    .execute();
}

export function selectApiKeyByHash(ctx: TransactionContext, hash: string) {
  return ctx.db
    .selectFrom('api_keys')
    .select([...apiKeyColumns, 'created_by as createdBy'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

export async function insertApiKey(
  ctx: TransactionContext,
  key: { id: string; name: string; hash: string; permissions: string[] },
): Promise<void> {
  await ctx.db
    .insertInto('api_keys')
    .values({
      org_id: ctx.orgId,
      id: key.id,
      name: key.name,
      token_hash: key.hash,
      permissions: key.permissions,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function updateApiKey(
  ctx: TransactionContext,
  id: string,
  change: { revoked_at?: Instant; last_used_at?: Instant },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('api_keys')
    .set(change)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function insertOrganization(
  ctx: TransactionContext,
  organization: { name: string; timezone: string },
): Promise<void> {
  await ctx.db
    .insertInto('organizations')
    .values({ id: ctx.orgId, ...organization, created_at: ctx.now })
    .execute();
}
