import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';

/** What an agent makes of a customer's recovery: as expected, to be watched, or for the doctor. */
export const findings = ['normal', 'watch', 'doctor'] as const;
export type Finding = (typeof findings)[number];

interface Heard {
  finding: Finding;
  /** Warning signs that were named in this call. */
  signsHeard: number;
  /** Whether the warning signs were asked about at all. */
  wereSignsAsked: boolean;
  /** An earlier warning sign is still without a doctor's word. */
  hasOpenFlag: boolean;
  /** The doctor is the one who speaks with the customer. */
  isDoctor: boolean;
}

/** Nobody but a doctor says that a warning sign is nothing; and nobody says that all is well who has not asked. */
export function mayFind({ finding, signsHeard, wereSignsAsked, hasOpenFlag, isDoctor }: Heard): Decision {
  if (!isDoctor && finding !== 'doctor' && (signsHeard > 0 || hasOpenFlag))
    return no('red-flag-needs-doctor');
  return finding === 'normal' && !wereSignsAsked ? no('signs-not-asked') : yes;
}
