import type { Instant } from '#domain/base/time.ts';
import type { PlannedFollowup } from './plan.ts';
import { isStillOpen } from './window.ts';
import type { Window } from './window.ts';

/** A followup of a plan that was made by an earlier version. */
export interface MadeFollowup extends Window {
  id: string;
  stepKey: string;
  occurrence: number;
  purpose: string;
  role: string;
  isOpen: boolean;
  /** Somebody tried already, holds a time the customer named, or gave it more time: a promise that stays as it is. */
  isBegun: boolean;
}

export interface Moved {
  changed: { id: string; from: Window; to: PlannedFollowup }[];
  added: PlannedFollowup[];
  kept: string[];
}

/**
 * What moving a plan to another version changes. A followup that is open and nobody began takes the new window
 * and role; new steps that can still be done in time come on top. Nothing that was promised is taken away: what
 * the new version does not have, what was begun, and what would be late at once, stays as it is.
 */
export function moveOf(made: readonly MadeFollowup[], owed: readonly PlannedFollowup[], now: Instant): Moved {
  const moved: Moved = { changed: [], added: [], kept: [] };
  for (const own of made) {
    if (!own.isOpen) continue;
    const to = owed.find((each) => isSame(each, own));
    if (to && !own.isBegun && isStillOpen(to, now) && differs(own, to)) {
      const { opensAt, dueAt, closesAt } = own;
      moved.changed.push({ id: own.id, from: { opensAt, dueAt, closesAt }, to });
    } else moved.kept.push(own.id);
  }
  moved.added = owed.filter((each) => isStillOpen(each, now) && !made.some((own) => isSame(each, own)));
  return moved;
}

function isSame(one: { stepKey: string; occurrence: number }, other: typeof one): boolean {
  return one.stepKey === other.stepKey && one.occurrence === other.occurrence;
}

function differs(own: MadeFollowup, to: PlannedFollowup): boolean {
  return (
    own.opensAt !== to.opensAt ||
    own.dueAt !== to.dueAt ||
    own.closesAt !== to.closesAt ||
    own.role !== to.role ||
    own.purpose !== to.purpose
  );
}
