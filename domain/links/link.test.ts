import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { addressOf, guessLimits, isLinkJustUsed, isLinkOpen, mayTryLink } from './link.ts';

const now = '2026-03-12T01:00:00.000Z';
const open = { expiresAt: '2026-03-12T01:00:00.001Z', usedAt: null, revokedAt: null };

describe('a link', () => {
  it.each([
    { name: 'opens until it is over', link: open, isOpen: true },
    { name: 'is shut the moment it is over', link: { ...open, expiresAt: now }, isOpen: false },
    { name: 'is shut once it was used', link: { ...open, usedAt: now }, isOpen: false },
    { name: 'is shut once it was taken back', link: { ...open, revokedAt: now }, isOpen: false },
  ])('$name', ({ link, isOpen }) => {
    expect(isLinkOpen(link, now)).toBe(isOpen);
  });
});

describe('a link that was used', () => {
  const used = { ...open, usedAt: now, expiresAt: '2026-03-19T01:00:00.000Z' };
  const after = (minutes: number) => addMinutes(now, minutes);
  it.each([
    { name: 'not yet', link: { ...used, usedAt: null }, at: now, isJustUsed: false },
    { name: 'a moment ago', link: used, at: now, isJustUsed: true },
    { name: 'not quite half an hour ago', link: used, at: after(29.99), isJustUsed: true },
    { name: 'half an hour ago', link: used, at: after(30), isJustUsed: false },
    { name: 'and is over since', link: { ...used, expiresAt: after(5) }, at: after(5), isJustUsed: false },
    { name: 'and was taken back', link: { ...used, revokedAt: now }, at: now, isJustUsed: false },
  ])('$name may have its page before them: $isJustUsed', ({ link, at, isJustUsed }) => {
    expect(isLinkJustUsed(link, at)).toBe(isJustUsed);
  });
});

describe('trying links', () => {
  const { ofAddress, ofAll } = guessLimits;
  it.each([
    { name: 'nobody guesses', tries: { ofAddress: 0, ofAll: 0 }, may: true },
    { name: 'the last try of an address', tries: { ofAddress: ofAddress - 1, ofAll: 0 }, may: true },
    { name: 'one more than that', tries: { ofAddress, ofAll: 0 }, may: false },
    { name: 'a second one, below the brake', tries: { ofAddress: 1, ofAll: ofAll - 1 }, may: true },
    { name: 'a second one, under the brake', tries: { ofAddress: 1, ofAll }, may: false },
    { name: 'a customer, under the brake', tries: { ofAddress: 0, ofAll: 10 * ofAll }, may: true },
  ])('$name: $may', ({ tries, may }) => {
    expect(mayTryLink(tries)).toBe(may);
  });

  it.each([
    { ip: '203.0.113.9', address: '203.0.113.9' },
    { ip: '::ffff:203.0.113.9', address: '203.0.113.9' },
    { ip: '2001:0db8:0001:0002:0003:0004:0005:0006', address: '2001:db8:1:2' },
    { ip: '2001:db8:1:2::9', address: '2001:db8:1:2' },
    { ip: '2001:db8::9', address: '2001:db8:0:0' },
    { ip: '::1', address: '0:0:0:0' },
  ])('counts $ip as $address', ({ ip, address }) => {
    expect(addressOf(ip)).toBe(address);
  });
});
