/** What a rule answers: yes, or no with a reason the screen has words for. */
export type Decision = { allowed: true } | { allowed: false; reason: string };

export const yes: Decision = { allowed: true };

export function no(reason: string): Decision {
  return { allowed: false, reason };
}
