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
const lateOfLateShare = 0.17;

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
    closesMs < calendar.nowMs && closesMs > calendar.nowMs - 1.4 * dayMs ? lateOfLateShare : lateShare;

  const within = (spans: readonly [number, number][], share: number): number | null => {
    let left = spans.reduce((sum, [from, to]) => sum + to - from, 0) * share;
    for (const [from, to] of spans) {
      if (left < to - from) return from + left;
      left -= to - from;
    }
    return null;
  };

  return {
    momentIn(opens, closes, dice) {
      const opensMs = millisecondsOf(opens);
      const closesMs = millisecondsOf(closes);
      const roll = dice.roll();
      if (!dice.happens(lateBy(closesMs))) {
        // A long window is not left to its last day, and one of weeks is seen to soon.
        const share =
          roll ** (closesMs - opensMs > 10 * dayMs ? 4 : closesMs - opensMs > 3 * dayMs ? 1.6 : 1);
        const moment = within(spansIn(calendar, opensMs, closesMs), share);
        if (moment !== null) return moment;
      }
      return within(spansIn(calendar, closesMs, closesMs + 1.6 * dayMs), roll) ?? closesMs + dayMs;
    },
    momentAfter(atMs, [from, to], dice) {
      const moment = atMs + (from + (to - from) * dice.roll()) * hourMs;
      // Who comes back from a break or in the morning does not begin with this very call.
      const spans = spansIn(calendar, moment, moment + 3 * dayMs);
      return within(spans, 0.04 * dice.roll()) ?? moment;
    },
    take(staffId, atMs) {
      const day = `${staffId} ${dayOf(calendar, atMs)}`;
      let slots = taken.get(day);
      if (!slots) taken.set(day, (slots = new Set()));
      let slot = Math.ceil(atMs / slotMs);
      while (slots.has(slot)) slot += 1;
      slots.add(slot);
      return slot * slotMs + (atMs % 50_000);
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
