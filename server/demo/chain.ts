import type { Role } from '#domain/staff/role.ts';
import type { ClinicKind, Speciality, TeamKey } from './content/chain.ts';

/** A colleague as the story knows them. */
export interface Colleague {
  id: string;
  name: string;
  role: Role;
  login: string;
  /** The place of their clinic in the chain; null serves all. */
  clinic: number | null;
  speciality: Speciality | null;
}

/** The chain as it stands in the database. */
export interface Chain {
  clinics: { id: string; name: string; kind: ClinicKind }[];
  teamIds: Record<TeamKey, string>;
  staff: Colleague[];
}

/** The people of a role who serve a clinic, with a speciality where one is asked for. */
export function colleaguesOf(
  chain: Chain,
  role: Role,
  clinic: number,
  speciality: Speciality | null = null,
): Colleague[] {
  return chain.staff.filter(
    (each) =>
      each.role === role &&
      (each.clinic === null || each.clinic === clinic) &&
      (speciality === null || each.speciality === speciality),
  );
}
