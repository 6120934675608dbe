/**
 * What a line on paper is entered by. Of each pair that looks alike (0 O, 1 I, 2 Z, 5 S, 6 G, 8 B, U V, Q, D, L)
 * only one is used or none; that 23 are left makes the sum below find every slip of one character.
 */
const alphabet = '23456789ACEFHJKMNPRTWXY';
const length = 6;
/** So many different codes there are. */
export const codeCount = alphabet.length ** length;

/** What somebody may have read or typed for what stands there. */
const readAs: Record<string, string> = { B: '8', G: '6', S: '5', Z: '2' };

/** `serial` below `codeCount`, as six characters and one that checks them. */
export function codeOf(serial: number): string {
  const values = Array.from(
    { length },
    (_, place) => Math.floor(serial / alphabet.length ** place) % alphabet.length,
  );
  return [...values, checkOf(values)].map((value) => alphabet[value]).join('');
}

/** As it is kept, however it was typed or scanned; null where it is none, or not quite one. */
export function readCode(typed: string): string | null {
  const plain = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s.·_-]/g, ''),
  ].map((char) => readAs[char] ?? char);
  const values = plain.map((char) => alphabet.indexOf(char));
  if (values.length !== length + 1 || values.includes(-1)) return null;
  return checkOf(values.slice(0, length)) === values[length] ? plain.join('') : null;
}

/** For the eye: K7M-3PX-T. */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;
}

/** By a prime, and each place by a weight of its own: any one wrong character and any two that changed places differ. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (place + 2), 0) % alphabet.length;
}
