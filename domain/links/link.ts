import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** What a link opens, and nothing else (D4). */
export const linkPurposes = [
  'rating',
  'form',
  'intake',
  'check-in',
  'consent',
  'booking',
  'appointment',
  'waitlist',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How long a link of each purpose lives where nobody says otherwise. */
export const usualLinkDays: Readonly<Record<LinkPurpose, number>> = {
  rating: 7,
  form: 7,
  intake: 2,
  'check-in': 1,
  consent: 30,
  booking: 7,
  appointment: 4,
  waitlist: 1,
};

export interface LinkState {
  expiresAt: Instant;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

/** Whether a link still opens anything: not once it was used, taken back, or is over. */
export function isLinkOpen(link: LinkState, now: Instant): boolean {
  return link.usedAt === null && link.revokedAt === null && now < link.expiresAt;
}

const minutesAfterUse = 30;

/**
 * Whether whoever used a link may still have its page before them: only what stands below the thanks may be asked for then.
 * What was taken back is as if it had never been, and no link outlives its end.
 */
export function isLinkJustUsed(link: LinkState, now: Instant): boolean {
  return (
    link.usedAt !== null &&
    isLinkOpen({ ...link, usedAt: null }, now) &&
    now < addMinutes(link.usedAt, minutesAfterUse)
  );
}

/** Unknown tokens that one address, and all of them together, may try in a minute. */
export const guessLimits = { ofAddress: 20, ofAll: 600, ofAddressUnderBrake: 1 } as const;

/**
 * While the whole house is being guessed at, an address has one wrong try a minute: a crowd of guessers gets nowhere,
 * and a customer, whose link is right, still comes in.
 */
export function mayTryLink(wrongTries: { ofAddress: number; ofAll: number }): boolean {
  const isBraked = wrongTries.ofAll >= guessLimits.ofAll;
  return wrongTries.ofAddress < (isBraked ? guessLimits.ofAddressUnderBrake : guessLimits.ofAddress);
}

/** One household or phone, however many addresses it has: of IPv6 the network's half. */
export function addressOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
