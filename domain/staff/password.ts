import { commonPasswords } from './common-passwords.ts';

/** Length first, any characters; no upper limit a person would meet. */
export const passwordLength = { least: 10, most: 200 };

/** What makes a long enough password one of the first that are tried. */
export const passwordFlaws = [
  'password-repeats',
  'password-in-a-row',
  'password-of-many',
  'password-names-you',
] as const;
export type PasswordFlaw = (typeof passwordFlaws)[number];

/** In a row are `abcd`, `4321` and what lies side by side on a keyboard; so many pieces make a password. */
const leastPieces = 5;
const leastCharacters = 5;
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const neighbours = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((key, at) => [row[at]! + key, key + row[at]!])),
);
const phone = /^(\+?86)?1[3-9]\d{9}$/;
const lookalikes: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', '1': 'i', $: 's', '3': 'e' };

/**
 * Why a password of the right length is refused; null where it is not. `names` are the login, the person, the
 * organization: they may stand in a password that would do without them.
 */
export function flawOfPassword(password: string, names: readonly string[] = []): PasswordFlaw | null {
  const plain = plainly(password);
  if (isRepeated(plain)) return 'password-repeats';
  if (piecesOf(plain) < leastPieces) return 'password-in-a-row';
  if (isCommon(plain)) return 'password-of-many';
  return leansOn(plain, names.map(plainly)) ? 'password-names-you' : null;
}

function leansOn(plain: string, names: readonly string[]): boolean {
  const rest = names
    .filter((name) => /\p{Script=Han}{2}|.{3}/u.test(name))
    .reduce((text, name) => text.replaceAll(name, ''), plain);
  return rest !== plain && (rest.length < passwordLength.least || flawOfPassword(rest) !== null);
}

function isRepeated(plain: string): boolean {
  if (new Set(plain).size < leastCharacters) return true;
  for (let length = 1; length < passwordLength.least && length * 2 <= plain.length; length += 1)
    if (plain.slice(length) === plain.slice(0, -length)) return true;
  return false;
}

/** How many times the next character could not be told from the one before it. */
function piecesOf(plain: string): number {
  return [...plain].filter((key, at, all) => {
    const before = all[at - 1];
    return before !== key && !neighbours.has(`${before}${key}`);
  }).length;
}

/** One that many have, whatever digits and signs stand around it and look like its letters. */
function isCommon(plain: string): boolean {
  if (phone.test(plain)) return true;
  const bare = plain.replace(/[^\p{L}]+$/u, '').replace(/^[\d\s]+/u, '');
  const read = bare.replace(/[@01$3]/g, (sign) => lookalikes[sign]!);
  return [plain, bare, read].some((text) => commonPasswords.has(text));
}

/** The same for what differs in case, width and spaces only. */
function plainly(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
