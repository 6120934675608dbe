import { jaroWinkler, slipsBetween } from './text.ts';
import type { ReadName } from './read-name.ts';

/**
 * How alike two names are, from the same letters to nothing in common. `part`: one says only a part of the
 * other (张女士 and 张敏). `one-part`: family or given name is alike, and the other is not: families are so.
 */
export type NameLikeness =
  'same' | 'swapped' | 'sounds-same' | 'similar' | 'part' | 'near' | 'one-part' | 'different' | 'unknown';

const fromMostAlike: readonly NameLikeness[] = [
  'same',
  'swapped',
  'similar',
  'sounds-same',
  'part',
  'near',
  'one-part',
  'different',
  'unknown',
];

export function nameLikeness(a: ReadName, b: ReadName): NameLikeness {
  if (a.folded === '' || b.folded === '') return 'unknown';
  if (a.folded === b.folded) return 'same';
  if (a.script === 'other' || b.script === 'other') return a.script === b.script ? 'different' : 'unknown';
  if (a.script !== b.script) return acrossScripts(a, b);
  return a.script === 'han' ? betweenHan(a, b) : betweenWords(a.words, b.words);
}

/** The best likeness among all the names two people are known by. */
export function closestNames(a: readonly ReadName[], b: readonly ReadName[]): NameLikeness {
  const found = a.flatMap((one) => b.map((other) => nameLikeness(one, other)));
  return fromMostAlike.find((likeness) => found.includes(likeness)) ?? 'unknown';
}

/** 张三 and Zhang San, San Zhang. Any other foreign name beside a Chinese one says nothing: people have both. */
function acrossScripts(a: ReadName, b: ReadName): NameLikeness {
  const [han, letters] = a.script === 'han' ? [a, b] : [b, a];
  if (han.sound === '') return 'unknown';
  const joined = letters.words.join('');
  const turned = [...letters.words.slice(1), letters.words[0]].join('');
  return han.sound === joined || han.sound === turned ? 'sounds-same' : 'unknown';
}

function betweenHan(a: ReadName, b: ReadName): NameLikeness {
  if (isTurned(a.folded, b) || isTurned(b.folded, a)) return 'swapped';
  if (fitsUnreadable(a.folded, b.folded)) return 'similar';
  if (a.given === '' || b.given === '') return a.family === b.family ? 'part' : 'different';
  if (a.sound !== '' && a.sound === b.sound) return 'sounds-same';
  const length = Math.max([...a.folded].length, [...b.folded].length);
  // Names written by their sound, 阿卜杜热合曼, are long and spelt in many ways.
  if (length >= 3 && slipsBetween(a.folded, b.folded) === 1) return length >= 5 ? 'similar' : 'near';
  return a.family === b.family || a.given === b.given ? 'one-part' : 'different';
}

/** 小明王 for 王小明. */
function isTurned(folded: string, { family, given }: ReadName): boolean {
  return given !== '' && folded === given + family;
}

/** 王□ and 王〇 for 王喆, where the character was not to be had. */
function fitsUnreadable(a: string, b: string): boolean {
  if (!a.includes('□') && !b.includes('□')) return false;
  const one = [...a];
  const other = [...b];
  return (
    one.length === other.length &&
    one.every((letter, place) => letter === other[place] || letter === '□' || other[place] === '□')
  );
}

function betweenWords(a: readonly string[], b: readonly string[]): NameLikeness {
  if (sameWords(a, b)) return 'swapped';
  const joined = a.join('');
  const other = b.join('');
  if (joined.length >= longEnough && isMistyped(joined, other)) return 'similar';
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...more];
  let alike = 0;
  for (const word of fewer) {
    const found = left.findIndex((candidate) => isMistyped(word, candidate));
    if (found === -1) continue;
    left.splice(found, 1);
    alike++;
  }
  if (alike === 0) return 'different';
  if (alike < fewer.length) return 'one-part';
  return fewer.length === more.length ? 'similar' : 'part';
}

/** Li Bo and Lu Bo are two people, a letter apart. */
const longEnough = 8;

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** The longer the word, the more slips it survives; of two letters not one. */
function isMistyped(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3) return false;
  const slips = slipsBetween(a, b);
  if (slips === 1) return true;
  return slips <= Math.floor(shorter / 3) && slips <= 3 && jaroWinkler(a, b) >= 0.9;
}
