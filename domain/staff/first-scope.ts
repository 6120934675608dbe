import { mayDo, permissionsOf } from './permissions.ts';
import { followupRoles } from './role.ts';
import type { Role } from './role.ts';

const beginsWithAll = {
  // Who is called for followups sees their own first; the others have none.
  followups: (role: Role) => !(followupRoles as readonly Role[]).includes(role),
  // Who answers for all of it sees all of it, also what nobody has taken yet.
  cases: (role: Role) => mayDo(permissionsOf[role], 'recovery.supervise'),
  // A clinic of one dentist has no doctor beside its owner to wait for.
  redFlags: (role: Role) => role === 'owner',
};

/** Whose work a list shows until somebody chooses. */
export function firstScope(list: keyof typeof beginsWithAll, role: Role): 'mine' | 'all' {
  return beginsWithAll[list](role) ? 'all' : 'mine';
}
