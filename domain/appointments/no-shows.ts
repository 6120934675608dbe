import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { calendarDateShape } from '#domain/base/time.ts';

/** Appointments whose end is known, and how many of them nobody came to. Cancelled ones are neither. */
export const Share = z.object({ total: z.int(), missed: z.int() });
export type Share = z.infer<typeof Share>;

/** How many days ahead it was booked, both included; the last is open. */
export const leadBuckets = [
  { from: 0, to: 0 },
  { from: 1, to: 2 },
  { from: 3, to: 6 },
  { from: 7, to: 13 },
  { from: 14, to: 29 },
  { from: 30, to: null },
] as const;

const Compared = z.object({ reminded: Share, notReminded: Share });

export const NoShowFigures = z.object({
  all: Share,
  /** The most appointments of one day. */
  busiest: z.object({ day: z.string(), total: z.int() }).nullable(),
  /** Reminded and not, at equal lead times. */
  buckets: z.array(Compared.extend({ from: z.int(), to: z.int().nullable() })),
  /** From how many days ahead on both kinds are there, and how they compare there; null where they are nowhere. */
  equalLead: Compared.extend({ fromDays: z.int() }).nullable(),
  /** Whatever the lead: who is reminded booked longer ago, and would come less anyway. */
  raw: Compared,
  clinics: z.array(Share.extend({ id: z.string(), name: z.string() })),
  doctors: z.array(Share.extend({ id: z.string(), name: z.string() })),
  /** Who missed the most, at least twice. */
  customers: z.array(Share.extend({ id: z.string(), name: z.string(), lastMissedOn: z.string() })),
});
export type NoShowFigures = z.infer<typeof NoShowFigures>;

export const AskNoShows = z
  .strictObject({
    clinicId: idShape.optional(),
    doctorId: idShape.optional(),
    from: calendarDateShape,
    to: calendarDateShape,
  })
  .refine(({ from, to }) => from <= to, { error: 'ends-before-it-begins', path: ['to'] });

/** One customer's, kept apart from what they cancelled. */
export const CustomerNoShows = Share.extend({ cancelled: z.int(), lastMissedOn: z.string().nullable() });
export type CustomerNoShows = z.infer<typeof CustomerNoShows>;

/** Of one lead time: how many there were of each kind. */
export interface LeadRow extends Share {
  /** Null where nobody knows when it was booked. */
  leadDays: number | null;
  wasReminded: boolean;
}

/** Fewer of a kind at a lead time are no ground to compare on. */
export const fewest = 30;

const nobody: Share = { total: 0, missed: 0 };
const sumOf = (shares: readonly Share[]): Share =>
  shares.reduce((a, b) => ({ total: a.total + b.total, missed: a.missed + b.missed }), nobody);

function compare(rows: readonly LeadRow[]): { reminded: Share; notReminded: Share } {
  return {
    reminded: sumOf(rows.filter((row) => row.wasReminded)),
    notReminded: sumOf(rows.filter((row) => !row.wasReminded)),
  };
}

/** Who was reminded against who was not, by how long ago they booked. */
export function compareAtEqualLead(
  rows: readonly LeadRow[],
): Pick<NoShowFigures, 'buckets' | 'equalLead' | 'raw'> {
  const known = rows.filter((row): row is LeadRow & { leadDays: number } => row.leadDays !== null);
  // Booked after it began is booked the same day.
  const lead = ({ leadDays }: { leadDays: number }) => Math.max(0, leadDays);
  const buckets = leadBuckets.map(({ from, to }) => ({
    ...{ from, to },
    ...compare(known.filter((row) => lead(row) >= from && (to === null || lead(row) <= to))),
  }));
  const days = [...new Set(known.map(lead))].sort((one, other) => one - other);
  const fromDays = days.find((day) => {
    const { reminded, notReminded } = compare(known.filter((row) => lead(row) === day));
    return reminded.total >= fewest && notReminded.total >= fewest;
  });
  const equalLead =
    fromDays === undefined ? null : { fromDays, ...compare(known.filter((row) => lead(row) >= fromDays)) };
  return { buckets, equalLead, raw: compare(rows) };
}
