import fc from 'fast-check';
import { sql } from 'kysely';
import { addDays, instantAt, monthOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { ProtocolDefinition, WindowRule } from '#domain/followups/protocol.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import { grades } from '#domain/grading/rule-set.ts';
import { mayTreat } from '#domain/staff/permissions.ts';
import { followupRoles } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId, newId } from '#server/platform/ids.ts';
import { standard } from './a-protocol.fixture.ts';
import { writeCalendar } from './calendar-store.ts';
import { insertProtocolVersion } from './versions-store.ts';

/** Days on which sums over days and months go wrong first: month ends, leap days, summer time, make-up days, new years. */
const awkwardDays: CalendarDate[] = [
  ...[
    '1986-05-03',
    '1988-04-16',
    '1991-09-14',
    '2015-12-31',
    '2016-01-30',
    '2016-01-31',
    '2016-02-27',
    '2016-02-29',
  ],
  ...[
    '2016-11-05',
    '2017-02-18',
    '2018-11-03',
    '2018-11-04',
    '2023-11-30',
    '2024-01-31',
    '2024-02-28',
    '2024-02-29',
  ],
  ...[
    '2024-05-10',
    '2024-10-10',
    '2025-01-24',
    '2025-01-26',
    '2025-03-30',
    '2025-09-26',
    '2025-10-26',
    '2026-02-13',
  ],
];
/** A day close to one of the two that a world is about. */
const day = fc.record({ about: fc.constantFrom(0, 1), days: fc.integer({ min: -3, max: 3 }) });
const dayOf = ({ about }: Pick<World, 'about'>, { about: which, days }: { about: number; days: number }) =>
  addDays(about[which]!, days);
const time = fc.constantFrom('00:00', '00:30', '08:59', '09:00', '12:34', '17:59', '18:00', '23:30', '23:59');
const some = <T>(all: readonly T[]) => fc.subarray([...all]);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const categories = ['surgery', 'orthodontics', 'filling', 'consultation'] as const;
const classCodes = ['C-A', 'C-B'];
const teams = ['one', 'another'];
const clinics = ['first', 'second'];

const window: fc.Arbitrary<WindowRule> = fc
  .oneof(
    fc.record({
      kind: fc.constant('after' as const),
      opensHours: fc.constantFrom(0, 0.57, 2, 24),
      dueHours: fc.constantFrom(0.25, 3, 24, 72.5),
    }),
    fc.record({
      kind: fc.constant('days' as const),
      opensDay: fc.integer({ min: 0, max: 4 }),
      dueDay: fc.integer({ min: 0, max: 40 }),
    }),
    fc.record({
      kind: fc.constant('months' as const),
      dueMonth: fc.integer({ min: 1, max: 26 }),
      leadDays: fc.integer({ min: 0, max: 70 }),
    }),
    fc.record({ kind: fc.constant('next-month' as const), before: fc.integer({ min: 2, max: 28 }) }),
    fc.record({
      kind: fc.constant('repeat' as const),
      unit: fc.constantFrom('day' as const, 'month' as const),
      every: fc.integer({ min: 1, max: 7 }),
      first: fc.integer({ min: 1, max: 3 }),
      times: fc.integer({ min: 1, max: 4 }),
      leadDays: fc.integer({ min: 0, max: 20 }),
    }),
  )
  .filter((rule) => WindowRule.safeParse(rule).success);

const step = fc.record({
  window,
  isCountedFromAbove: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 0),
  anyDay: maybe(fc.constant(true)),
  role: fc.constantFrom(...followupRoles),
  purpose: fc.constantFrom('medical' as const, 'satisfaction' as const, 'marketing' as const),
});

const protocol = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  event: fc.constantFrom(
    ...(['visit.closed', 'course.finished', 'discharge', 'orthodontics.started', 'month.closed'] as const),
  ),
  grades: maybe(some(grades)),
  classes: maybe(some(classCodes)),
  teams: maybe(some(teams)),
  visitKinds: maybe(some(['first', 'return'] as const)),
  treatmentCategories: maybe(some(categories)),
  place: fc.constantFrom(null, null, null, 'clinic', 'team'),
  from: fc.option(day),
  until: fc.option(day),
});

