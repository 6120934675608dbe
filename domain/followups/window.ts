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
import type { Instant, TimeZone } from '#domain/base/time.ts';
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
export function windowOf(rule: WindowRule, eventAt: Instant, zone: TimeZone): Window {
  const day = dayAt(eventAt, zone);
  switch (rule.kind) {
    case 'after': {
      const dueAt = addHours(eventAt, rule.dueHours);
      return { opensAt: addHours(eventAt, rule.opensHours), dueAt, closesAt: dueAt };
    }
    case 'days': {
      const dueAt = endOfDay(addDays(day, rule.dueDay), zone);
      return {
        opensAt: laterOf(eventAt, startOfDay(addDays(day, rule.opensDay), zone)),
        dueAt,
        closesAt: dueAt,
      };
    }
    case 'months': {
      const dueDay = addMonths(day, rule.dueMonth);
      const dueAt = endOfDay(dueDay, zone);
      return {
        opensAt: laterOf(eventAt, startOfDay(addDays(dueDay, -rule.leadDays), zone)),
        dueAt,
        closesAt: dueAt,
      };
    }
    case 'next-month': {
      const first = firstOfMonth(nextMonth(monthOf(day)));
      const dueAt = endOfDay(addDays(first, rule.before - 2), zone);
      return { opensAt: startOfDay(first, zone), dueAt, closesAt: dueAt };
    }
  }
}

export function isStillOpen(window: Window, now: Instant): boolean {
  return now <= window.closesAt;
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
