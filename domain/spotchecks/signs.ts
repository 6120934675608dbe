import { hourAt, millisecondsOf } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';

/** One call as it was recorded, for all the followups it was made for. */
export interface RecordedCall {
  callId: string;
  staffId: string;
  /** When it was written down. */
  at: Instant;
  /** When it was made, of a call that was written down only later, such as one from a paper sheet. */
  happenedAt: Instant | null;
  zone: TimeZone;
  result: AttemptResult;
  durationSeconds: number | null;
  /** What the customer gave. */
  scores: readonly number[];
  /** What was heard, all of it in one. */
  notes: string;
}

/**
 * What makes a record look as if nobody had called (G2). A sign is no proof: a person looks at it and decides.
 * burst: many answers written down within minutes, but for those that say they were made before. same-words: the words
 * of another call of that day. too-short: over sooner than the questions can be asked. out-of-hours: when no clinic
 * calls. all-tens: a whole day of best scores. no-words: reached, and nothing heard.
 */
export const signs = ['burst', 'same-words', 'too-short', 'out-of-hours', 'all-tens', 'no-words'] as const;
export type Sign = (typeof signs)[number];

/** The figures a clinic may set. */
export interface SignRules {
  /** So many answers within so many minutes are more than a person can hear. */
  burstCalls: number;
  burstMinutes: number;
  /** Texts shorter than this are alike by chance. */
  sameWordsFromLetters: number;
  /** 0 to 1: how much of two texts is the same. */
  sameWordsLikeness: number;
  shortestAnswerSeconds: number;
  /** Calls are made from this hour until before that one, by the clinic's clock. */
  fromHour: number;
  toHour: number;
  allTensFromScores: number;
}

export const standardSigns: SignRules = {
  burstCalls: 5,
  burstMinutes: 5,
  sameWordsFromLetters: 8,
  sameWordsLikeness: 0.9,
  shortestAnswerSeconds: 20,
  fromHour: 8,
  toHour: 21,
  allTensFromScores: 8,
};

const weightOf: Record<Sign, number> = {
  burst: 3,
  'same-words': 3,
  'too-short': 3,
  'out-of-hours': 2,
  'all-tens': 2,
  'no-words': 1,
};

/** The signs of each call, judged beside the other calls of the same person and day; in the order of `signs`. */
export function signsOf(
  calls: readonly RecordedCall[],
  rules: SignRules = standardSigns,
): Map<string, Sign[]> {
  const found = new Map<string, Sign[]>();
  for (const staffId of new Set(calls.map((call) => call.staffId))) {
    const answers = calls
      .filter((call) => call.staffId === staffId && call.result === 'reached')
      .map((call) => ({ call, ms: millisecondsOf(call.at), pairs: pairsOf(call.notes) }))
      .sort((a, b) => a.ms - b.ms);
    const scores = answers.flatMap(({ call }) => call.scores);
    const isAllTens = scores.length >= rules.allTensFromScores && scores.every((score) => score === 10);
    const inBurst = burstsOf(answers, rules);
    for (const [place, { call, pairs }] of answers.entries()) {
      const { durationSeconds, notes, zone } = call;
      const hour = hourAt(call.happenedAt ?? call.at, zone);
      const isSame =
        notes.length >= rules.sameWordsFromLetters &&
        answers.some(
          (other, index) => index !== place && likeness(pairs, other.pairs) >= rules.sameWordsLikeness,
        );
      const holds: Record<Sign, boolean> = {
        burst: inBurst.has(call),
        'same-words': isSame,
        'too-short': durationSeconds !== null && durationSeconds < rules.shortestAnswerSeconds,
        'out-of-hours': hour < rules.fromHour || hour >= rules.toHour,
        'all-tens': isAllTens && call.scores.length > 0,
        'no-words': notes.trim() === '' && call.scores.length === 0,
      };
      found.set(
        call.callId,
        signs.filter((sign) => holds[sign]),
      );
    }
  }
  return found;
}

/** How much there is to doubt; 0: nothing speaks against the record. */
export function riskOf(found: readonly Sign[]): number {
  return found.reduce((sum, sign) => sum + weightOf[sign], 0);
}

/** The calls that stand in some window with too many of them. Who types a paper sheet in writes many at once. */
function burstsOf(
  answers: readonly { call: RecordedCall; ms: number }[],
  rules: SignRules,
): Set<RecordedCall> {
  const inBurst = new Set<RecordedCall>();
  const within = rules.burstMinutes * 60_000;
  const atOnce = answers.filter(({ call }) => call.happenedAt === null);
  for (let last = 0, first = 0; last < atOnce.length; last += 1) {
    while (atOnce[last]!.ms - atOnce[first]!.ms > within) first += 1;
    if (last - first + 1 < rules.burstCalls) continue;
    for (const { call } of atOnce.slice(first, last + 1)) inBurst.add(call);
  }
  return inBurst;
}

/** Neighbouring letters, without what only sets them apart. */
function pairsOf(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, ''),
  ];
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
}

/** How much of two sets is in both, of all there is (Jaccard). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared / (one.size + other.size - shared);
}
