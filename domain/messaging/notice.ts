import { tellingWordsIn } from '#domain/customers/discreet.ts';
import { titledSurnameOf } from './salutation.ts';

/** What colleagues are told of in their group or application. */
export const noticeKinds = [
  'case',
  'red-flag',
  'appointment',
  'morning-huddle',
  'evening-list',
  'waiting',
  'account',
  'word',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Each keeps a notice from being sent: a group is read on private phones, over shoulders, and by who left last week. */
export const noticeFlaws = ['empty', 'phone', 'id-number', 'name', 'treatment', 'too-long'] as const;
export type NoticeFlaw = (typeof noticeFlaws)[number];

/** A robot takes 2,048 bytes at a time; so many messages are a list, more are a flood. */
export const partBytes = 2_000;
export const mostParts = 10;

const apart = '[\\s\\-.·]{0,2}';
const mobile = new RegExp(`(?<![\\d.])(?:\\+?86${apart})?1[3-9]\\d(?:${apart}\\d{4}){2}(?!\\d)`, 'u');
/** Torn into single digits: 1 3 8 0 0 0 0 1 2 3 4. */
const tornMobile = /(?<!\d)1([\s\-.])[3-9](?:\1\d){9}(?!\d)/u;
const landline = /(?<!\d)0\d{2,3}[\s-]?[2-9]\d{6,7}(?!\d)|(?<!\d)[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)/u;
const idNumber = /(?<!\d)\d{17}[\dx](?![\dx])/iu;

/**
 * What a group must not read in a text: numbers people are called by, their names in full, treatments. `names` are those
 * of the customers it speaks of; `ours` are the house's own names, which may hold any word (晴天种植牙门诊).
 */
export function flawsOfNotice(
  text: string,
  { names = [], ours = [] }: { names?: readonly string[]; ours?: readonly string[] } = {},
): NoticeFlaw[] {
  const said = ours.reduce((left, name) => (name === '' ? left : left.replaceAll(name, ' ')), text);
  const plain = said.normalize('NFKC');
  const isNamed = names.some((name) => [...name.trim()].length > 1 && fold(plain).includes(fold(name)));
  const found: Record<NoticeFlaw, boolean> = {
    empty: text.trim() === '',
    phone: mobile.test(plain) || tornMobile.test(plain) || landline.test(plain),
    'id-number': idNumber.test(plain),
    name: isNamed,
    treatment: tellingWordsIn(said).length > 0,
    'too-long': partsOf(text).length > mostParts,
  };
  return noticeFlaws.filter((flaw) => found[flaw]);
}

/** 王女士; of a name that is no Chinese one the first letter: a salutation would give the whole of it. */
export function noticeNameOf(name: string, gender: 'female' | 'male' | 'unknown'): string {
  return titledSurnameOf(name, gender) ?? `${[...name.trim()][0] ?? ''}**`;
}

/** The messages a text makes: at line ends where it can be, and none over what a robot takes. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.trim().split('\n')) {
    for (const piece of piecesOf(line)) {
      const longer = part === '' ? piece : `${part}\n${piece}`;
      if (bytesOf(longer) > partBytes) {
        parts.push(part);
        part = piece;
      } else part = longer;
    }
  }
  return part === '' ? parts : [...parts, part];
}

function piecesOf(line: string): string[] {
  if (bytesOf(line) <= partBytes) return [line];
  const pieces: string[] = [];
  let piece = '';
  for (const char of line) {
    if (bytesOf(piece) + bytesOf(char) > partBytes) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

/** As UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
