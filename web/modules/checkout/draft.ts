import type { z } from 'zod';
import { answersOf, points, type Point } from '#domain/checkout/answers.ts';
import { FinishCheckout, type CheckoutSheet } from '#domain/checkout/contract.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { Instant } from '#domain/base/time.ts';

type Sent = z.input<typeof FinishCheckout>;

/** What the desk has said so far, field by field; nothing is sent before all of it fits. */
export interface Draft {
  answers: Partial<Record<Point, string>>;
  paidNote: string;
  /** In the book already. */
  appointmentId: string | null;
  booking: { startsAt: Instant; minutes: number; doctorId: string | null; kindId: string | null } | null;
  reason: string | null;
  reasonNote: string;
  offers: {
    kind: 'product' | 'membership';
    name: string;
    answer: 'bought' | 'thinking' | 'declined' | null;
  }[];
  followup: { from: Instant; to: Instant } | null;
  matter: string;
}

/** What the record answers by itself; the rest is asked. */
export function draftOf(sheet: CheckoutSheet): Draft {
  const [next] = sheet.appointments as (Appointment | undefined)[];
  return {
    answers: {
      ...(sheet.balance.owedFen <= 0 && { paid: 'settled' }),
      ...(next && { next: 'booked' }),
      ...(sheet.isRatingAsked && { rating: 'asked' }),
      ...(sheet.follows && { account: 'already' }),
    },
    paidNote: '',
    appointmentId: next?.id ?? null,
    booking: null,
    reason: null,
    reasonNote: '',
    offers: [],
    followup: null,
    matter: '',
  };
}

/** As it is sent; undefined for a point that is not answered, or not to its end. */
export function sentOf(draft: Draft, point: Point): Sent[Point] | undefined {
  const shaped = FinishCheckout.shape[point].safeParse(raw(draft, point));
  return shaped.success && isWhole(draft, point) ? shaped.data : undefined;
}

export function openPoints(draft: Draft): Point[] {
  return points.filter((point) => sentOf(draft, point) === undefined);
}

export function finishedOf(draft: Draft): Sent | null {
  if (openPoints(draft).length > 0) return null;
  return FinishCheckout.parse(Object.fromEntries(points.map((point) => [point, raw(draft, point)])));
}

function raw(draft: Draft, point: Point): object {
  const answer = draft.answers[point];
  if (point === 'paid' && answer === 'owes') return { answer, note: draft.paidNote };
  if (point === 'next' && answer === 'booked')
    return draft.booking
      ? { answer, booking: draft.booking }
      : { answer, appointmentId: draft.appointmentId };
  if (point === 'next' && answer === 'none')
    return { answer, reason: draft.reason, note: draft.reasonNote.trim() || null };
  if (point === 'offer' && answer === 'offered') return { answer, items: draft.offers };
  if (point === 'followup' && answer === 'agreed')
    return { answer, ...draft.followup, matter: draft.matter.trim() || null };
  return { answer };
}

function isWhole(draft: Draft, point: Point): boolean {
  if (point !== 'next' || draft.answers.next !== 'booked') return true;
  return draft.booking !== null || draft.appointmentId !== null;
}

/** The answers of a point as they stand on the screen, "not asked" always the last. */
export function choicesOf(point: Point): readonly string[] {
  return answersOf[point];
}
