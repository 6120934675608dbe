import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** What somebody says of themselves at the door. */
export interface Said {
  name: string;
  /** The last four of their telephone. */
  digits: string;
}

/** Somebody with an appointment of the day who may be standing there. */
export interface Awaited {
  appointmentId: string;
  customerId: string;
  customerName: string;
  /** Whole: their own, and of a child its guardian's. */
  phones: readonly string[];
  startsAt: Instant;
}

/**
 * Whom the words mean, where they mean one person: brothers and sisters on one telephone are for the desk. Of two
 * appointments the earlier.
 */
export function whoIsHere<T extends Awaited>(awaited: readonly T[], said: Said): T | null {
  const meant = awaited
    .filter(({ phones }) => phones.some((phone) => phone.endsWith(said.digits)))
    .filter(({ customerName }) => isCalled(customerName, said.name))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const [first] = meant;
  return first && meant.every(({ customerId }) => customerId === first.customerId) ? first : null;
}

const titles = /(先生|女士|小姐|太太|同学|小朋友|阿姨|叔叔)$|^(mr|mrs|ms|miss|dr)\.?\s+/giu;

/** By the surname, with a title or without, or by the whole name. */
export function isCalled(name: string, said: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  const called = plain(said.trim().replace(titles, ''));
  if (called === '') return false;
  if (/^\p{Script=Han}/u.test(name.trim())) return plain(name).startsWith(called.replace(/\s+/gu, ''));
  return plain(name) === called || plain(name).split(/\s+/u).includes(called);
}

/** Before an appointment its own link says that somebody is here for so long. */
const ownLinkMinutes = 60;
export function isSoon(startsAt: Instant, now: Instant): boolean {
  return now >= addMinutes(startsAt, -ownLinkMinutes);
}

/** Wrong words at one door: of one household or network in ten minutes, and of everybody in an hour. */
export const doorLimits = { ofAddress: 10, ofAddressMinutes: 10, ofClinic: 60, ofClinicMinutes: 60 } as const;

/** Beyond that nobody is looked for: whoever guesses hears what everybody hears whom the door does not know. */
export function mayBeLookedFor(wrong: { ofAddress: number; ofClinic: number }): boolean {
  return wrong.ofAddress < doorLimits.ofAddress && wrong.ofClinic < doorLimits.ofClinic;
}
