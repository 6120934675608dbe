import { z } from 'zod';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { line } from '#domain/base/text.ts';
import { addDays, dayAt, daysBetween, instantAt, wallTimeAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { conditionWords, treatmentWords } from './telling-words.ts';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-an-hour' });

/** From `from` until before `to`, on these days of the week (1 is Monday). */
const SafeHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: hour, to: hour })
  .refine(({ from, to }) => from < to, { error: 'ends-before-it-begins' });

/** How somebody wants to be reached without others learning of it. */
export const DiscreetProfile = z.strictObject({
  /** Besides the customer; nobody, unless named ("husband", "sister Li"). */
  mayPickUp: z.array(line(40).min(1)).max(10).default([]),
  /** Any hour, where none is said. */
  safeHours: z.array(SafeHours).max(14).default([]),
  /** Who the caller says they are instead of the clinic. */
  callerAlias: line(40).nullable().default(null),
  neverSay: z.array(line(40).min(1)).max(30).default([]),
  /** Whether a message may name what was done or will be. */
  mayNameTreatments: z.boolean().default(false),
  mayJoinGroups: z.boolean().default(false),
});
export type DiscreetProfile = z.infer<typeof DiscreetProfile>;

/** Whether now is an hour at which this customer can speak. */
export function maySpeakNow(profile: DiscreetProfile, now: Instant, zone: TimeZone): Decision {
  if (profile.safeHours.length === 0) return yes;
  const wall = wallTimeAt(now, zone);
  const clock = wall.slice(11);
  const isSafe = hoursOn(wall.slice(0, 10), profile).some(({ from, to }) => from <= clock && clock < to);
  return isSafe ? yes : no('outside-safe-hours');
}

/** When the customer can be called next; null where they can be called now. */
export function nextSafeTime(profile: DiscreetProfile, now: Instant, zone: TimeZone): Instant | null {
  if (maySpeakNow(profile, now, zone).allowed) return null;
  const today = dayAt(now, zone);
  for (let day = today; day <= addDays(today, 7); day = addDays(day, 1)) {
    const begins = hoursOn(day, profile)
      .map(({ from }) => instantAt(`${day}T${from}`, zone))
      .filter((instant) => instant > now)
      .sort()[0];
    if (begins) return begins;
  }
  return null;
}

/** Whether the matter may be spoken of with who picked up; null is the customer. */
export function maySpeakWith(profile: DiscreetProfile, whoAnswered: string | null): Decision {
  if (whoAnswered === null) return yes;
  const named = profile.mayPickUp.some((person) => fold(person) === fold(whoAnswered));
  return named ? yes : no('only-the-customer');
}

const tellingWords = [...treatmentWords, ...conditionWords];

/** What a text for this customer must not say, as written in the list it is on. */
export function wordsToAvoid(
  text: string,
  profile: DiscreetProfile,
  treatmentNames: readonly string[] = [],
): string[] {
  const treatments = profile.mayNameTreatments ? [] : [...treatmentNames, ...tellingWords];
  return longestIn(text, [...profile.neverSay, ...treatments]);
}

/** By which words a text tells a secret, whoever reads it. */
export function tellingWordsIn(text: string): string[] {
  return longestIn(text, tellingWords);
}

/** The treatments it names. */
export function treatmentsIn(text: string): string[] {
  return longestIn(text, treatmentWords);
}

/** Those of the words that stand in the text, and of two in one place the longer. */
function longestIn(text: string, words: readonly string[]): string[] {
  const said = [...new Set(words)].filter((word) => says(text, word));
  return said.filter((word) => !said.some((other) => other !== word && fold(other).includes(fold(word))));
}

/** Letters are looked for as whole words; Chinese wherever it stands, be it torn apart by spaces or signs. */
function says(text: string, word: string): boolean {
  const wanted = fold(word);
  if (wanted === '') return false;
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(wanted)) return fold(text).includes(wanted);
  const spaced = ` ${wordsOf(text).join(' ')} `;
  return spaced.includes(` ${wordsOf(word).join(' ')} `);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Latin}\p{N}]+/gu) ?? []
  );
}

function hoursOn(day: CalendarDate, { safeHours }: DiscreetProfile): DiscreetProfile['safeHours'] {
  return safeHours.filter(({ days }) => days.includes(dayOfWeek(day)));
}

function dayOfWeek(day: CalendarDate): number {
  const sinceMonday = daysBetween('2001-01-01', day) % 7;
  return ((sinceMonday + 7) % 7) + 1;
}
