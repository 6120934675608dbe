import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/**
 * five failures lock a login for fifteen minutes, but only for the address they came from. Failures
 * from strange addresses have a count of their own, so that nobody outside can lock the clinic's people out.
 */
export const signInPolicy = {
  failuresPerLoginAndAddress: 5,
  failuresPerAddress: 50,
  failuresPerLoginFromStrangeAddresses: 20,
  lockMinutes: 15,
  idleMinutes: 15,
  absoluteHours: 12,
  invitationDays: 7,
} as const;

export function isSessionOver(session: { createdAt: Instant; seenAt: Instant }, now: Instant): boolean {
  return (
    addMinutes(session.seenAt, signInPolicy.idleMinutes) <= now ||
    addMinutes(session.createdAt, signInPolicy.absoluteHours * 60) <= now
  );
}

export interface FailureCount {
  bucket: string;
  limit: number;
}

/** Which counters a failed sign-in adds to, and which of them can refuse one. */
export function failureCounts(login: string, address: string, knowsAddress: boolean): FailureCount[] {
  return [
    { bucket: `login+address ${login} ${address}`, limit: signInPolicy.failuresPerLoginAndAddress },
    { bucket: `address ${address}`, limit: signInPolicy.failuresPerAddress },
    ...(knowsAddress
      ? []
      : [{ bucket: `login ${login}`, limit: signInPolicy.failuresPerLoginFromStrangeAddresses }]),
  ];
}
