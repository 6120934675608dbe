import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { Role } from '#domain/staff/role.ts';

/** Whole phone numbers that one person may ask to see in a day (H1). */
export interface RevealQuota {
  consultant: number;
  cs: number;
  desk: number;
  others: number;
}

/** A day's calls of each post, with room to spare; who copies out the customer base goes beyond them. */
export const standardRevealQuota: RevealQuota = { consultant: 60, cs: 150, desk: 80, others: 100 };

export function revealsPerDay(role: Role | null, quota: RevealQuota = standardRevealQuota): number {
  switch (role) {
    case 'consultant':
    case 'web_consultant':
      return quota.consultant;
    case 'cs_agent':
    case 'cs_supervisor':
      return quota.cs;
    case 'front_desk':
      return quota.desk;
    default:
      return quota.others;
  }
}

export function mayReveal(
  role: Role | null,
  revealedToday: number,
  quota: RevealQuota = standardRevealQuota,
): Decision {
  return revealedToday < revealsPerDay(role, quota) ? yes : no('reveal-quota');
}
