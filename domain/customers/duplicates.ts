import type { CalendarDate } from '#domain/base/time.ts';
import { addressLikeness, readAddress } from './likeness/address.ts';
import type { AddressLikeness, ReadAddress } from './likeness/address.ts';
import { birthdayLikeness } from './likeness/birthday.ts';
import type { BirthdayLikeness } from './likeness/birthday.ts';
import { closestNames } from './likeness/name.ts';
import type { NameLikeness } from './likeness/name.ts';
import { readName } from './likeness/read-name.ts';
import type { ReadName } from './likeness/read-name.ts';

/** What is known of a customer, as far as it tells people apart. */
export interface Lookalike {
  id: string;
  name: string;
  namePinyin: string;
  /** In one form, as it is stored. */
  phone: string | null;
  birthday: CalendarDate | null;
  gender: 'female' | 'male' | 'unknown';
  address: string | null;
  /** On a chart, or of an identity paper. Two customers of one clinic share none; of two clinics they may. */
  number: string | null;
  /** Former names, nicknames, the name in letters. */
  otherNames?: readonly string[];
}

export type LikenessReason =
  | `name-${NameLikeness}`
  | `birthday-${BirthdayLikeness}`
  | `address-${AddressLikeness}`
  | 'phone-same'
  | 'phone-mistyped'
  | 'number-same'
  | 'gender-different';

/** Why, by code, and what it weighs; below zero it speaks against one person. */
export interface WeighedReason {
  code: LikenessReason;
  points: number;
}

export interface Likeness {
  score: number;
  reasons: WeighedReason[];
  suggestion: 'likely' | 'possible' | null;
}

/** From these points on two customers are shown to a person as perhaps one. Nothing is ever merged by points. */
export const likenessBar = { likely: 65, possible: 45 };

const namePoints: Record<NameLikeness, number> = {
  same: 40,
  swapped: 36,
  similar: 28,
  'sounds-same': 24,
  part: 12,
  near: 4,
  'one-part': 0,
  different: -20,
  unknown: 0,
};
const birthdayPoints: Record<BirthdayLikeness, number> = {
  same: 40,
  swapped: 28,
  mistyped: 24,
  'same-year': 10,
  different: -15,
  unknown: 0,
};
const addressPoints: Record<AddressLikeness, number> = {
  same: 25,
  similar: 20,
  near: 0,
  different: 0,
  unknown: 0,
};
const phonePoints = { same: 30, mistyped: 15 };
const numberPoints = 40;
const genderPoints = -20;

/** A name that one person could have written down for another's, on a bad day. */
const oneName = new Set<NameLikeness>(['same', 'swapped', 'similar', 'sounds-same']);

export function compare(a: Lookalike, b: Lookalike): Likeness {
  return compareTraits(traitsOf(a), traitsOf(b));
}

/** A customer read once, to be compared with many. */
export interface Traits {
  customer: Lookalike;
  names: readonly ReadName[];
  address: ReadAddress | null;
  phone: string;
  number: string;
}

export function traitsOf(customer: Lookalike): Traits {
  return {
    customer,
    names: [
      readName(customer.name, customer.namePinyin),
      ...(customer.otherNames ?? []).map((name) => readName(name)),
    ],
    address: readAddress(customer.address),
    phone: customer.phone?.replace(/\D/g, '') ?? '',
    number: customer.number?.trim().toLowerCase() ?? '',
  };
}

export function compareTraits(a: Traits, b: Traits): Likeness {
  const name = closestNames(a.names, b.names);
  const birthday = birthdayLikeness(a.customer.birthday, b.customer.birthday);
  const address = addressLikeness(a.address, b.address);
  const reasons = (
    [
      { code: `name-${name}`, points: namePoints[name] },
      { code: `birthday-${birthday}`, points: birthdayPoints[birthday] },
      { code: `address-${address}`, points: addressPoints[address] },
      ...phoneReasons(a.phone, b.phone),
      ...(a.number !== '' && a.number === b.number
        ? [{ code: 'number-same', points: numberPoints } as const]
        : []),
      ...(gendersDiffer(a, b) ? [{ code: 'gender-different', points: genderPoints } as const] : []),
    ] satisfies WeighedReason[]
  ).filter(({ code, points }) => points !== 0 || code === 'name-one-part');
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { score, reasons, suggestion: suggestionFor(score, name, birthday, reasons) };
}

function suggestionFor(
  score: number,
  name: NameLikeness,
  birthday: BirthdayLikeness,
  reasons: readonly WeighedReason[],
): Likeness['suggestion'] {
  const isOneName = oneName.has(name);
  // Parent and child, brother and sister: one phone, one home, other names, another day, be it one digit away.
  if (!isOneName && !mayBeOneDay(birthday, name)) return null;
  if (isOneName && score >= likenessBar.likely) return 'likely';
  if (score >= likenessBar.possible) return 'possible';
  // One phone serves several people, and one person may have come under two names: somebody should look.
  const onePhone = reasons.some(({ code }) => code === 'phone-same');
  const spokenAgainst = reasons.some(({ code }) => code === 'gender-different');
  return onePhone && !spokenAgainst ? 'possible' : null;
}

function mayBeOneDay(birthday: BirthdayLikeness, name: NameLikeness): boolean {
  if (birthday === 'mistyped' || birthday === 'swapped') return name === 'part';
  return birthday !== 'different';
}

function phoneReasons(a: string, b: string): WeighedReason[] {
  if (a === '' || b === '') return [];
  if (a === b) return [{ code: 'phone-same', points: phonePoints.same }];
  return a.length === b.length && a.length >= 8 && differInOneDigit(a, b)
    ? [{ code: 'phone-mistyped', points: phonePoints.mistyped }]
    : [];
}

function differInOneDigit(a: string, b: string): boolean {
  return [...a].filter((digit, place) => digit !== b[place]).length === 1;
}

function gendersDiffer(a: Traits, b: Traits): boolean {
  const genders = [a.customer.gender, b.customer.gender];
  return genders.includes('female') && genders.includes('male');
}
