import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { mayClass, mayCodeAgain, mayConfirm, mayWithdraw } from './desk-contact.ts';
import type { BlindReview, ContactState } from './desk-contact.ts';
import { standardClassTable as table } from './preclass.ts';

const now = '2026-03-12T01:00:00.000Z';
const contact: ContactState = {
  stage: 'M',
  takenBy: 'li',
  takenAt: now,
  preclass: 'M-A',
  preclassedBy: 'li',
  confirmed: null,
  isWithdrawn: false,
};
const saying = (reason: string) => ({ allowed: false, reason });
const allowed = { allowed: true };

describe('classing a contact', () => {
  it.each([
    { name: 'a class of its stage', change: {}, code: 'M-B', says: allowed },
    { name: 'a class of the other stage', change: {}, code: 'C-A', says: saying('class-of-other-stage') },
    { name: 'a class of no table', change: {}, code: 'M-Z', says: saying('class-unknown') },
    {
      name: 'after a confirmation',
      change: { confirmed: 'M-A' },
      code: 'M-A',
      says: saying('class-confirmed'),
    },
    {
      name: 'when it was taken back',
      change: { isWithdrawn: true },
      code: 'M-A',
      says: saying('contact-withdrawn'),
    },
  ])('$name: $says', ({ change, code, says }) => {
    expect(mayClass({ ...contact, ...change }, code, table)).toEqual(says);
  });
});

describe('confirming a class', () => {
  it.each([
    { name: 'by a colleague', change: {}, by: 'wu', says: allowed },
    { name: 'a second time', change: { confirmed: 'M-B' }, by: 'wu', says: allowed },
    { name: 'by who classed it', change: {}, by: 'li', says: saying('own-contact') },
    {
      name: 'by who took it, when another classed it',
      change: { preclassedBy: 'he' },
      by: 'li',
      says: allowed,
    },
    {
      name: 'by who took it, without a class',
      change: { preclass: null, preclassedBy: null },
      by: 'li',
      says: saying('own-contact'),
    },
    {
      name: 'when it was taken back',
      change: { isWithdrawn: true },
      by: 'wu',
      says: saying('contact-withdrawn'),
    },
  ])('$name: $says', ({ change, by, says }) => {
    expect(mayConfirm({ ...contact, ...change }, 'M-A', table, by)).toEqual(says);
  });
});

describe('taking a contact back', () => {
  it.each([
    { minutes: 0, says: allowed },
    { minutes: 10, says: allowed },
    { minutes: 11, says: saying('too-late') },
  ])('after $minutes minutes: $says', ({ minutes, says }) => {
    expect(mayWithdraw(contact, 'li', addMinutes(now, minutes))).toEqual(says);
  });

  it('is for who took it, and while nobody confirmed it', () => {
    expect(mayWithdraw(contact, 'wu', now)).toEqual(saying('not-your-contact'));
    expect(mayWithdraw({ ...contact, confirmed: 'M-A' }, 'li', now)).toEqual(saying('class-confirmed'));
    expect(mayWithdraw({ ...contact, isWithdrawn: true }, 'li', now)).toEqual(saying('contact-withdrawn'));
  });
});

describe('coding a contact again', () => {
  const open: BlindReview = { code: null, codedBy: null, codedAt: null };
  const coded: BlindReview = { code: 'M-B', codedBy: 'he', codedAt: now };
  it.each([
    { name: 'the first time', review: open, by: 'he', minutes: 0, says: allowed },
    { name: 'one’s own contact', review: open, by: 'li', minutes: 0, says: saying('own-contact') },
    { name: 'a slip, ten minutes later', review: coded, by: 'he', minutes: 10, says: allowed },
    {
      name: 'a slip, eleven minutes later',
      review: coded,
      by: 'he',
      minutes: 11,
      says: saying('coded-already'),
    },
    { name: 'what another coded', review: coded, by: 'wu', minutes: 0, says: saying('coded-already') },
  ])('$name: $says', ({ review, by, minutes, says }) => {
    const decision = mayCodeAgain(contact, review, 'M-A', table, { id: by, now: addMinutes(now, minutes) });
    expect(decision).toEqual(says);
  });
});
