import type { DiscreetProfile } from '#domain/customers/discreet.ts';

/** What a new owner keeps to in the first conversation; the screen has the words. */
export const firstContactHints = [
  'no-contact',
  'complaint-first',
  'no-offers',
  'introduce-oneself',
  'alias',
  'only-the-customer',
  'safe-hours',
  'with-the-guardian',
  'keep-promises',
  'do-not-ask-again',
  'name-the-appointment',
] as const;
export type FirstContactHint = (typeof firstContactHints)[number];

export interface KnownOfCustomer {
  refusesContact: boolean;
  /** Unhappy: no offers until the case is closed. */
  isFrozen: boolean;
  isMinor: boolean;
  hadOwner: boolean;
  openComplaints: number;
  promises: number;
  answers: number;
  appointments: number;
  discreet: DiscreetProfile | null;
}

/** The first contact of a new owner, in the order in which it is thought of: whether to call at all, how, and what for. */
export function firstContact(known: KnownOfCustomer): FirstContactHint[] {
  // Nothing else is to be said where nobody is to call.
  if (known.refusesContact) return ['no-contact'];
  const { discreet } = known;
  const holds: Record<Exclude<FirstContactHint, 'no-contact'>, boolean> = {
    'complaint-first': known.openComplaints > 0,
    'no-offers': known.isFrozen || known.openComplaints > 0,
    'introduce-oneself': known.hadOwner,
    alias: (discreet?.callerAlias ?? null) !== null,
    'only-the-customer': discreet !== null && discreet.mayPickUp.length === 0,
    'safe-hours': discreet !== null && discreet.safeHours.length > 0,
    'with-the-guardian': known.isMinor,
    'keep-promises': known.promises > 0,
    'do-not-ask-again': known.answers > 0,
    'name-the-appointment': known.appointments > 0,
  };
  return firstContactHints.filter((hint) => hint !== 'no-contact' && holds[hint]);
}
