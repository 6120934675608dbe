import { plainText } from './clauses.ts';

/** A text a person has judged otherwise than the machine, or confirmed. */
export interface CorrectedText {
  text: string;
  isComplaint: boolean;
}

/** So much of the pieces of two texts is the same when they say nearly the same. */
const nearlySame = 0.7;

/** What a person said of this text, or of nearly the same; null where nobody has judged one like it. The last word counts. */
export function judgedBefore(text: string, lastFirst: readonly CorrectedText[]): boolean | null {
  const pairs = pairsOf(text);
  const before = lastFirst.find((each) => likeness(pairs, pairsOf(each.text)) >= nearlySame);
  return before?.isComplaint ?? null;
}

/** Shared pairs of characters, of all that either has. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / (one.size + other.size - shared);
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = plainText(text).replaceAll(/\p{P}/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}
