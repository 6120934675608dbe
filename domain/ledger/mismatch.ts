import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { EntryKind } from './entry.ts';

export const mismatchKinds = [
  'visit-without-charge',
  'charge-without-visit',
  'charge-without-treatment',
  'kept-without-visit',
  'deposit-untreated',
] as const;
export type MismatchKind = (typeof mismatchKinds)[number];

/** A deposit is chased until the treatment (C2); after a month without a visit the books ask about it too. */
export const untreatedAfterDays = 30;

/** What one clinic has written down of one day, by whoever wrote it. */
export interface DayOfBooks {
  day: CalendarDate;
  /** Whether the clinic books charges here at all: one that does not is not told so every day. */
  keepsBooks: boolean;
  /** Visits that were closed on the day, some of them of days before, with the treatments on their chart. */
  visits: readonly { id: string; customerId: string; on: CalendarDate; treatments: number }[];
  /** What was booked from the first of these visits on, and still stands. */
  entries: readonly {
    id: string;
    customerId: string;
    on: CalendarDate;
    kind: EntryKind;
    visitId: string | null;
  }[];
  /** Who was in the clinic on the day, by any visit of it. */
  visitors: readonly string[];
  /** Appointments of the day that count as kept. */
  kept: readonly { id: string; customerId: string }[];
  /** Money that lies here for a treatment: the last deposit of each customer, and when they last came. */
  deposits: readonly {
    entryId: string;
    customerId: string;
    on: CalendarDate;
    lastVisitOn: CalendarDate | null;
  }[];
}

export interface FoundMismatch {
  kind: MismatchKind;
  customerId: string;
  visitId: string | null;
  entryId: string | null;
  appointmentId: string | null;
}

/** Where visits, charts, bookings and the ledger of a day disagree (A4). */
export function mismatchesOf(books: DayOfBooks): FoundMismatch[] {
  const came = new Set(books.visitors);
  const charges = books.entries.filter(({ kind }) => isForTreatment(kind));
  const covering = books.entries.filter(({ kind }) => isForTreatment(kind) || kind === 'course-sold');
  const covers = (visit: DayOfBooks['visits'][number]) =>
    covering.filter(({ customerId, visitId, on }) =>
      visitId === null ? customerId === visit.customerId && on >= visit.on : visitId === visit.id,
    );

  return [
    ...books.visits
      .filter((visit) => books.keepsBooks && covers(visit).length === 0)
      .map((visit) => found('visit-without-charge', visit.customerId, { visitId: visit.id })),
    ...charges
      .filter(({ customerId, visitId, on }) => on === books.day && visitId === null && !came.has(customerId))
      .map((entry) => found('charge-without-visit', entry.customerId, { entryId: entry.id })),
    ...books.visits
      .filter((visit) => visit.treatments === 0 && covers(visit).some(({ kind }) => isForTreatment(kind)))
      .map((visit) => found('charge-without-treatment', visit.customerId, { visitId: visit.id })),
    ...books.kept
      .filter(({ customerId }) => !came.has(customerId))
      .map((kept) => found('kept-without-visit', kept.customerId, { appointmentId: kept.id })),
    ...books.deposits
      .filter(({ on, lastVisitOn }) => isUntreated(on, lastVisitOn, books.day))
      .map((deposit) => found('deposit-untreated', deposit.customerId, { entryId: deposit.entryId })),
  ];
}

function isForTreatment(kind: EntryKind): boolean {
  return kind === 'charge' || kind === 'session-used';
}

function isUntreated(on: CalendarDate, lastVisitOn: CalendarDate | null, day: CalendarDate): boolean {
  // The visit of the same day is the consultation it was paid at.
  return addDays(on, untreatedAfterDays) <= day && (lastVisitOn === null || lastVisitOn <= on);
}

function found(
  kind: MismatchKind,
  customerId: string,
  of: { visitId?: string; entryId?: string; appointmentId?: string },
): FoundMismatch {
  const { visitId = null, entryId = null, appointmentId = null } = of;
  return { kind, customerId, visitId, entryId, appointmentId };
}
