import dayjs, { type Dayjs } from 'dayjs';
import {
  millisecondsOf,
  type CalendarDate,
  type Instant,
  type TimeZone,
  type WallTime,
} from '#domain/base/time.ts';
import { dateWords } from './date-words.ts';
import { useTimeZone } from './me.ts';
import { useLanguage, useWords, type Language } from './words.ts';

/** The only place that turns a date into text. A zone is always named; the browser's own is never used. */

const styles = {
  dateTime: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  shortDateTime: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  shortDay: { month: 'short', day: 'numeric' },
  shortDayWithWeekday: { month: 'short', day: 'numeric', weekday: 'short' },
  weekday: { weekday: 'short' },
  dayWithWeekday: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Style = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: Style, zone: TimeZone, language: Language): Intl.DateTimeFormat {
  const key = `${style} ${zone} ${language}`;
  const known = formats.get(key);
  if (known) return known;
  // British English: day before month, and 24 hours, as on the clinic's wall.
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    ...styles[style],
    timeZone: zone,
  });
  formats.set(key, made);
  return made;
}

export function showInstant(instant: Instant, style: Style, zone: TimeZone, language: Language): string {
  return format(style, zone, language).format(millisecondsOf(instant));
}

/** A day has no zone; it is shown as it stands. */
export function showDay(day: CalendarDate, style: Style, language: Language): string {
  return format(style, 'UTC', language).format(Date.parse(`${day}T00:00:00Z`));
}

export interface Span {
  unit: 'minutes' | 'hours' | 'days';
  count: number;
}

/** A length of time in the one unit a person would say it in: minutes, from 2 hours on hours, from 2 days on days. */
export function spanOf(milliseconds: number): Span {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  if (minutes < 2 * 24 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}

/** Everything a screen says about time, in its language and in the zone of `clinicId` (else of the chosen clinic). */
export function useDates(clinicId?: string | null) {
  const language = useLanguage();
  const zone = useTimeZone(clinicId);
  const say = useWords(dateWords);
  const at = (style: Style) => (instant: Instant) => showInstant(instant, style, zone, language);

  return {
    zone,
    dateTime: at('dateTime'),
    shortDateTime: at('shortDateTime'),
    time: at('time'),
    dayOfInstant: at('day'),
    day: (day: CalendarDate) => showDay(day, 'day', language),
    shortDay: (day: CalendarDate) => showDay(day, 'shortDay', language),
    shortDayWithWeekday: (day: CalendarDate) => showDay(day, 'shortDayWithWeekday', language),
    /** 1 is Monday, 7 Sunday. */
    weekday: (weekday: number) => showDay(`2024-01-0${weekday}`, 'weekday', language),
    dayWithWeekday: (day: CalendarDate) => showDay(day, 'dayWithWeekday', language),
    wallTime: (wall: WallTime) =>
      format('dateTime', 'UTC', language).format(Date.parse(`${wall.slice(0, 16)}:00Z`)),
    /** "还剩 3 小时", "已超时 2 天". */
    windowLeft: (closesAt: Instant, now: Instant) => {
      const left = millisecondsOf(closesAt) - millisecondsOf(now);
      const { unit, count } = spanOf(left);
      return { late: left < 0, text: say(`${left < 0 ? 'late' : 'left'}.${unit}`, { count }) };
    },
    /** "3 小时前", "2 天后". */
    fromNow: (instant: Instant, now: Instant) => {
      const ahead = millisecondsOf(instant) - millisecondsOf(now);
      const { unit, count } = spanOf(ahead);
      if (unit === 'minutes' && count === 0) return say('ago.now');
      return say(`${ahead > 0 ? 'in' : 'ago'}.${unit}`, { count });
    },
  };
}

/** Date pickers speak dayjs. What they hold is a wall clock's reading, never a moment. */
export function pickedDay(picked: Dayjs): CalendarDate {
  return picked.format('YYYY-MM-DD');
}

export function pickedWallTime(picked: Dayjs): WallTime {
  return picked.format('YYYY-MM-DDTHH:mm');
}

export function pickable(wall: CalendarDate | WallTime): Dayjs {
  return dayjs(wall);
}
