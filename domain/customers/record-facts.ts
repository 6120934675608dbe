import type { Grade } from '#domain/grading/rule-set.ts';
import { completenessOf } from './completeness.ts';
import type { Completeness, RecordPart } from './completeness.ts';

/** Nothing in the house keeps these yet, so nobody is blamed for their absence. */
const notKeptYet = [
  'consent',
  'consulted-treatments',
  'consultation-notes',
  'latent-needs',
  'no-deal-reason',
  'resolutions',
  'invitations',
] as const satisfies RecordPart[];

/** The parts of a record that somebody can have filled in, and whether they did. */
export type KnownParts = Record<Exclude<RecordPart, (typeof notKeptYet)[number]>, boolean>;

/** What is known of a record, and of whom it is. */
export interface RecordFacts {
  grade: Grade;
  isMinor: boolean;
  everCame: boolean;
  known: KnownParts;
}

/** Only of who was here: a chief complaint, what was found, a picture. */
const askedOfVisitors: readonly RecordPart[] = ['chief-complaints', 'latent-problems', 'photos'];

/** How complete a record is by these facts, and what it lacks by name (A1, A2). */
export function completenessBy({ grade, isMinor, everCame, known }: RecordFacts): Completeness {
  const filled = Object.entries(known).flatMap(([part, is]) => (is ? [part as RecordPart] : []));
  return completenessOf(
    grade,
    new Set(filled),
    new Set([
      ...notKeptYet,
      ...(isMinor ? [] : (['guardian'] as const)),
      ...(everCame ? [] : askedOfVisitors),
    ]),
  );
}

/** Whose record is worth completing first: grade A before B, then who spends most, then the emptiest. */
export function byWorth(
  one: { grade: Grade; spentFen: number; score: number; id: string },
  other: { grade: Grade; spentFen: number; score: number; id: string },
): number {
  if (one.grade !== other.grade) return one.grade < other.grade ? -1 : 1;
  return other.spentFen - one.spentFen || one.score - other.score || (one.id < other.id ? -1 : 1);
}
