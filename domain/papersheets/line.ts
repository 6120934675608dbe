import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { lateEntryHours } from '#domain/base/late-entry.ts';
import { addHours, addMinutes, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { AppointmentState, confirmations } from '#domain/appointments/appointment.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';

type Confirmation = (typeof confirmations)[number];

/** What the desk goes by when the network is down: whom to call, whom to ask whether they come, who comes. */
export const sheetKinds = ['call', 'confirmation', 'waiting'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What can be entered of a line; `not_done` says that nothing happened, and does nothing. */
export const lineResults = {
  call: ['reached', 'no_answer', 'call_back', 'refused', 'wrong_number', 'not_done'],
  confirmation: ['confirmed', 'declined', 'unreached', 'not_done'],
  waiting: ['arrived', 'missed'],
} as const satisfies Record<
  SheetKind,
  readonly (AttemptResult | Confirmation | 'arrived' | 'missed' | 'not_done')[]
>;
export type LineResult = (typeof lineResults)[SheetKind][number];

/** The first that somebody has of a day, what is new since, or all of it once more in place of what lies there. */
export const editions = ['first', 'addition', 'again'] as const;
export type Edition = (typeof editions)[number];

/** By how many of somebody's lines lie on a desk already, of all of theirs and of those that are printed now. */
export function editionOf(printed: { before: number; now: number }): Edition {
  if (printed.before === 0) return 'first';
  return printed.now === 0 ? 'addition' : 'again';
}

/** Of a day, from the minute on at which the evening's sheets are made: so long before the clinic closes. */
export function areSheetsDue(
  closesAt: Instant,
  rules: { paperMinutesBeforeClosing: number },
  now: Instant,
): boolean {
  return now >= addMinutes(closesAt, -rules.paperMinutesBeforeClosing);
}

/** A code is good until nothing of its day can be entered any more. */
export function codeExpiresAt(day: CalendarDate, zone: TimeZone): Instant {
  return addHours(endOfDay(day, zone), lateEntryHours);
}

export function mayEnterCode(day: CalendarDate, zone: TimeZone, now: Instant): Decision {
  return now <= codeExpiresAt(day, zone) ? yes : no('paper-code-expired');
}

interface Deed {
  what: LineResult;
  at: Instant | null;
  byName: string | null;
}

/**
 * How a line stands: still to be entered (perhaps tried before), entered from paper, done on the screen meanwhile, or
 * about something that is no more.
 */
export type Standing =
  | { state: 'open'; before: Deed | null }
  | ({ state: 'entered'; happenedAt: Instant | null } & Deed)
  | ({ state: 'done' } & Deed)
  | { state: 'void'; why: 'cancelled' | 'moved' | 'over' | 'ended' };

interface Entered extends Deed {
  happenedAt: Instant | null;
}

/** An appointment as the record has it now. */
export interface AppointmentNow {
  state: AppointmentState;
  startsAt: Instant;
  confirmation: Confirmation | null;
  confirmedAt: Instant | null;
  confirmedByName: string | null;
  arrivedAt: Instant | null;
  receivedByName: string | null;
}

/** `startsAt` is the hour that stands on the paper. */
export function standingOfAppointment(
  line: { kind: 'confirmation' | 'waiting'; startsAt: Instant; madeAt: Instant; entered: Entered | null },
  now: AppointmentNow,
): Standing {
  if (line.entered) return { state: 'entered', ...line.entered };
  if (now.state === 'cancelled') return { state: 'void', why: 'cancelled' };
  if (now.state === 'kept') {
    if (line.kind === 'confirmation') return { state: 'void', why: 'over' };
    return { state: 'done', what: 'arrived', at: now.arrivedAt, byName: now.receivedByName };
  }
  if (now.state === 'missed') {
    if (line.kind === 'confirmation') return { state: 'void', why: 'over' };
    return { state: 'done', what: 'missed', at: null, byName: null };
  }
  if (now.startsAt !== line.startsAt) return { state: 'void', why: 'moved' };
  if (line.kind === 'waiting' || now.confirmation === null) return { state: 'open', before: null };
  const asked = { what: now.confirmation, at: now.confirmedAt, byName: now.confirmedByName };
  // Who was not reached is asked again.
  return now.confirmation === 'unreached' ? { state: 'open', before: asked } : { state: 'done', ...asked };
}

/** The followups of a call, as the record has them now. */
export interface CallNow {
  openFollowups: number;
  lastTry: { result: AttemptResult; at: Instant; byName: string | null } | null;
}

export function standingOfCall(line: { madeAt: Instant; entered: Entered | null }, now: CallNow): Standing {
  if (line.entered) return { state: 'entered', ...line.entered };
  const tried =
    now.lastTry && now.lastTry.at > line.madeAt
      ? { what: now.lastTry.result, at: now.lastTry.at, byName: now.lastTry.byName }
      : null;
  if (now.openFollowups > 0) return { state: 'open', before: tried };
  return tried ? { state: 'done', ...tried } : { state: 'void', why: 'ended' };
}
