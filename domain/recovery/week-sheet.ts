import { addDays, dayAt, hoursBetween, mondayOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { CaseState, Closing } from './recovery-case.ts';
import type { RecoveryRules } from './recovery-rules.ts';

/** A case as the week's sheet counts it. */
export interface CountedCase {
  state: CaseState;
  openedAt: Instant;
  closedAt: Instant | null;
  closing: Closing | null;
  cause: string | null;
  doctorId: string | null;
  firstScore: number | null;
  secondScore: number | null;
}

/** What was changed because of a cause, in the week it was written down. */
export interface Lesson {
  id: string;
  cause: string;
  week: CalendarDate;
  changed: string;
  byName: string;
}

export interface CauseOfWeek {
  cause: string;
  /** Cases of this cause opened in the week, and in the weeks before it that count as a repeat. */
  cases: number;
  before: number;
  lessons: (Lesson & { repeats: number; weeksSince: number })[];
}

export interface WeekFigures {
  opened: number;
  closed: number;
  /** Of the closed: by the customer's own word, and in time. */
  withWord: number;
  inTime: number;
  /** Cases with both scores, and what the second is above the first on average. */
  scored: number;
  uplift: number | null;
  /** No cause is named yet. */
  withoutCause: number;
  causes: CauseOfWeek[];
  /** Of what was closed in the week and in the weeks before it. */
  uplifts: { cause: Uplift[]; doctor: Uplift[] };
}

/** What the second score is above the first on average, told apart by cause or doctor; null is where nobody knows. */
export interface Uplift {
  key: string | null;
  scored: number;
  uplift: number;
}

/**
 * What the cases of a week teach (D6): how many, what they go back to, what was changed because of it, and whether the
 * same cause came again within the weeks in which that counts as a repeat. `lessons` are those of the causes at hand.
 */
export function weekFigures(
  cases: readonly CountedCase[],
  lessons: readonly Lesson[],
  week: CalendarDate,
  zone: TimeZone,
  rules: Pick<RecoveryRules, 'repeatWeeks' | 'resolveHours'>,
): WeekFigures {
  const counted = cases.filter(({ state }) => state !== 'withdrawn');
  const weekOf = (instant: Instant) => mondayOf(dayAt(instant, zone));
  const opened = counted.filter(({ openedAt }) => weekOf(openedAt) === week);
  const closed = counted.filter(
    ({ state, closedAt }) => state === 'closed' && closedAt !== null && weekOf(closedAt) === week,
  );
  const scored = closed.filter(({ firstScore, secondScore }) => firstScore !== null && secondScore !== null);
  const from = addDays(week, -7 * rules.repeatWeeks);
  const settled = counted.filter(
    ({ state, closedAt }) =>
      state === 'closed' && closedAt !== null && weekOf(closedAt) >= from && weekOf(closedAt) <= week,
  );
  const ofCause = (cause: string, after: CalendarDate, until: CalendarDate) =>
    counted.filter((each) => {
      const own = weekOf(each.openedAt);
      return each.cause === cause && own >= after && own < until;
    }).length;
  const lastLessons = lessons.filter((lesson) => lesson.week >= from && lesson.week <= week);
  const causes = new Set([
    ...opened.flatMap(({ cause }) => cause ?? []),
    ...lastLessons.map(({ cause }) => cause),
  ]);
  return {
    opened: opened.length,
    closed: closed.length,
    withWord: closed.filter(({ closing }) => closing === 'customer-word').length,
    inTime: closed.filter(({ openedAt, closedAt }) => hoursBetween(openedAt, closedAt!) <= rules.resolveHours)
      .length,
    scored: scored.length,
    uplift: upliftsBy(closed, () => null)[0]?.uplift ?? null,
    uplifts: {
      cause: upliftsBy(settled, ({ cause }) => cause),
      doctor: upliftsBy(settled, ({ doctorId }) => doctorId),
    },
    withoutCause: opened.filter(({ cause }) => cause === null).length,
    causes: [...causes]
      .map((cause) => ({
        cause,
        cases: opened.filter((each) => each.cause === cause).length,
        before: ofCause(cause, from, week),
        lessons: lastLessons
          .filter((lesson) => lesson.cause === cause)
          .map((lesson) => ({
            ...lesson,
            // What came in the week itself came before the change, or while it was made.
            repeats: ofCause(cause, addDays(lesson.week, 7), addDays(week, 7)),
            weeksSince: weeksBetween(lesson.week, week),
          })),
      }))
      .sort((a, b) => b.cases - a.cases || b.before - a.before || (a.cause < b.cause ? -1 : 1)),
  };
}

/** Where most cases are first: there the average says most. */
function upliftsBy(cases: readonly CountedCase[], keyOf: (counted: CountedCase) => string | null): Uplift[] {
  const scored = cases.filter(({ firstScore, secondScore }) => firstScore !== null && secondScore !== null);
  return [...new Set(scored.map(keyOf))]
    .map((key) => {
      const own = scored.filter((each) => keyOf(each) === key);
      const rise = own.reduce((sum, { firstScore, secondScore }) => sum + secondScore! - firstScore!, 0);
      return { key, scored: own.length, uplift: Math.round((rise / own.length) * 10) / 10 };
    })
    .sort((a, b) => b.scored - a.scored || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function weeksBetween(earlier: CalendarDate, later: CalendarDate): number {
  let weeks = 0;
  for (let week = earlier; week < later; week = addDays(week, 7)) weeks += 1;
  return weeks;
}
