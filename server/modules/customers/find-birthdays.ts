import { addDays, daysBetween } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { nextBirthday } from '#domain/followups/birthday.ts';
import type { Birthday } from '#domain/followups/birthday.ts';
import { lunarCalendar } from '#server/platform/china-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectBirthdays, selectBornBetween } from './birthdays-store.ts';
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
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => addDays(from, ahead));
  const daysOfYear = new Set(days.map((day) => Number(day.slice(5, 7)) * 100 + Number(day.slice(8))));
  // In common years, who was born on the 29th is wished well on the 28th.
  if (daysOfYear.has(228)) daysOfYear.add(229);
  const rows = await selectBirthdays(ctx, { daysOfYear: [...daysOfYear] });
  return rows.map((row) => comingAfter(row, from)).filter(({ on }) => on <= to);
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
