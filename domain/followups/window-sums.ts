import { addHours, millisecondsOf } from '#domain/base/time.ts';
import type { Step, WindowRule } from './protocol.ts';

/**
 * A window as plain sums over an event's moment and day, so that a database can work out a million of them: the same
 * figures as `windowOf`, in the order in which they are added.
 */
export interface WindowSums {
  occurrence: number;
  /** Of a window of hours: from the event's moment on; null where it is counted in days. */
  opensAfterMs: number | null;
  dueAfterMs: number | null;
  /** Counted from the first of the event's month, not from its day. */
  fromMonth: boolean;
  months: number;
  days: number;
  /** How many days before the due day it opens; `afterEvent`: not before the event. */
  leadDays: number;
  afterEvent: boolean;
}

const none = { opensAfterMs: null, dueAfterMs: null, fromMonth: false, months: 0, days: 0, leadDays: 0 };

/** Null where it takes more than sums: a step that is counted from when another one is due. */
export function sumsOf(step: Pick<Step, 'window' | 'from'>): WindowSums[] | null {
  if (step.from !== undefined) return null;
  const times = step.window.kind === 'repeat' ? step.window.times : 1;
  return Array.from({ length: times }, (_, index) => sumOf(step.window, index + 1));
}

function sumOf(rule: WindowRule, occurrence: number): WindowSums {
  const of = (sums: Partial<WindowSums>) => ({ ...none, afterEvent: true, occurrence, ...sums });
  switch (rule.kind) {
    case 'after':
      return of({ opensAfterMs: inMilliseconds(rule.opensHours), dueAfterMs: inMilliseconds(rule.dueHours) });
    case 'days':
      return of({
        days: rule.dueDay,
        leadDays: rule.dueDay - rule.opensDay,
        afterEvent: rule.opensDay >= 0,
      });
    case 'months':
      return of({ months: rule.dueMonth, leadDays: rule.leadDays });
    case 'next-month':
      return of({
        fromMonth: true,
        months: 1,
        days: rule.before - 2,
        leadDays: rule.before - 2,
        afterEvent: false,
      });
    case 'repeat': {
      const count = rule.every * (rule.first + occurrence - 1);
      return of({ [rule.unit === 'day' ? 'days' : 'months']: count, leadDays: rule.leadDays });
    }
  }
}

/** As `addHours` rounds it for moments of our time. */
function inMilliseconds(hours: number): number {
  return millisecondsOf(addHours(anyMoment, hours)) - millisecondsOf(anyMoment);
}

const anyMoment = '2020-01-01T00:00:00.000Z';
