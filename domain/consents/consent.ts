import type { Instant } from '#domain/base/time.ts';

/** What somebody may agree to or refuse, each by itself. */
export const consentPurposes = [
  'care',
  'marketing',
  'call_recording',
  'referral_disclosure',
  'health_to_third_party',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentChannels = ['sms', 'call', 'wechat', 'email'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** How it was said. */
export const consentWays = ['paper', 'in_person', 'phone', 'page', 'message', 'import'] as const;
export type ConsentWay = (typeof consentWays)[number];

export interface ConsentEntry {
  purpose: ConsentPurpose;
  /** Null is every channel. */
  channel: ConsentChannel | null;
  decision: 'given' | 'withdrawn';
  at: Instant;
}

/** What was said last about this purpose on this channel; what was said of every channel counts for each. */
export function standingConsent(
  entries: readonly ConsentEntry[],
  purpose: ConsentPurpose,
  channel: ConsentChannel | null,
): 'given' | 'withdrawn' | 'never' {
  const about = entries.filter(
    (entry) => entry.purpose === purpose && (entry.channel === channel || entry.channel === null),
  );
  // Of two at one moment the refusal holds.
  const last = about.reduce<ConsentEntry | null>(
    (found, entry) =>
      found === null || entry.at > found.at || (entry.at === found.at && entry.decision === 'withdrawn')
        ? entry
        : found,
    null,
  );
  return last?.decision ?? 'never';
}

/** Below it a guardian answers; up to `ofAgeAt` they are written to, and nobody advertises. */
export const guardianBelow = 14;
export const ofAgeAt = 18;
