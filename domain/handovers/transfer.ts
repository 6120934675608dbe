import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { mayReceive } from '#domain/ownership/owner-move.ts';
import type { FormerOwner } from '#domain/ownership/owner-move.ts';

/** A colleague who is to get customers. */
export interface Receiver {
  id: string;
  clinicIds: 'all' | readonly string[];
}

/** A customer's place with the owner of one kind. */
export interface OwnedPlace {
  clinicId: string;
  ownerId: string | null;
  /** Earlier owners of that kind. */
  former: readonly FormerOwner[];
}

/** Whether a customer can go to a colleague, or for null to the pool. */
export function mayGoTo(place: OwnedPlace, to: Receiver | null, today: CalendarDate): Decision {
  if (to === null) return place.ownerId === null ? no('without-owner') : yes;
  if (place.ownerId === to.id) return no('already-theirs');
  // Whoever gets a customer must be able to see the record.
  if (to.clinicIds !== 'all' && !to.clinicIds.includes(place.clinicId)) return no('other-clinic');
  return mayReceive(to.id, place.former, today);
}
