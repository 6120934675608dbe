import { describe, expect, it } from 'vitest';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { firstContact } from './first-contact.ts';
import type { FirstContactHint, KnownOfCustomer } from './first-contact.ts';

const nothing: KnownOfCustomer = {
  refusesContact: false,
  isFrozen: false,
  isMinor: false,
  hadOwner: false,
  openComplaints: 0,
  promises: 0,
  answers: 0,
  appointments: 0,
  discreet: null,
};
const wish = (profile: object) => ({ discreet: DiscreetProfile.parse(profile) });

describe('the first contact', () => {
  it.each<{ name: string; known: Partial<KnownOfCustomer>; hints: FirstContactHint[] }>([
    { name: 'with somebody of whom nothing is known has no rules', known: {}, hints: [] },
    { name: 'names who was there before', known: { hadOwner: true }, hints: ['introduce-oneself'] },
    {
      name: 'begins with the complaint and offers nothing',
      known: { openComplaints: 1, promises: 1 },
      hints: ['complaint-first', 'no-offers', 'keep-promises'],
    },
    { name: 'offers nothing to who is unhappy', known: { isFrozen: true }, hints: ['no-offers'] },
    {
      name: 'keeps to the discreet profile',
      known: wish({ callerAlias: '林小姐', safeHours: [{ days: [1], from: '09:00', to: '12:00' }] }),
      hints: ['alias', 'only-the-customer', 'safe-hours'],
    },
    { name: 'may speak with who may pick up', known: wish({ mayPickUp: ['丈夫'] }), hints: [] },
    { name: 'of a child is with the guardian', known: { isMinor: true }, hints: ['with-the-guardian'] },
    {
      name: 'asks nothing twice',
      known: { answers: 1, appointments: 1 },
      hints: ['do-not-ask-again', 'name-the-appointment'],
    },
    {
      name: 'is not made with who wants none',
      known: { refusesContact: true, openComplaints: 1, promises: 2 },
      hints: ['no-contact'],
    },
  ])('$name', ({ known, hints }) => {
    expect(firstContact({ ...nothing, ...known })).toEqual(hints);
  });
});
