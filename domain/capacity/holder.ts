import type { HeldBecause } from '#domain/followups/change.ts';
import type { OwnerRule } from '#domain/followups/protocol.ts';
import { hasRole } from '#domain/staff/role.ts';
import type { FollowupRole, Role } from '#domain/staff/role.ts';

/** Who could hold it: people who are not disabled, with what they hold already. */
export interface Holder {
  staffId: string;
  role: Role;
  treats: boolean;
  clinicIds: readonly string[] | 'all';
  teamIds: readonly string[];
  /** Open followups of the coming weeks. */
  held: number;
  /** Whether they are there on some day of the window. */
  isThere: boolean;
  /** Who stands in for them meanwhile. */
  standInId: string | null;
}

export interface HolderQuestion {
  role: FollowupRole;
  clinicId: string;
  rule: OwnerRule | null;
  /** By the planning: the customer's own person of the role, else the role's turn. */
  plannedId: string | null;
  customersOwnerId: string | null;
  /** Who treated in the visit, then the customer's own doctor. */
  treatingDoctorIds: readonly string[];
}

export interface ChosenHolder {
  staffId: string | null;
  /** Null: as planned. */
  because: HeldBecause | null;
}

/**
 * Who holds a followup once it comes in sight (C3): by the step's rule, else as planned. Nobody who left or is away
 * for the whole window gets it; then the stand-in does, else whoever of the role there holds least. The same for the
 * same people, whatever their order.
 */
export function holderOf(question: HolderQuestion, people: readonly Holder[]): ChosenHolder {
  const byRule = ruled(question, people);
  const chosen = byRule ?? { staffId: question.plannedId, because: null };
  const person = people.find(({ staffId }) => staffId === chosen.staffId);
  if (person?.isThere) return chosen;
  const ofRole = people.filter((each) => hasRole(each, question.role) && serves(each, question.clinicId));
  const insteadOfId = chosen.staffId;
  const standIn = people.find(({ staffId }) => staffId === person?.standInId);
  if (standIn?.isThere && serves(standIn, question.clinicId))
    return { staffId: standIn.staffId, because: { code: 'stand-in', insteadOfId } };
  const other = leastOf(ofRole.filter(({ isThere }) => isThere));
  if (!other) return person ? chosen : { staffId: null, because: null };
  const code = insteadOfId === null ? 'fair-turn' : person ? 'holder-away' : 'holder-gone';
  return { staffId: other.staffId, because: { code, insteadOfId } };
}

function ruled(question: HolderQuestion, people: readonly Holder[]): ChosenHolder | null {
  const { rule, clinicId } = question;
  if (rule === null) return null;
  const here = people.filter((each) => serves(each, clinicId));
  const chosen = (person: Holder | undefined, code: HeldBecause['code']): ChosenHolder | null =>
    person ? { staffId: person.staffId, because: { code, insteadOfId: null } } : null;
  const first = (ids: readonly (string | null)[]) =>
    ids.map((id) => here.find(({ staffId }) => staffId === id)).find((person) => person !== undefined);
  if (rule === 'customers-owner') return chosen(first([question.customersOwnerId]), rule);
  if (rule === 'treating-doctor') return chosen(first(question.treatingDoctorIds), rule);
  if (rule === 'fair-turn') {
    const ofRole = here.filter((each) => hasRole(each, question.role));
    return chosen(leastOf(preferThere(ofRole)), rule);
  }
  const ofTeam = here.filter(({ teamIds, role }) => teamIds.includes(rule.teamId) && role !== 'admin');
  return chosen(leastOf(preferThere(ofTeam)), 'team');
}

function preferThere(people: readonly Holder[]): readonly Holder[] {
  const there = people.filter(({ isThere }) => isThere);
  return there.length > 0 ? there : people;
}

/** The turn goes to whoever holds least; of two, to the lower id. */
function leastOf(people: readonly Holder[]): Holder | undefined {
  return people.toSorted((one, other) => one.held - other.held || (one.staffId < other.staffId ? -1 : 1))[0];
}

function serves({ clinicIds }: Holder, clinicId: string): boolean {
  return clinicIds === 'all' || clinicIds.includes(clinicId);
}
