import { sql } from 'kysely';
import type { Colour } from '#domain/appointments/appointment.ts';
import type { AppointmentKind, Chair } from '#domain/appointments/contract.ts';
import { DeskRules, standardDeskRules } from '#domain/appointments/desk-rules.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { staffOf } from './store.ts';

export async function selectKinds(ctx: TransactionContext): Promise<AppointmentKind[]> {
  const rows = await ctx.db
    .selectFrom('appointment_kinds as k')
    .select([
      'k.id',
      'k.name',
      'k.category',
      'k.minutes',
      'k.colour',
      'k.is_online as isOnline',
      'k.archived_at as archivedAt',
      'k.version',
      (eb) =>
        sql<string[]>`array(${eb
          .selectFrom('appointment_kind_doctors as d')
          .select('d.doctor_id')
          .where('d.org_id', '=', ctx.orgId)
          .whereRef('d.kind_id', '=', 'k.id')
          .orderBy('d.doctor_id')})`.as('doctorIds'),
    ])
    .where('k.org_id', '=', ctx.orgId)
    .orderBy('k.position')
    .orderBy('k.id')
    .execute();
  return rows.map(({ archivedAt, category, colour, ...row }) => ({
    ...row,
    category: category as TreatmentCategory,
    colour: colour as Colour,
    isArchived: archivedAt !== null,
  }));
}

type KindFacts = Pick<AppointmentKind, 'name' | 'category' | 'minutes' | 'colour' | 'isOnline'>;

/** False where one of that name is in use. */
export async function insertKind(
  ctx: TransactionContext,
  { isOnline, ...kind }: KindFacts & { id: string; position: number },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('appointment_kinds')
    .values({ org_id: ctx.orgId, ...kind, is_online: isOnline, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function updateKind(
  ctx: TransactionContext,
  id: string,
  {
    isArchived,
    isOnline,
    ...facts
  }: { [K in keyof KindFacts]?: KindFacts[K] | undefined } & {
    isArchived?: boolean | undefined;
  },
): Promise<void> {
  await ctx.db
    .updateTable('appointment_kinds')
    .set((eb) => ({
      ...definedOf(facts),
      ...(isOnline !== undefined && { is_online: isOnline }),
      ...(isArchived !== undefined && { archived_at: isArchived ? ctx.now : null }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function replaceKindDoctors(
  ctx: TransactionContext,
  kindId: string,
  doctorIds: readonly string[],
): Promise<void> {
  await ctx.db
    .deleteFrom('appointment_kind_doctors')
    .where('org_id', '=', ctx.orgId)
    .where('kind_id', '=', kindId)
    .execute();
  if (doctorIds.length === 0) return;
  await ctx.db
    .insertInto('appointment_kind_doctors')
    .values(doctorIds.map((id) => ({ org_id: ctx.orgId, kind_id: kindId, doctor_id: id })))
    .execute();
}

/** Which of these are doctors who still work here, in whatever clinic. */
export async function selectKnownDoctors(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('treats', '=', true)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function selectChairs(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
): Promise<Chair[]> {
  const rows = await ctx.db
    .selectFrom('chairs')
    .select(['id', 'clinic_id as clinicId', 'name', 'kind', 'archived_at as archivedAt', 'version'])
    .where('org_id', '=', ctx.orgId)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ archivedAt, ...row }) => ({
    ...row,
    kind: row.kind as Chair['kind'],
    isArchived: archivedAt !== null,
  }));
}

/** False where one of that name is in use in the clinic. */
export async function insertChair(
  ctx: TransactionContext,
  chair: Pick<Chair, 'id' | 'clinicId' | 'name' | 'kind'> & { position: number },
): Promise<boolean> {
  const { clinicId, ...facts } = chair;
  const done = await ctx.db
    .insertInto('chairs')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, ...facts, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function updateChair(
  ctx: TransactionContext,
  id: string,
  {
    isArchived,
    ...facts
  }: {
    name?: string | undefined;
    kind?: Chair['kind'] | undefined;
    isArchived?: boolean | undefined;
  },
): Promise<void> {
  await ctx.db
    .updateTable('chairs')
    .set((eb) => ({
      ...definedOf(facts),
      ...(isArchived !== undefined && { archived_at: isArchived ? ctx.now : null }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** The clinic's figures; those it never changed are as shipped. Version 0: it changed none. */
export async function selectDeskRules(
  ctx: TransactionContext,
  clinicId: string,
): Promise<{ rules: DeskRules; version: number }> {
  const row = await ctx.db
    .selectFrom('desk_rules')
    .select(['rules', 'version'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return row
    ? { rules: DeskRules.parse(row.rules), version: row.version }
    : { rules: standardDeskRules, version: 0 };
}

/** False where somebody else saved that version first. */
export async function writeDeskRules(
  ctx: TransactionContext,
  clinicId: string,
  { rules, version }: { rules: DeskRules; version: number },
): Promise<boolean> {
  const values = {
    rules: JSON.stringify(rules),
    version,
    updated_at: ctx.now,
    updated_by: staffOf(ctx),
  };
  const done =
    version === 1
      ? await ctx.db
          .insertInto('desk_rules')
          .values({ org_id: ctx.orgId, clinic_id: clinicId, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await ctx.db
          .updateTable('desk_rules')
          .set(values)
          .where('org_id', '=', ctx.orgId)
          .where('clinic_id', '=', clinicId)
          .where('version', '=', version - 1)
          .executeTakeFirst();
  return ('numInsertedOrUpdatedRows' in done ? done.numInsertedOrUpdatedRows : done.numUpdatedRows) === 1n;
}

// The clinic's hours are another's: read here to rule the book by them.

export async function selectCalendar(
  ctx: TransactionContext,
  clinicId: string,
): Promise<ClinicCalendar | null> {
  const row = await ctx.db
    .selectFrom('clinic_calendars')
    .select('calendar')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return (row?.calendar as ClinicCalendar | undefined) ?? null;
}

function definedOf<T extends object>(facts: T): Partial<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;
}
