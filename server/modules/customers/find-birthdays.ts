import { addDays, daysBetween } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { birthdaysBetween, nextBirthday } from '#domain/followups/birthday.ts';
import type { Birthday } from '#domain/followups/birthday.ts';
import { lunarCalendar } from '#server/platform/china-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectBirthDates, selectBirthdays, selectBornBetween } from './birthdays-store.ts';
import type { BirthdayRow, BornBetween } from './birthdays-store.ts';

export interface ComingBirthday extends Birthday {
  customerId: string;
  clinicId: string;
}

/** Whose birthday comes between a day and another, both included; of those who live and are still here. */
export async function findBirthdays(
  ctx: TransactionContext,
  from: CalendarDate,
  to: CalendarDate,
): Promise<ComingBirthday[]> {
  const rows = await selectBirthdays(ctx, { daysOfYear: daysOfYearBetween(from, to) });
  return rows.map((row) => comingAfter(row, from)).filter(({ on }) => on <= to);
}

/** A date of birth and the calendar its birthday is kept by, with a day on which it is. */
export interface KeptBirthday extends Pick<BirthdayRow, 'birthday' | 'calendar'> {
  on: CalendarDate;
}

/** Which dates of birth have a birthday between two days, and when: for who counts many customers. */
export async function findKeptBirthdays(
  ctx: TransactionContext,
  from: CalendarDate,
  to: CalendarDate,
): Promise<KeptBirthday[]> {
  const dates = await selectBirthDates(ctx, daysOfYearBetween(from, to));
  return dates.flatMap(({ birthday, calendar }) =>
    birthdaysBetween(birthday, calendar, { from, to }, lunarCalendar).map((on) => ({
      birthday,
      calendar,
      on,
    })),
  );
}

function daysOfYearBetween(from: CalendarDate, to: CalendarDate): number[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => addDays(from, ahead));
  const daysOfYear = new Set(days.map((day) => Number(day.slice(5, 7)) * 100 + Number(day.slice(8))));
  // In common years, who was born on the 29th is wished well on the 28th.
  if (daysOfYear.has(228)) daysOfYear.add(229);
  return [...daysOfYear];
}

/** One customer's next birthday; null where none is known, or none comes any more. */
export async function findBirthdayOf(
  ctx: TransactionContext,
  customerId: string,
  from: CalendarDate,
): Promise<ComingBirthday | null> {
  const [row] = await selectBirthdays(ctx, { customerId });
  return row ? comingAfter(row, from) : null;
}

/** Who was born in one of these times and can be asked something; for a verb of the clock. */
export function findBornBetween(
  ctx: TransactionContext,
  times: readonly { from: CalendarDate; to: CalendarDate }[],
): Promise<BornBetween[]> {
  return selectBornBetween(ctx, times);
}

function comingAfter({ id, clinicId, birthday, calendar }: BirthdayRow, from: CalendarDate): ComingBirthday {
  return { customerId: id, clinicId, ...nextBirthday(birthday, calendar, from, lunarCalendar) };
}
