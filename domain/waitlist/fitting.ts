import { addMinutes, hoursBetween, instantAt, wallTimeAt, weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';

/** What somebody who waits would take. */
export interface Wish {
  id: string;
  /** Null is whoever has time. */
  doctorId: string | null;
  minutes: number;
  /** 1 is Monday, 7 Sunday; empty is any day. */
  weekdays: readonly number[];
  /** Of the clinic's clock, "09:00"; the whole of the appointment lies between them. */
  from: string;
  to: string;
  until: CalendarDate;
  since: Instant;
}

export interface FreedTime {
  doctorId: string | null;
  startsAt: Instant;
  endsAt: Instant;
}

/** Why somebody stands where they stand. */
export interface Fit {
  doctor: 'asked' | 'any';
  /** So many minutes of the freed time would be left over. */
  spareMinutes: number;
  waitsDays: number;
}

/** More than that left over, and the time is better given to somebody who needs it whole. */
export const spareAtMost = 15;

/** How the time fits the wish; null where it does not. */
export function fitOf(wish: Wish, freed: FreedTime, now: Instant, zone: TimeZone): Fit | null {
  const wall = wallTimeAt(freed.startsAt, zone);
  const [day, from] = [wall.slice(0, 10), wall.slice(11, 16)];
  const endsAt = addMinutes(freed.startsAt, wish.minutes);
  const spareMinutes = Math.round(hoursBetween(endsAt, freed.endsAt) * 60);
  const end = wallTimeAt(endsAt, zone);
  const fits =
    spareMinutes >= 0 &&
    (wish.doctorId === null || wish.doctorId === freed.doctorId) &&
    (wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(day))) &&
    day <= wish.until &&
    wish.from <= from &&
    end.slice(0, 10) === day &&
    end.slice(11, 16) <= wish.to;
  if (!fits) return null;
  const doctor = wish.doctorId === null ? 'any' : 'asked';
  return { doctor, spareMinutes, waitsDays: Math.floor(hoursBetween(wish.since, now) / 24) };
}

/**
 * Who is asked first: who waits for this very doctor, then whom the time fits without waste, then who has waited
 * longest.
 */
export function rankWishes<T extends Wish>(
  wishes: readonly T[],
  freed: FreedTime,
  now: Instant,
  zone: TimeZone,
): { wish: T; fit: Fit }[] {
  const order = ({ wish, fit }: { wish: T; fit: Fit }) =>
    [fit.doctor === 'asked' ? 0 : 1, fit.spareMinutes <= spareAtMost ? 0 : 1, wish.since, wish.id].join(' ');
  return wishes
    .flatMap((wish) => {
      const fit = fitOf(wish, freed, now, zone);
      return fit ? [{ wish, fit }] : [];
    })
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Between them somebody can be asked and answer: an offer of the night is kept until the morning. */
const [asksFrom, asksTo] = ['08:00', '20:00'];

/**
 * Until when a freed time is kept for whom it is offered to: the clinic's minutes of a time of day somebody can answer
 * in, never later than the notice before it begins. Null where it is too late to offer it.
 */
export function offerUntil(
  startsAt: Instant,
  now: Instant,
  rules: { waitlistOfferMinutes: number; waitlistNoticeMinutes: number },
  zone: TimeZone,
): Instant | null {
  const wall = wallTimeAt(now, zone);
  const [day, clock] = [wall.slice(0, 10), wall.slice(11, 16)];
  const morning = instantAt(`${day}T${asksFrom}`, zone);
  const asked = clock < asksFrom ? morning : clock >= asksTo ? addMinutes(morning, 24 * 60) : now;
  const last = addMinutes(startsAt, -rules.waitlistNoticeMinutes);
  if (last <= asked) return null;
  const until = addMinutes(asked, rules.waitlistOfferMinutes);
  return until < last ? until : last;
}
