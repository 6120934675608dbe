import { hasRole } from '#domain/staff/role.ts';
import type { FollowupRole, Role } from '#domain/staff/role.ts';

export interface Candidate {
  staffId: string;
  role: Role;
  treats: boolean;
  clinicIds: readonly string[] | 'all';
}

/**
 * Who holds a new followup (C3): the first of the customer's own people who has the role, else the role's people
 * of the clinic in turn, by the customer, so that one customer's calls come from one voice; null where nobody has
 * the role yet, and then the whole role sees it.
 */
export function assigneeFor(
  followup: { role: FollowupRole; clinicId: string; customerId: string },
  own: readonly (string | null)[],
  candidates: readonly Candidate[],
): string | null {
  const fitting = peopleInTurn(followup, candidates);
  if (fitting.length === 0) return null;
  const theirs = own.find((staffId) => staffId !== null && fitting.includes(staffId));
  return theirs ?? fitting[turnOf(followup.customerId) % fitting.length]!;
}

/** Who has the role at the clinic, in the order of their turns. */
export function peopleInTurn(
  { role, clinicId }: { role: FollowupRole; clinicId: string },
  candidates: readonly Candidate[],
): string[] {
  return candidates
    .filter((each) => hasRole(each, role))
    .filter((each) => each.clinicIds === 'all' || each.clinicIds.includes(clinicId))
    .map((each) => each.staffId)
    .sort();
}

/** A number that spreads ids evenly, from their last eight hexadecimal digits. */
function turnOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16);
}
