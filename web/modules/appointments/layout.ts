import { addMinutes, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** How high a minute stands, at least, and a card of one line. */
const fewestPixels = 1.3;
const lineOfText = 20;
/** Five minutes in one line would make the day too long to find one's way. */
const mostPixels = 2.4;

/** How high a minute stands, so that the shortest appointment of the day can be read. */
export function pixelsPerMinuteFor(minutes: readonly number[]): number {
  const needed = lineOfText / Math.min(...minutes);
  return Math.min(mostPixels, Math.max(fewestPixels, needed));
}

export const minutesBetween = (from: Instant, to: Instant): number =>
  (millisecondsOf(to) - millisecondsOf(from)) / 60_000;

/** The time of a place so many pixels below the opening, on the steps of the book. */
export function timeAtPixel(
  opensAt: Instant,
  pixels: number,
  stepPixels: number,
  stepMinutes: number,
): Instant {
  const steps = Math.max(0, Math.round(pixels / stepPixels));
  return addMinutes(opensAt, steps * stepMinutes);
}

export interface Standing {
  /** Which of those beside each other it is, from the left, and how many they are. */
  lane: number;
  lanes: number;
}

/** How wide a column is at least, and so that the time and a name can be read on cards that stand side by side. */
const [narrowestColumn, narrowestCard] = [130, 88];

export function columnWidth(placed: ReadonlyMap<string, Standing>): number {
  const most = Math.max(1, ...[...placed.values()].map(({ lanes }) => lanes));
  return Math.max(narrowestColumn, most * narrowestCard);
}

/** Appointments of one column that overlap stand beside each other; `items` by their start. */
export function standings(
  items: readonly { id: string; startsAt: Instant; endsAt: Instant }[],
): Map<string, Standing> {
  const placed = new Map<string, Standing>();
  let group: { id: string; lane: number }[] = [];
  let ends: Instant[] = [];
  const close = () => {
    for (const { id, lane } of group) placed.set(id, { lane, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const { id, startsAt, endsAt } of items) {
    if (ends.every((end) => end <= startsAt)) close();
    const free = ends.findIndex((end) => end <= startsAt);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = endsAt;
    group.push({ id, lane });
  }
  close();
  return placed;
}
