import { addHours } from '#domain/base/time.ts';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { Instant } from '#domain/base/time.ts';
import { mayDo, permissionsOf } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import type { FollowupState } from './contract.ts';

/** So long a handing over can be taken back. */
export const undoHours = 24;

/** A colleague who is to get followups. */
export interface Taker {
  id: string;
  /** Whether their post is one that calls customers. */
  mayCall: boolean;
  clinicIds: 'all' | readonly string[];
}

/** What of a colleague's record says what they may hold. */
export function takerOf({
  id,
  role,
  allClinics,
  clinicIds,
}: {
  id: string;
  role: Role;
  allClinics: boolean;
  clinicIds: readonly string[];
}): Taker {
  return {
    id,
    mayCall: mayDo(permissionsOf[role], 'followups.work'),
    clinicIds: allClinics ? 'all' : clinicIds,
  };
}

interface Held {
  clinicId: string;
  assigneeId: string | null;
  state: FollowupState;
}

/** Whether a followup can go to a colleague, or for null back to everybody of its role. */
export function canHandOver(
  followup: Held,
  to: Taker | null,
  giver: { id: string | null; maySupervise: boolean },
): Decision {
  if (followup.state !== 'open') return no('already-ended');
  if (!giver.maySupervise && followup.assigneeId !== giver.id) return no('not-yours');
  if (followup.assigneeId === (to?.id ?? null)) return no(to ? 'already-theirs' : 'without-holder');
  return to === null ? yes : mayHold(to, followup.clinicId);
}

/** Whether somebody can have a followup of that clinic at all. */
export function mayHold(to: Taker, clinicId: string): Decision {
  if (!to.mayCall) return no('does-not-call');
  // Whoever calls must be able to see the record.
  return to.clinicIds === 'all' || to.clinicIds.includes(clinicId) ? yes : no('other-clinic');
}

/** A followup goes back to who held it while nobody has done anything with it since. */
export function canTakeBack(transfer: { madeAt: Instant; undoneAt: Instant | null }, now: Instant): Decision {
  if (transfer.undoneAt !== null) return no('already-undone');
  return addHours(transfer.madeAt, undoHours) < now ? no('too-late') : yes;
}
