import { joinableFields, mergeFields } from './contract.ts';
import type { MergeChoice, MergeField, MergeFieldChoices, Party } from './contract.ts';

type Values = Readonly<Partial<Record<MergeField, string>>>;

/**
 * What to propose to the person who merges: what is written stays, what is empty is filled, and of two texts
 * both are kept. The clinic stays the kept record's.
 */
export function proposedChoices(keep: Values, gone: Values): MergeFieldChoices {
  return Object.fromEntries(
    mergeFields
      .map((field) => [field, proposed(field, keep[field], gone[field])] as const)
      .filter(([, choice]) => choice !== 'keep'),
  );
}

function proposed(field: MergeField, keep: string | undefined, gone: string | undefined): MergeChoice {
  if (gone === undefined || gone === keep || isUnsaid(field, gone)) return 'keep';
  if (keep === undefined || isUnsaid(field, keep)) return 'gone';
  return mayJoin(field) ? 'both' : 'keep';
}

export function mayJoin(field: MergeField): boolean {
  return (joinableFields as readonly MergeField[]).includes(field);
}

/** "unknown" is no answer. */
function isUnsaid(field: MergeField, value: string): boolean {
  return field === 'gender' && value === 'unknown';
}

/** Both texts, the kept record's first; one that is said already is not said twice. */
export function joinTexts(keep: string | null, gone: string | null): string | null {
  if (!keep || !gone) return keep || gone;
  if (keep.includes(gone)) return keep;
  return gone.includes(keep) ? gone : `${keep}\n${gone}`;
}

/**
 * Which of two records to propose to keep: the one on which more hangs, for its number is on the chart, else the
 * older one.
 */
export function proposedSurvivor<P extends Pick<Party, 'counts' | 'createdAt'>>(a: P, b: P): P {
  const [inA, inB] = [weightOf(a), weightOf(b)];
  if (inA !== inB) return inA > inB ? a : b;
  return a.createdAt <= b.createdAt ? a : b;
}

function weightOf({ counts }: Pick<Party, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
