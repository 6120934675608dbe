import { addDays, addHours, dayAt, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { CaseStep } from './recovery-case.ts';
import type { RecoveryRules } from './recovery-rules.ts';
import type { Gravity } from './sign.ts';

/** Who watches a case beside its owner: nobody yet, the department, the customer service supervisor, the leadership. */
export const levels = ['owner', 'department', 'supervisor', 'leadership'] as const;
export type Level = (typeof levels)[number];

/** What of a case the clock runs by. */
export interface CaseClock {
  step: CaseStep;
  /** The first sign, or the reopening. */
  startedAt: Instant;
  stepSince: Instant;
  /** The end of the working day a formal complaint is answered by; null where none was made. */
  formalDueAt: Instant | null;
}

/** When the whole of it breaks. */
export function resolveBy(
  { startedAt }: Pick<CaseClock, 'startedAt'>,
  rules: Pick<RecoveryRules, 'resolveHours'>,
): Instant {
  return addHours(startedAt, rules.resolveHours);
}

/** When the step breaks: by its own hours, and never after the whole. */
export function stepDueAt(clock: CaseClock, rules: RecoveryRules): Instant {
  const whole = resolveBy(clock, rules);
  if (clock.step === 'customer') return whole;
  const hours = clock.step === 'doctor' ? rules.answerHours : rules.confirmHours;
  return earlier(addHours(clock.stepSince, hours), whole);
}

/** What breaks next of a case: its step, or the written answer of a formal complaint. */
export function breaksAt(clock: CaseClock, rules: RecoveryRules): Instant {
  const step = stepDueAt(clock, rules);
  return clock.formalDueAt === null ? step : earlier(step, clock.formalDueAt);
}

/**
 * How far up a case stands at `now`. What may become a complaint is with the department and the supervisor at once,
 * a special one with the leadership. Of the others the next level hears before a limit breaks, and takes it over when
 * it does; what is not settled in time ends with the leadership.
 */
export function levelAt(gravity: Gravity, clock: CaseClock, rules: RecoveryRules, now: Instant): Level {
  const reached: Level[] = [atOnce[gravity]];
  const soon = (limit: Instant) => now >= addHours(limit, -rules.remindHours);
  const step = stepDueAt(clock, rules);
  const whole = resolveBy(clock, rules);
  if (soon(step)) reached.push('department');
  if (now >= step || soon(whole)) reached.push('supervisor');
  if (now >= whole) reached.push('leadership');
  if (clock.formalDueAt !== null && soon(clock.formalDueAt)) reached.push('leadership');
  return reached.reduce(higher);
}

const atOnce: Record<Gravity, Level> = {
  ordinary: 'owner',
  'likely-complaint': 'supervisor',
  special: 'leadership',
};

export function higher(one: Level, other: Level): Level {
  return levels.indexOf(one) >= levels.indexOf(other) ? one : other;
}

/**
 * The end of the last working day of a formal complaint: the day it was made is not counted. `isWorkingDay` is the
 * clinic's calendar with its holidays and the days that make up for them.
 */
export function formalDueAt(
  madeAt: Instant,
  days: number,
  isWorkingDay: (day: CalendarDate) => boolean,
  zone: TimeZone,
): Instant {
  let day = dayAt(madeAt, zone);
  let left = days;
  // Nobody is closed for a year: the limit keeps a calendar without a working day from running for ever.
  for (let ahead = 0; left > 0 && ahead < 366; ahead += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return endOfDay(day, zone);
}

/** Of a case opened anew: a formal complaint's limit runs on; one that passed was kept or broken before. */
export function formalDueAnew(formalDueAt: Instant | null, now: Instant): Instant | null {
  return formalDueAt !== null && formalDueAt > now ? formalDueAt : null;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
