import { addHours } from '#domain/base/time.ts';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { Instant } from '#domain/base/time.ts';
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
  if (to === null) return yes;
  if (!to.mayCall) return no('does-not-call');
  // Whoever calls must be able to see the record.
  if (to.clinicIds !== 'all' && !to.clinicIds.includes(followup.clinicId)) return no('other-clinic');
  return yes;
}

/** A followup goes back to who held it while nobody has done anything with it since. */
export function canTakeBack(transfer: { madeAt: Instant; undoneAt: Instant | null }, now: Instant): Decision {
  if (transfer.undoneAt !== null) return no('already-undone');
  return addHours(transfer.madeAt, undoHours) < now ? no('too-late') : yes;
}
