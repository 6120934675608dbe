import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { OwnerKind } from './owner-kind.ts';

/** Somebody's earlier time as owner; `returnsOn` is the first day they may have the customer again. */
export interface FormerOwner {
  ownerId: string;
  returnsOn: CalendarDate | null;
}

/** Whoever brings a customer to this person, be it a bulk assignment, an import or a claim, asks here. */
export function mayReceive(staffId: string, former: readonly FormerOwner[], today: CalendarDate): Decision {
  const waits = former.some(
    ({ ownerId, returnsOn }) => ownerId === staffId && returnsOn !== null && today < returnsOn,
  );
  return waits ? no('cooldown') : yes;
}

/**
 * Whether somebody may write another owner into the record. A customer who never had one is anybody's to assign; who
 * has one, or lies in the pool, changes hands by a decision or a claim.
 */
export function mayWriteOwner(
  place: { kind: OwnerKind; ownerId: string | null; hadOwner: boolean },
  isDecider: boolean,
): Decision {
  if (isDecider || place.kind === 'doctor') return yes;
  if (place.ownerId !== null) return no('has-owner');
  return place.hadOwner ? no('in-the-pool') : yes;
}
