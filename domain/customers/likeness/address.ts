import { sharedPairs, slipsBetween } from './text.ts';

export type AddressLikeness = 'same' | 'similar' | 'near' | 'different' | 'unknown';

const alike = 2 / 3;
const nearlyEqual = 0.9;
/** A town or a district is an address of thousands: without a number, less than this is no home. */
const lettersOfAHome = 12;

/** An address, read once for many comparisons: its words without the signs of an office form, and its numbers. */
export interface ReadAddress {
  letters: string;
  numbers: readonly string[];
}

export function readAddress(address: string | null): ReadAddress | null {
  if (address === null) return null;
  const text = address.normalize('NFKC').toLowerCase();
  const letters = text
    .replace(/中国|省|市|自治区|特别行政区/g, '')
    .replace(/[室号幢栋楼座]|单元/g, '')
    .replace(/[^\p{L}]/gu, '');
  if (letters.length < lettersOfAHome && !/\d/.test(text)) return null;
  return { letters, numbers: text.match(/\d+/g) ?? [] };
}

/** `near`: the same street or compound, another door: neighbours, not one home. */
export function addressLikeness(a: ReadAddress | null, b: ReadAddress | null): AddressLikeness {
  if (a === null || b === null) return 'unknown';
  const likeness = a.letters === b.letters ? 1 : sharedPairs(a.letters, b.letters);
  if (likeness < alike) return 'different';
  switch (numbersInCommon(a.numbers, b.numbers)) {
    case 'all':
      return likeness >= nearlyEqual ? 'same' : 'similar';
    case 'some':
      return 'similar';
    case 'none':
      return 'near';
  }
}

function numbersInCommon(a: readonly string[], b: readonly string[]): 'all' | 'some' | 'none' {
  if (a.length === b.length && a.every((number) => b.includes(number))) return 'all';
  // One of them left the numbers out.
  if (a.length === 0 || b.length === 0) return 'some';
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const shared = fewer.filter((number) => more.some((other) => isOneNumber(number, other))).length;
  return shared * 2 >= more.length ? 'some' : 'none';
}

/** A postcode survives one slip; a house number is short, and the next one is another house. */
function isOneNumber(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 4 && slipsBetween(a, b) === 1);
}
