import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { mayEnterLate } from '#domain/base/late-entry.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** Where somebody is who has come, in the order of a usual visit. */
export const visitStages = ['arrived', 'waiting', 'in-treatment', 'checkout', 'gone'] as const;
export type VisitStage = (typeof visitStages)[number];

/** The columns of the board: before somebody comes they are expected, and then late. */
export const stages = ['expected', 'late', ...visitStages] as const;
export type Stage = (typeof stages)[number];

/** What says when a stage was last entered. */
export const timeOf = {
  arrived: 'arrivedAt',
  waiting: 'waitingAt',
  'in-treatment': 'inTreatmentAt',
  checkout: 'checkoutAt',
  gone: 'goneAt',
} as const satisfies Record<VisitStage, string>;

/** From the chair back to the waiting room, as after an X-ray, or from the desk back to the chair, is a usual way too. */
const mayFollow: Record<VisitStage, readonly VisitStage[]> = {
  arrived: ['waiting', 'in-treatment', 'checkout', 'gone'],
  waiting: ['in-treatment', 'checkout', 'gone'],
  'in-treatment': ['waiting', 'checkout', 'gone'],
  checkout: ['waiting', 'in-treatment', 'gone'],
  gone: [],
};

/** Who leaves without having been through the checkout leaves for a reason that somebody asks about later. */
export function mayMove(from: VisitStage, to: VisitStage, reason: string | null): Decision {
  if (!mayFollow[from].includes(to)) return no('stage-does-not-follow');
  if (to === 'gone' && from !== 'checkout' && !reason) return no('reason-missing');
  return yes;
}

/** Who has not been in the chair may turn out to be somebody else; after that somebody was treated. */
export function mayUndoArrival(reception: { stage: VisitStage; inTreatmentAt: Instant | null }): Decision {
  const isUntouched = reception.inTreatmentAt === null && ['arrived', 'waiting'].includes(reception.stage);
  return isUntouched ? yes : no('treated-already');
}

/** Of a step that is entered after it was taken: not before the stage it leaves began, and not ahead of the clock. */
export function mayHaveMoved(at: Instant, since: Instant, now: Instant): Decision {
  return at < since ? no('before-the-stage') : mayEnterLate(at, now);
}

/** Where a step leads on one's own board without thinking: the next stage of a usual visit. */
export function nextStage(from: VisitStage): VisitStage | null {
  return visitStages[visitStages.indexOf(from) + 1] ?? null;
}

/** E2: at the minute the desk is told to call, who is expected is late. */
export function stageBefore(
  appointment: { startsAt: Instant },
  now: Instant,
  rules: { lateCallMinutes: number },
): 'expected' | 'late' {
  return now >= addMinutes(appointment.startsAt, rules.lateCallMinutes) ? 'late' : 'expected';
}
