import type { StaffMember, Team } from '#domain/staff/contract.ts';

/** Who may have done a treatment. */
export interface Treaters {
  teams: readonly Pick<Team, 'id' | 'name'>[];
  staff: readonly StaffMember[];
}
