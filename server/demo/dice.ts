import { createHash } from 'node:crypto';

/** Chance that repeats: the same words roll the same numbers on every machine. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  pickBy<T>(from: readonly T[], weightOf: (item: T) => number): T;
}

/** The generator is sfc32: small, fast, and good enough for a story. */
export function diceOf(...words: (string | number)[]): Dice {
  const start = createHash('sha256').update(words.join('\u001f')).digest();
  let a = start.readInt32LE(0);
  let b = start.readInt32LE(4);
  let c = start.readInt32LE(8);
  let counter = start.readInt32LE(12);

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const roll = (): number => next() / 2 ** 32;

  return {
    roll,
    whole: (from, to) => from + Math.floor(roll() * (to - from + 1)),
    happens: (share) => roll() < share,
    pick: (from) => from[Math.floor(roll() * from.length)]!,
    pickBy(from, weightOf) {
      let left = roll() * from.reduce((sum, item) => sum + weightOf(item), 0);
      return from.find((item) => (left -= weightOf(item)) < 0) ?? from.at(-1)!;
    },
  };
}

/** Ids that sort in the order in which they were made, as those of `newId` do, and repeat with their dice. */
export function idsOf(start: number, dice: Dice): () => string {
  let count = 0;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return () => {
    const at = hex(start + Math.floor(count / 4096), 12);
    const sequence = hex(0x7000 + (count % 4096), 4);
    count += 1;
    return `${at.slice(0, 8)}-${at.slice(8)}-${sequence}-${hex(dice.whole(0x8000, 0xbfff), 4)}-${hex(dice.whole(0, 0xffff), 4)}${hex(dice.whole(0, 0xffffffff), 8)}`;
  };
}