const calendar = fc.record({
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  opens: fc.constantFrom('00:00', '09:00', '12:30'),
  closes: fc.constantFrom('12:45', '18:00', '23:59'),
  keepsHolidays: fc.boolean(),
  openOn: fc.array(day, { maxLength: 3 }),
  closedOn: fc.array(day, { maxLength: 6 }),
});

const customer = fc.record({
  clinic: fc.constantFrom(...clinics),
  grade: fc.constantFrom(...grades),
  classCode: fc.option(fc.constantFrom(...classCodes)),
  refuses: fc.boolean(),
  isFrozen: fc.boolean(),
  isGone: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
  owners: fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 3, maxLength: 3 }),
  visits: fc.array(
    fc.record({
      clinic: fc.constantFrom(...clinics),
      day,
      time,
      kind: fc.constantFrom('first', 'return'),
      isDischarge: fc.boolean(),
      treatments: fc.array(
        fc.record({
          category: fc.constantFrom(...categories),
          team: fc.option(fc.constantFrom(...teams)),
          finishes: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
});

/** Clinics, people, protocols and visits, of all kinds that planning tells apart. */
export const aWorld = fc.record({
  about: fc.array(fc.constantFrom(...awkwardDays), { minLength: 2, maxLength: 2 }),
  zones: fc.array(
    fc.constantFrom('Asia/Shanghai', 'Asia/Shanghai', 'America/Sao_Paulo', 'America/Havana', 'Europe/Berlin'),
    { minLength: 2, maxLength: 2 },
  ),
  calendars: fc.array(fc.option(calendar), { minLength: 2, maxLength: 2 }),
  staff: fc.array(
    fc.record({
      role: fc.constantFrom(...followupRoles, 'owner' as const),
      treats: fc.boolean(),
      clinics: fc.option(some(clinics)),
      isActive: fc.boolean(),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  protocols: fc.array(protocol, { minLength: 1, maxLength: 4 }),
  customers: fc.array(customer, { minLength: 1, maxLength: 4 }),
  openAt: fc.option(fc.tuple(day, time)),
});
export type World = typeof aWorld extends fc.Arbitrary<infer W> ? W : never;

export interface Settled {
  batchId: string;
  clinics: { id: string; zone: string }[];
  visitIds: string[];
  months: string[];
  openAt: Instant | undefined;
}

/** Writes such a world into the organization; whoever called undoes it with its transaction. */
export async function settleWorld(ctx: TransactionContext, world: World): Promise<Settled> {
  const idOf = (name: string) => derivedId(ctx.orgId, name);
  const insert = async (table: string, rows: object[]) => {
    const columns = sql.join(['org_id', ...Object.keys(rows[0] ?? {})].map((name) => sql.ref(name)));
    const values = JSON.stringify(rows.map((row) => ({ org_id: ctx.orgId, ...row })));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${values}::json)`.execute(
      ctx.db,
    );
  };
  const zoneOf = (clinic: string) => world.zones[clinics.indexOf(clinic)]!;
  const made = { created_at: ctx.now, version: 1 };
  await insert(
    'clinics',
    clinics.map((name) => ({ id: idOf(name), name, timezone: zoneOf(name), ...made })),
  );
  for (const [index, name] of clinics.entries())
    await writeCalendar(ctx, idOf(name), calendarOf(world, world.calendars[index]!), 1);
  await insert(
    'teams',
    teams.map((name) => ({ id: idOf(name), name, kind: 'nursing', ...made })),
  );
  await insert(
    'staff',
    world.staff.map(({ role, treats, clinics, isActive }, index) => ({
      ...{ id: idOf(`staff ${index}`), name: 'somebody', role, all_clinics: clinics === null },
      treats: role === 'doctor' || (treats && mayTreat(role)),
      ...{ state: isActive ? 'active' : 'disabled', ...made },
    })),
  );
  await insert(
    'staff_clinics',
    world.staff.flatMap(({ clinics }, index) =>
      (clinics ?? []).map((clinic) => ({ staff_id: idOf(`staff ${index}`), clinic_id: idOf(clinic) })),
    ),
  );
  for (const [index, each] of world.protocols.entries()) await publish(ctx, world, each, index, idOf);
  const batchId = idOf('batch');
  const visits = world.customers.flatMap(({ visits }, of) =>
    visits.map((visit, index) => ({
      ...visit,
      day: dayOf(world, visit.day),
      of,
      name: `visit ${of} ${index}`,
    })),
  );
  await insert(
    'customers',
    world.customers.map((each, index) => ({
      ...{
        id: idOf(`customer ${index}`),
        clinic_id: idOf(each.clinic),
        number: `X${index}`,
        name: 'A customer',
      },
      ...{
        name_pinyin: '',
        name_initials: '',
        gender: 'unknown',
        has_influence: false,
        birthday_calendar: 'solar',
      },
      ...{
        grade: each.grade,
        class_code: each.classCode,
        refuses_contact: each.refuses,
        is_frozen: each.isFrozen,
      },
      ...{ deceased_on: each.isGone ? '2014-01-01' : null, updated_at: ctx.now, ...made },
      ...Object.fromEntries(
        ['owner_id', 'web_consultant_id', 'doctor_id'].map((column, at) => [
          column,
          each.owners[at] === null ? null : idOf(`staff ${each.owners[at]}`),
        ]),
      ),
    })),
  );
  await insert(
    'visits',
    visits.map(({ name, of, clinic, day, time, kind, isDischarge }) => {
      const closed_at = instantAt(`${day}T${time}`, zoneOf(clinic));
      return {
        ...{
          id: idOf(name),
          clinic_id: idOf(clinic),
          customer_id: idOf(`customer ${of}`),
          ...{ kind, is_discharge: isDischarge, state: 'closed' },
        },
        ...{ visited_on: day, opened_at: closed_at, closed_at, import_batch_id: batchId, ...made },
      };
    }),
  );
  await insert(
    'treatments',
    visits.flatMap(({ name, of, treatments }) =>
      treatments.map(({ category, team, finishes }, position) => ({
        ...{
          id: newId(),
          visit_id: idOf(name),
          customer_id: idOf(`customer ${of}`),
          category,
          name: category,
        },
        ...{ team_id: team && idOf(team), finishes_course: finishes, position },
      })),
    ),
  );
  return {
    batchId,
    clinics: clinics.map((name) => ({ id: idOf(name), zone: zoneOf(name) })),
    visitIds: visits.map(({ name }) => idOf(name)),
    months: [...new Set(visits.map((visit) => monthOf(visit.day)))],
    openAt: world.openAt
      ? instantAt(`${dayOf(world, world.openAt[0])}T${world.openAt[1]}`, 'Asia/Shanghai')
      : undefined,
  };
}

function calendarOf(world: World, calendar: World['calendars'][number]): ClinicCalendar | null {
  if (calendar === null) return null;
  const days = (all: typeof calendar.openOn) => all.map((day) => dayOf(world, day));
  return { ...calendar, openOn: days(calendar.openOn), closedOn: days(calendar.closedOn) };
}

async function publish(
  ctx: TransactionContext,
  world: World,
  { steps, event, teams, place, from, until, ...rest }: World['protocols'][number],
  index: number,
  idOf: (name: string) => string,
): Promise<void> {
  const [base] = standard('surgery').steps;
  const placed = place === 'clinic' ? { clinicId: idOf('first') } : place && { teamId: idOf('one') };
  const trigger = { event, teamIds: teams?.map(idOf), ...rest };
  const definition = ProtocolDefinition.parse({
    ...{ ...standard('surgery'), code: `made-${index}`, trigger },
    steps: steps.map(({ isCountedFromAbove, ...own }, at) => ({
      ...{ ...base!, ...own, key: place === null ? `step-${at}` : `added-${at}` },
      from: isCountedFromAbove && at > 0 && steps[0]!.window.kind !== 'repeat' ? firstKey(place) : undefined,
    })),
  });
  const points = [from, until].map(
    (each) => each && instantAt(`${dayOf(world, each)}T00:00`, 'Asia/Shanghai'),
  );
  const [effective, retired] = points.every((each) => each !== null) ? points.sort() : points;
  const id = idOf(`protocol ${index}`);
  await insertProtocolVersion(ctx, {
    ...{ id, code: definition.code, version: 1, definition, note: null, effectiveFrom: effective ?? null },
    ...{ place: placed, addsTo: placed && 'made-0', movesPlans: false },
  });
  await ctx.db
    .updateTable('protocol_versions')
    .set({ retired_at: retired ?? null })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

const firstKey = (place: string | null) => (place === null ? 'step-0' : 'added-0');
