import { z } from 'zod';
import { purposes } from '#domain/followups/protocol.ts';
import type { Step } from '#domain/followups/protocol.ts';
import { followupRoles } from '#domain/staff/role.ts';
import type { Role } from '#domain/staff/role.ts';

const minutes = z.int().min(1).max(120);
const percent = z.int().min(0).max(100);

/** How long a contact takes, and how much of their day people have for them. */
export const CapacityRules = z.strictObject({
  /** Until enough was measured: how long one contact takes, with what has to be written down. */
  minutes: z.record(z.enum(purposes), minutes),
  /** The share of somebody's hours that is for followups. */
  percent: z.record(z.enum(followupRoles), percent),
});
export type CapacityRules = z.infer<typeof CapacityRules>;

export const standardCapacityRules: CapacityRules = {
  minutes: { medical: 6, complaint: 12, satisfaction: 5, service: 4, marketing: 8 },
  // Customer service does little else; everybody else calls between their patients and visitors.
  percent: {
    cs_agent: 70,
    cs_supervisor: 20,
    nurse: 15,
    doctor: 5,
    consultant: 25,
    web_consultant: 50,
    front_desk: 15,
  },
};

/** How far ahead days are filled and looked at: what opens later has no place yet. */
export const levelDays = 28;
/** How far ahead is told what will not fit. */
export const warnDays = 7;

/** So many contacts have to be measured before their time is believed. */
export const measuresNeeded = 20;

export interface Measure {
  /** Null: of everybody together. */
  staffId: string | null;
  purpose: Step['purpose'];
  contacts: number;
  /** The middle one of the contacts. */
  minutes: number;
}

export interface ContactMinutes {
  minutes: number;
  /** Where that is from: the person's own calls, everybody's, or the clinic's figure. */
  from: 'own' | 'all' | 'rules';
}

/** How long a contact of that kind takes a person: as measured where there is enough, else as the clinic says. */
export function minutesOfContact(
  staffId: string | null,
  purpose: Step['purpose'],
  measures: readonly Measure[],
  rules: CapacityRules,
): ContactMinutes {
  const known = (who: string | null) =>
    measures.find(
      (each) => each.staffId === who && each.purpose === purpose && each.contacts >= measuresNeeded,
    );
  const own = staffId === null ? undefined : known(staffId);
  const measured = own ?? known(null);
  if (!measured) return { minutes: rules.minutes[purpose], from: 'rules' };
  const whole = Math.min(120, Math.max(1, Math.round(measured.minutes)));
  return { minutes: whole, from: own ? 'own' : 'all' };
}

/** Minutes a day for followups, out of so many that somebody works. */
export function capacityOf(role: Role, minutesWorked: number, rules: CapacityRules): number {
  const share = (rules.percent as Partial<Record<Role, number>>)[role] ?? 0;
  return Math.floor((minutesWorked * share) / 100);
}
