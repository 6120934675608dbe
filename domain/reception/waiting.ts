import { addMinutes, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import { stageBefore } from './stage.ts';
import type { Stage } from './stage.ts';

/** The figures of waiting (E5); each is the clinic's own. */
export interface WaitingRules {
  lateCallMinutes: number;
  lateRecordMinutes: number;
  waitFirstMinutes: number;
  waitReturnMinutes: number;
  wordEveryMinutes: number;
  aloneMinutes: number;
}

/** A card, as far as it decides who waits for what. */
export interface Waiter {
  id: string;
  stage: Stage;
  kind: VisitKind;
  doctorId: string | null;
  startsAt: Instant | null;
  arrivedAt: Instant | null;
  waitingAt: Instant | null;
  inTreatmentAt: Instant | null;
  /** How long they are treated, as booked. */
  minutes: number;
  /** When somebody was with them last while they wait. */
  lastWordAt: Instant | null;
}

/** The same, and when somebody late was called, as far as it is on record. */
export interface Watched extends Waiter {
  calledAt: Instant | null;
}

const minutesBetween = (earlier: Instant, later: Instant): number =>
  (millisecondsOf(later) - millisecondsOf(earlier)) / 60_000;

/** Since when somebody waits: from the door on; who was treated in between, since they came back. Null: they do not. */
export function waitsSince(card: Waiter): Instant | null {
  if (card.stage === 'arrived') return card.arrivedAt;
  if (card.stage !== 'waiting') return null;
  return card.inTreatmentAt === null ? card.arrivedAt : card.waitingAt;
}

export function targetMinutes(kind: VisitKind, rules: WaitingRules): number {
  return kind === 'first' ? rules.waitFirstMinutes : rules.waitReturnMinutes;
}

/** How full the ring is: 1 at the target, more above it. Null: nobody waits. */
export function shareOfTarget(card: Waiter, now: Instant, rules: WaitingRules): number | null {
  const since = waitsSince(card);
  return since === null ? null : Math.max(0, minutesBetween(since, now)) / targetMinutes(card.kind, rules);
}

/** When the next word about the wait is due. */
export function nextWordAt(card: Waiter, rules: WaitingRules): Instant | null {
  const since = waitsSince(card);
  if (since === null) return null;
  const last = card.lastWordAt !== null && card.lastWordAt > since ? card.lastWordAt : since;
  return addMinutes(last, rules.wordEveryMinutes);
}

/**
 * How long somebody still waits, from who is before them at the same doctor: what is left of the one in the chair,
 * and the booked minutes of each who has waited longer. Null where no doctor is known.
 */
export function predictWait(card: Waiter, all: readonly Waiter[], now: Instant): number | null {
  const since = waitsSince(card);
  if (since === null || card.doctorId === null) return null;
  const others = all.filter((other) => other.id !== card.id && other.doctorId === card.doctorId);
  const before = others.filter((other) => {
    const theirs = waitsSince(other);
    return theirs !== null && (theirs < since || (theirs === since && other.id < card.id));
  });
  return Math.round(minutesInChair(others, now) + before.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** Minutes of work before a newcomer at a doctor. */
export function minutesAhead(doctorId: string, all: readonly Waiter[], now: Instant): number {
  const theirs = all.filter((card) => card.doctorId === doctorId);
  const waiting = theirs.filter((card) => waitsSince(card) !== null);
  return Math.round(minutesInChair(theirs, now) + waiting.reduce((sum, { minutes }) => sum + minutes, 0));
}

function minutesInChair(cards: readonly Waiter[], now: Instant): number {
  return cards
    .filter(({ stage, inTreatmentAt }) => stage === 'in-treatment' && inTreatmentAt !== null)
    .reduce((sum, card) => sum + Math.max(0, card.minutes - minutesBetween(card.inTreatmentAt!, now)), 0);
}

/** What the desk must answer, by what it is about. */
export const alertKinds = ['late-call', 'alone', 'word-due', 'over-target'] as const;
export interface Alert {
  cardId: string;
  kind: (typeof alertKinds)[number];
  /** When it had to be answered. */
  dueAt: Instant;
}

/** What must be answered now, what has been due longest first; of two at once who waits for their first visit. */
export function alertsOf(cards: readonly Watched[], now: Instant, rules: WaitingRules): Alert[] {
  const order = new Map(cards.map((card) => [card.id, card.kind === 'first' ? 0 : 1]));
  return cards
    .flatMap((card) => alertsOfOne(card, now, rules))
    .filter(({ dueAt }) => dueAt <= now)
    .sort(
      (one, other) =>
        one.dueAt.localeCompare(other.dueAt) ||
        order.get(one.cardId)! - order.get(other.cardId)! ||
        alertKinds.indexOf(one.kind) - alertKinds.indexOf(other.kind) ||
        one.cardId.localeCompare(other.cardId),
    );
}

function alertsOfOne(card: Watched, now: Instant, rules: WaitingRules): Alert[] {
  const cardId = card.id;
  const isBooked = card.stage === 'expected' || card.stage === 'late';
  if (isBooked && card.startsAt !== null && card.calledAt === null) {
    const isLate = stageBefore({ startsAt: card.startsAt }, now, rules) === 'late';
    const dueAt = addMinutes(card.startsAt, rules.lateCallMinutes);
    return isLate ? [{ cardId, kind: 'late-call', dueAt }] : [];
  }
  const since = waitsSince(card);
  if (since === null) return [];
  const isAlone = card.kind === 'first' && (card.lastWordAt === null || card.lastWordAt < since);
  const aloneAt = addMinutes(since, rules.aloneMinutes);
  const wordAt = nextWordAt(card, rules)!;
  const overAt = addMinutes(since, targetMinutes(card.kind, rules));
  return [
    // Who is gone to because they were alone is told the wait as well: one alert, not two.
    ...(isAlone ? [{ cardId, kind: 'alone', dueAt: aloneAt } as const] : []),
    ...(isAlone ? [] : [{ cardId, kind: 'word-due', dueAt: wordAt } as const]),
    ...(now >= overAt ? [{ cardId, kind: 'over-target', dueAt: overAt } as const] : []),
  ];
}

/** A word about the wait, and how long it really took from then on; null while they still wait. */
export interface ToldWait {
  toldMinutes: number | null;
  predictedMinutes: number | null;
  actualMinutes: number | null;
}

/** By how much what was said was too short; less than nothing: they waited less than they were told. */
export function offBy({ toldMinutes, predictedMinutes, actualMinutes }: ToldWait): {
  told: number | null;
  predicted: number | null;
} {
  const off = (said: number | null) =>
    said === null || actualMinutes === null ? null : actualMinutes - said;
  return { told: off(toldMinutes), predicted: off(predictedMinutes) };
}

export interface WaitAccuracy {
  /** Words whose wait is over and that named a time. */
  told: { count: number; meanOff: number | null };
  predicted: { count: number; meanOff: number | null };
}

/** How far off what was told and what was predicted were, in minutes on the average. */
export function accuracyOf(words: readonly ToldWait[]): WaitAccuracy {
  const mean = (of: 'told' | 'predicted') => {
    const all = words.map((word) => offBy(word)[of]).filter((off) => off !== null);
    const sum = all.reduce((total, off) => total + Math.abs(off), 0);
    return { count: all.length, meanOff: all.length === 0 ? null : Math.round((sum / all.length) * 10) / 10 };
  };
  return { told: mean('told'), predicted: mean('predicted') };
}
