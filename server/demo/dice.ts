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
  id(): string;
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
    id() {
      const hex = [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, '0')).join('');
      const variant = '89ab'[next() & 3];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
