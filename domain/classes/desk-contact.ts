import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { fitsStage } from './preclass.ts';
import type { ClassStage, CustomerClass } from './preclass.ts';

/** How somebody turned to the desk. */
export const deskChannels = ['phone', 'online', 'walk_in'] as const;
export type DeskChannel = (typeof deskChannels)[number];

/** One contact of the desk, as far as it decides what may be done with it. */
export interface ContactState {
  /** M or C as it was at the contact, whatever came later. */
  stage: ClassStage;
  takenBy: string;
  takenAt: Instant;
  /** The class that was set first, and by whom: what is measured. */
  preclass: string | null;
  preclassedBy: string | null;
  confirmed: string | null;
  isWithdrawn: boolean;
}

/** A slip of the hand is taken back at once; after this long it stands. */
export const slipMinutes = 10;

/** A class by the desk. Once somebody confirmed what it is, a first class would only be copied. */
export function mayClass(contact: ContactState, code: string, table: readonly CustomerClass[]): Decision {
  if (contact.isWithdrawn) return no('contact-withdrawn');
  if (contact.confirmed !== null) return no('class-confirmed');
  return fitsStage(code, contact.stage, table);
}

/** What it turned out to be: said by somebody else than who classed it, for nobody is the judge of their own guess. */
export function mayConfirm(
  contact: ContactState,
  code: string,
  table: readonly CustomerClass[],
  by: string,
): Decision {
  if (contact.isWithdrawn) return no('contact-withdrawn');
  if (isOwn(contact, by)) return no('own-contact');
  return fitsStage(code, contact.stage, table);
}

export function mayWithdraw(contact: ContactState, by: string, now: Instant): Decision {
  if (contact.isWithdrawn) return no('contact-withdrawn');
  if (contact.takenBy !== by) return no('not-your-contact');
  if (contact.confirmed !== null) return no('class-confirmed');
  return now <= addMinutes(contact.takenAt, slipMinutes) ? yes : no('too-late');
}

/** A contact of the weekly sample, and how it was coded again, if it was. */
export interface BlindReview {
  code: string | null;
  codedBy: string | null;
  codedAt: Instant | null;
}

/** Coding a contact again: once, by somebody who did not class it; a slip may be put right for a moment. */
export function mayCodeAgain(
  contact: ContactState,
  review: BlindReview,
  code: string,
  table: readonly CustomerClass[],
  by: { id: string; now: Instant },
): Decision {
  if (isOwn(contact, by.id)) return no('own-contact');
  const isSlip =
    review.codedAt !== null && review.codedBy === by.id && by.now <= addMinutes(review.codedAt, slipMinutes);
  if (review.code !== null && !isSlip) return no('coded-already');
  return fitsStage(code, contact.stage, table);
}

function isOwn(contact: ContactState, by: string): boolean {
  return (contact.preclassedBy ?? contact.takenBy) === by;
}
