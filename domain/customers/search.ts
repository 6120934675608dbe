import { chartNumber } from './number.ts';

/** One thing a typed text may mean; a customer is found when any of them fits. */
export type SearchTerm =
  | { by: 'last-four'; digits: string }
  | { by: 'phone'; phone: string }
  | { by: 'letters'; start: string }
  | { by: 'name-start'; start: string }
  | { by: 'name-inside'; part: string }
  | { by: 'number'; number: string }
  | { by: 'number-start'; start: string };

/** What kind of search a text is. None at all when it says nothing. */
export function searchTerms(typed: string): SearchTerm[] {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return [];
  if (/^\+?[\d\s()-]+$/.test(text)) return digitTerms(text);
  if (/^[\p{Script=Latin}\p{M}\s'’.·-]+$/u.test(text)) return letterTerms(text);
  if (/^[\x21-\x7e]*\d[\x21-\x7e]*$/.test(text)) {
    return [...new Set([text, text.toUpperCase()])].map((start) => ({ by: 'number-start', start }));
  }
  // A lone character inside a name finds half the town; as a surname it is what people type.
  return [...text].length === 1 ? [{ by: 'name-start', start: text }] : [{ by: 'name-inside', part: text }];
}

/** Letters as they are stored and looked for: without tone, case, space or sign; ü is v, as it is typed. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function digitTerms(text: string): SearchTerm[] {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return [];
  const phone = phoneOf(text.startsWith('+') ? `+${digits}` : digits);
  if (phone !== null) {
    return [
      { by: 'phone', phone },
      { by: 'number', number: digits },
    ];
  }
  if (digits.length === 4) {
    return [
      { by: 'last-four', digits },
      { by: 'number', number: digits },
      { by: 'number', number: chartNumber(Number(digits)) },
    ];
  }
  return [
    { by: 'number-start', start: digits },
    ...(digits.length <= 9 ? [{ by: 'number', number: chartNumber(Number(digits)) } as const] : []),
  ];
}

/** The one form of a number typed whole, in China or with its country; anything else is no phone. */
function phoneOf(digits: string): string | null {
  if (digits.startsWith('+')) return digits.length >= 8 ? digits : null;
  const home = digits.replace(/^00(?=86)/, '').replace(/^86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(home)) return `+86${home}`;
  if (/^0[1-9]\d{8,10}$/.test(home)) return `+86${home.slice(1)}`;
  return null;
}

function letterTerms(text: string): SearchTerm[] {
  const start = foldLetters(text);
  return start === '' ? [] : [{ by: 'letters', start }];
}

/**
 * Whether letters are rather the initials of a name than the start of its sound: a Chinese syllable has a vowel by its
 * third letter at the latest. 阿三 may be meant by "as" as well; what is looked for first only stands first.
 */
export function lookLikeInitials(letters: string): boolean {
  return /^[^aeiouv]{2,}/.test(letters) && !/^[zcs]h($|[aeiouv])/.test(letters);
}
