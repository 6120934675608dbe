import type { Grade } from '#domain/grading/rule-set.ts';

/** What is asked of every record (A1), the heavier the more depends on it. */
const askedOfAll = {
  name: 3,
  phone: 3,
  'channel-source': 2,
  birthday: 2,
  gender: 1,
  address: 1,
  owner: 1,
  consent: 2,
  'consulted-treatments': 2,
  'consultation-notes': 1,
  'latent-needs': 2,
  'no-deal-reason': 1,
  /** Of minors only. */
  guardian: 3,
} as const;

/** What is asked of grades A and B besides (A2). */
const askedOfBest = {
  occupation: 1,
  likes: 1,
  referrer: 1,
  wechat: 1,
  'chief-complaints': 2,
  resolutions: 2,
  'latent-problems': 2,
  photos: 1,
  'next-followup': 2,
  invitations: 1,
} as const;

export type RecordPart = keyof typeof askedOfAll | keyof typeof askedOfBest;
export const recordParts = [...Object.keys(askedOfAll), ...Object.keys(askedOfBest)] as RecordPart[];

export interface Completeness {
  /** 0 to 100; 100 only when nothing is missing. */
  score: number;
  /** The heaviest first. */
  missing: RecordPart[];
}

/**
 * How complete a record is. `known` are the parts that were asked and answered, be it with "none"; what does not
 * apply (a guardian of somebody grown up, photos of somebody who never came) is not asked.
 */
export function completenessOf(
  grade: Grade | null,
  known: ReadonlySet<RecordPart>,
  doesNotApply: ReadonlySet<RecordPart> = new Set(),
): Completeness {
  const asked = partsAsked(grade).filter(({ part }) => !doesNotApply.has(part));
  const missing = asked.filter(({ part }) => !known.has(part)).sort((a, b) => b.weight - a.weight);
  const all = weightOf(asked);
  const share = all === 0 ? 1 : 1 - weightOf(missing) / all;
  return { score: Math.floor(share * 100 + 1e-9), missing: missing.map(({ part }) => part) };
}

/** For grades A and B what is missing stands on the owner's list. */
export function standsOnOwnersList(grade: Grade | null, { missing }: Completeness): boolean {
  return isBest(grade) && missing.length > 0;
}

interface AskedPart {
  part: RecordPart;
  weight: number;
}

function partsAsked(grade: Grade | null): AskedPart[] {
  const asked: Partial<Record<RecordPart, number>> = isBest(grade)
    ? { ...askedOfAll, ...askedOfBest }
    : askedOfAll;
  return Object.entries(asked).map(([part, weight]) => ({ part: part as RecordPart, weight }));
}

function isBest(grade: Grade | null): boolean {
  return grade === 'A' || grade === 'B';
}

function weightOf(parts: readonly AskedPart[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
