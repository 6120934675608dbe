import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

const clinicColumns = ['id', 'name', 'timezone', 'address', 'phone', 'version'] as const;

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
    .select(clinicColumns)
    .where('org_id', '=', ctx.orgId)
    .orderBy('name')
    .execute();
}

export function selectClinic(ctx: TransactionContext, id: string) {
  return ctx.db
    .selectFrom('clinics')
    .select(clinicColumns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .modifyEnd(often)
    .executeTakeFirst();
}

export function updateClinic(
  ctx: TransactionContext,
  id: string,
  facts: { name: string; address: string | null; phone: string | null },
) {
  return ctx.db
    .updateTable('clinics')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .returning(clinicColumns)
    .executeTakeFirstOrThrow();
}

export function findOrganization(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('organizations')
    .select(['id', 'name', 'timezone'])
    .where('id', '=', ctx.orgId)
    .modifyEnd(often)
    .executeTakeFirst();
}

export async function selectOrganization(ctx: TransactionContext) {
  return (await findOrganization(ctx))!;
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

export async function updateTeam(
  ctx: TransactionContext,
  id: string,
  team: { name: string; kind: string },
): Promise<void> {
  await ctx.db
    .updateTable('teams')
    .set((eb) => ({ ...team, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function insertOrganization(
  ctx: TransactionContext,
  { isDemo, ...organization }: { name: string; timezone: string; isDemo: boolean },
): Promise<void> {
  await ctx.db
    .insertInto('organizations')
    .values({ id: ctx.orgId, ...organization, is_demo: isDemo, created_at: ctx.now })
    .execute();
}

export async function selectIsDemo(ctx: TransactionContext): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('organizations')
    .select('is_demo')
    .where('id', '=', ctx.orgId)
    .executeTakeFirst();
  return row?.is_demo ?? false;
}
