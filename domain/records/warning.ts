/** What whoever treats must know before they begin (E3), the most dangerous first. Each is shown in red. */
export const warningKinds = [
  'allergy',
  'pregnancy',
  'bleeding',
  'anaesthesia',
  'medicine',
  'condition',
  'infection',
  'healing',
  'other',
] as const;
export type WarningKind = (typeof warningKinds)[number];

/** Something to be warned of, in the words it was told in. */
export interface Told {
  kind: WarningKind;
  words: string;
}

/** Of what is told now, what nobody was warned of yet; the same in other spacing or case is the same. */
export function newWarnings<T extends Told>(told: readonly T[], standing: readonly Told[]): T[] {
  const known = new Set(standing.map(sameness));
  return told.filter((one) => {
    const isNew = !known.has(sameness(one));
    known.add(sameness(one));
    return isNew;
  });
}

/** A line for each kind, the most dangerous first, in the order it was told. */
export function byKind(warnings: readonly Told[]): { kind: WarningKind; words: string[] }[] {
  return warningKinds.flatMap((kind) => {
    const words = warnings.filter((one) => one.kind === kind).map((one) => one.words);
    return words.length > 0 ? [{ kind, words: words.toReversed() }] : [];
  });
}

function sameness({ kind, words }: Told): string {
  return `${kind} ${words.replace(/\s+/gu, '').toLowerCase()}`;
}
