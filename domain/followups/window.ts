import {
  addDays,
  addHours,
  addMonths,
  dayAt,
  endOfDay,
  firstOfMonth,
  monthOf,
  nextMonth,
  startOfDay,
} from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { WindowRule } from './protocol.ts';

/** When a followup may begin, should be done, and stops being in time. */
export interface Window {
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
}

/**
 * The window a step gives an event. Whole days are the clinic's: "within 3 days" of an operation on the
 * 1st ends with the 4th in `zone`. A month's round ends with the day before `before` (C2: "before the 10th").
 */
export function windowOf(rule: WindowRule, eventAt: Instant, zone: TimeZone, occurrence = 1): Window {
  const day = dayAt(eventAt, zone);
  switch (rule.kind) {
    case 'after': {
      const dueAt = addHours(eventAt, rule.dueHours);
      return { opensAt: addHours(eventAt, rule.opensHours), dueAt, closesAt: dueAt };
    }
    case 'days': {
      const opensAt = startOfDay(addDays(day, rule.opensDay), zone);
      const dueAt = endOfDay(addDays(day, rule.dueDay), zone);
      return { opensAt: rule.opensDay < 0 ? opensAt : laterOf(eventAt, opensAt), dueAt, closesAt: dueAt };
    }
    case 'months':
      return upTo(addMonths(day, rule.dueMonth), rule.leadDays, eventAt, zone);
    case 'next-month': {
      const first = firstOfMonth(nextMonth(monthOf(day)));
      const dueAt = endOfDay(addDays(first, rule.before - 2), zone);
      return { opensAt: startOfDay(first, zone), dueAt, closesAt: dueAt };
    }
    case 'repeat': {
      const count = rule.every * (rule.first + occurrence - 1);
      const dueDay = rule.unit === 'day' ? addDays(day, count) : addMonths(day, count);
      return upTo(dueDay, rule.leadDays, eventAt, zone);
    }
  }
}

/** All the windows of a step: one, or each time of one that repeats. */
export function windowsOf(rule: WindowRule, eventAt: Instant, zone: TimeZone): Window[] {
  const times = rule.kind === 'repeat' ? rule.times : 1;
  return Array.from({ length: times }, (_, index) => windowOf(rule, eventAt, zone, index + 1));
}

export function isStillOpen(window: Window, now: Instant): boolean {
  return now <= window.closesAt;
}

function upTo(dueDay: CalendarDate, leadDays: number, eventAt: Instant, zone: TimeZone): Window {
  const dueAt = endOfDay(dueDay, zone);
  return {
    opensAt: laterOf(eventAt, startOfDay(addDays(dueDay, -leadDays), zone)),
    dueAt,
    closesAt: dueAt,
  };
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
