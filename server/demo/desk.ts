import type { Instant } from '#domain/base/time.ts';
import { millisecondsOf } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import { dayMs, dayOf } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import type { Dice } from './dice.ts';

const hourMs = 3_600_000;
const slotMs = 4 * 60_000;

/** Calls are made from nine to twelve and from half past one to half past seven. */
const shifts: readonly [number, number][] = [
  [9, 12],
  [13.5, 19.5],
];

/** The share of calls made after their window; of the windows that closed since yesterday more, for a list with red on it. */
const lateShare = 0.035;
const lateSinceYesterdayShare = 0.22;

/** Who calls, and when: nobody makes two calls at once. */
export interface Desk {
  /** When somebody gets round to a call that may be made from `opens` and should be made by `closes`. */
  momentIn(opens: Instant, closes: Instant, dice: Dice): number;
  /** A while after a moment, within the hours of calling. */
  momentAfter(atMs: number, hours: [number, number], dice: Dice): number;
  /** The next free minutes of that person from that moment on. */
  take(staffId: string, atMs: number): number;
  /** The one who holds it, or a colleague who steps in. */
  callerFor(assigneeId: string | null, role: Role, clinic: number, dice: Dice): string;
}

export function deskOf(chain: Chain, calendar: Calendar): Desk {
  const taken = new Map<string, Set<number>>();
  const roleOf = new Map(chain.staff.map((each) => [each.id, each.role]));
  const colleagues = new Map<string, string[]>();

  const lateBy = (closesMs: number): number =>
    closesMs < calendar.nowMs && closesMs > calendar.nowMs - 1.4 * dayMs
      ? lateSinceYesterdayShare
      : lateShare;

  const within = (spans: readonly [number, number][], share: number): number | null => {
    let left = spans.reduce((sum, [from, to]) => sum + to - from, 0) * share;
    for (const [from, to] of spans) {
      if (left < to - from) return from + left;
      left -= to - from;
    }
    return null;
  };

  const desk: Desk = {
    momentIn(opens, closes, dice) {
      const opensMs = millisecondsOf(opens);
      const closesMs = millisecondsOf(closes);
      const roll = dice.roll();
      if (!dice.happens(lateBy(closesMs))) {
        const share = roll ** hasteFor((closesMs - opensMs) / dayMs);
        const moment = within(spansIn(calendar, opensMs, closesMs), share);
        if (moment !== null) return moment;
      }
      const late = spansIn(calendar, closesMs, closesMs + 1.6 * dayMs);
      return within(late, roll) ?? nextOpen(calendar, closesMs);
    },
    momentAfter(atMs, [from, to], dice) {
      const moment = atMs + (from + (to - from) * dice.roll()) * hourMs;
      // Who comes back from a break or in the morning does not begin with this very call.
      const spans = spansIn(calendar, moment, moment + 3 * dayMs);
      return within(spans, 0.04 * dice.roll()) ?? nextOpen(calendar, moment);
    },
    take(staffId, atMs) {
      const day = `${staffId} ${dayOf(calendar, atMs)}`;
      let slots = taken.get(day);
      if (!slots) taken.set(day, (slots = new Set()));
      let slot = Math.ceil(atMs / slotMs);
      while (slots.has(slot)) slot += 1;
      const openMs = nextOpen(calendar, slot * slotMs);
      // Full until the end of the shift: the first free minutes of the next.
      if (openMs !== slot * slotMs) return desk.take(staffId, openMs);
      slots.add(slot);
      return openMs + ((slot * 7) % 50) * 1000;
    },
    callerFor(assigneeId, role, clinic, dice) {
      if (assigneeId !== null && !dice.happens(0.05)) return assigneeId;
      const sought = assigneeId === null ? role : roleOf.get(assigneeId)!;
      const key = `${sought} ${clinic}`;
      let ids = colleagues.get(key);
      if (!ids) colleagues.set(key, (ids = colleaguesOf(chain, sought, clinic).map((each) => each.id)));
      return dice.pick(ids);
    },
  };
  return desk;
}

/**
 * Above 1 early in the window, below it late: a day is used to its end, the month's round of nine days is begun
 * at once because it is long, and what may take weeks is done when it comes up.
 */
function hasteFor(days: number): number {
  if (days <= 3) return 0.55;
  if (days <= 8.5) return 0.8;
  return days <= 10 ? 1.6 : 4;
}

/** That moment, or the next at which calls are made; beyond the calendar the moment itself. */
function nextOpen(calendar: Calendar, atMs: number): number {
  for (let day = dayOf(calendar, atMs); day < calendar.days.length; day += 1) {
    const [span] = spansIn(calendar, atMs, calendar.days[day]!.startsMs + dayMs - 1);
    if (span) return span[0];
  }
  return atMs;
}

/** The hours of calling between two moments. */
function spansIn(calendar: Calendar, fromMs: number, toMs: number): [number, number][] {
  const spans: [number, number][] = [];
  const last = Math.min(dayOf(calendar, toMs), calendar.days.length - 1);
  for (let day = dayOf(calendar, fromMs); day <= last; day += 1) {
    const { startsMs, busyness } = calendar.days[day]!;
    if (busyness === 0) continue;
    for (const [opens, closes] of shifts) {
      const from = Math.max(fromMs, startsMs + opens * hourMs);
      const to = Math.min(toMs, startsMs + closes * hourMs);
      if (from < to) spans.push([from, to]);
    }
  }
  return spans;
}
