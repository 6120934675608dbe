import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { BirthdayCalendar } from '#domain/followups/birthday.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface BirthdayRow {
  id: string;
  clinicId: string;
  birthday: CalendarDate;
  calendar: BirthdayCalendar;
}

/** The dates on which those customers were born, each once a calendar. */
export async function selectBirthDates(
  ctx: TransactionContext,
  daysOfYear: readonly number[],
): Promise<Pick<BirthdayRow, 'birthday' | 'calendar'>[]> {
  const { rows } = await sql<Pick<BirthdayRow, 'birthday' | 'calendar'>>`
    select distinct c.birthday, c.birthday_calendar as calendar from customers c
    where c.org_id = ${ctx.orgId} and ${hasBirthday} and ${isOnOneOf(daysOfYear)}`.execute(ctx.db);
  return rows;
}

const hasBirthday = sql<boolean>`c.birthday is not null and c.merged_into is null
  and c.deceased_on is null and c.moved_away_on is null`;

function isOnOneOf(daysOfYear: readonly number[]): RawBuilder<boolean> {
  return sql`(c.birthday_calendar = 'lunar'
    or extract(month from c.birthday)::integer * 100 + extract(day from c.birthday)::integer
      = any(${[...daysOfYear]}::integer[]))`;
}

/** Customers born on one of these days of the year (312 is 12 March), with all who keep the lunar calendar; or one. */
export async function selectBirthdays(
  ctx: TransactionContext,
  which: { daysOfYear: readonly number[] } | { customerId: string },
): Promise<BirthdayRow[]> {
  const meant = 'customerId' in which ? sql`c.id = ${which.customerId}` : isOnOneOf(which.daysOfYear);
  const { rows } = await sql<BirthdayRow>`
    select c.id, c.clinic_id as "clinicId", c.birthday, c.birthday_calendar as calendar
    from customers c
    where c.org_id = ${ctx.orgId} and ${hasBirthday} and ${meant}
    order by c.id`.execute(ctx.db);
  return rows;
}

export interface BornBetween {
  id: string;
  clinicId: string;
  birthday: CalendarDate;
  ownerId: string | null;
}

/** Customers born in one of these times, the days included, who are here and want to be contacted. */
export async function selectBornBetween(
  ctx: TransactionContext,
  times: readonly { from: CalendarDate; to: CalendarDate }[],
): Promise<BornBetween[]> {
  const { rows } = await sql<BornBetween>`
    select c.id, c.clinic_id as "clinicId", c.birthday, c.owner_id as "ownerId"
    from json_to_recordset(${JSON.stringify(times)}::json) as t("from" date, "to" date)
      join customers c on c.org_id = ${ctx.orgId} and c.birthday between t."from" and t."to"
    where c.org_id = ${ctx.orgId} and c.merged_into is null and c.deceased_on is null and c.moved_away_on is null
      and not c.refuses_contact
    order by c.id`.execute(ctx.db);
  return rows;
}

export async function updateDeparture(
  ctx: TransactionContext,
  id: string,
  departure: { deceased_on: CalendarDate | null; moved_away_on: CalendarDate | null },
): Promise<void> {
  await ctx.db
    .updateTable('customers')
    .set((eb) => ({ ...departure, updated_at: ctx.now, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
