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
