const digit = '[0-9０-９]';
/** As papers and cards are written: in one, or in groups. */
const written = new RegExp(`(?<!${digit})(?:${digit}[ -]?){14,18}[0-9０-９XxＸｘ](?![0-9０-９XxＸｘ])`, 'gu');

/**
 * A text without the numbers of identity papers and bank cards that stand in it: nobody asked for them, and nobody
 * needs them here. All but the last four characters are starred; a number that is neither by its own check digit stays.
 */
export function withoutPapers(text: string): string {
  return text.replace(written, (found) => {
    const plain = found.normalize('NFKC').toUpperCase().replace(/[ -]/g, '');
    return isIdNumber(plain) || isCardNumber(plain) ? '*'.repeat(plain.length - 4) + plain.slice(-4) : found;
  });
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** An identity number of eighteen characters (GB 11643), by its last. */
export function isIdNumber(plain: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(plain))
    return false;
  const sum = idWeights.reduce((total, weight, place) => total + weight * Number(plain[place]), 0);
  return idChecks[sum % 11] === plain[17];
}

/** A bank card of fifteen to nineteen digits, by how cards begin and by its last digit (Luhn). */
export function isCardNumber(plain: string): boolean {
  if (!/^(?=\d{15,19}$)(?:62|60|4|5[1-5]|3[47])/.test(plain)) return false;
  const sum = [...plain].reverse().reduce((total, each, place) => {
    const value = Number(each) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
