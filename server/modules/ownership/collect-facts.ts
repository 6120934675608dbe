import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { frozenFor } from '#domain/grading/freeze.ts';
import type { ReleasableKind } from '#domain/ownership/owner-kind.ts';
import type { OwnedCustomer } from '#domain/ownership/release.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findOwned } from '../customers/find-owned.ts';
import { findOwnersFollowups } from '../followups/find-owners-followups.ts';
import { findOpenCourses } from '../ledger/find-open-courses.ts';
import { findOpenCases } from '../recovery/find-open-cases.ts';
import { findCare } from '../visits/find-care.ts';
import { selectKeptUntil } from './store.ts';

export type OwnedInClinic = OwnedCustomer & { clinicId: string };

/** What is known of each customer and owner; a customer may have one of each kind. */
export type Facts = ReadonlyMap<string, OwnedInClinic>;

export function factOf(
  { customerId, kind, ownerId }: { customerId: string; kind: ReleasableKind; ownerId: string },
  facts: Facts,
): OwnedInClinic | undefined {
  return facts.get(`${customerId} ${kind} ${ownerId}`);
}

/** All that the house knows for the release of these customers, asked once for all of them. */
export async function collectFacts(
  ctx: TransactionContext,
  customerIds: readonly string[],
  place: { zone: TimeZone; today: CalendarDate },
): Promise<Facts> {
  if (customerIds.length === 0) return new Map();
  const owned = await findOwned(ctx, customerIds);
  const followups = await findOwnersFollowups(ctx, owned);
  const cases = await findOpenCases(ctx, customerIds);
  const courses = await findOpenCourses(ctx, customerIds);
  const care = await findCare(ctx, customerIds, place.today);
  const kept = await selectKeptUntil(ctx, customerIds);
  const facts = new Map<string, OwnedInClinic>();
  for (const { customerId, clinicId, kind, ownerId, since, grade, isFrozen, lastVisitOn } of owned) {
    const key = `${customerId} ${kind} ${ownerId}`;
    const own = followups.get(`${customerId} ${ownerId}`);
    const { hasOpenVisit, nextAppointmentOn } = care.get(customerId) ?? {
      hasOpenVisit: false,
      nextAppointmentOn: null,
    };
    // Frozen for anything but an open case is grade D, which stands for itself.
    const hasOpenCase =
      cases.has(customerId) || (isFrozen && frozenFor({ grade, hasOpenCase: false }).length === 0);
    facts.set(key, {
      customerId,
      clinicId,
      ownerId,
      ownerKind: kind,
      ownedSince: dayAt(since, place.zone),
      grade,
      lastVisitOn,
      hasPlannedFollowup: own?.hasPlanned ?? false,
      lastFollowupOn: own?.lastAt ? dayAt(own.lastAt, place.zone) : null,
      isUnderTreatment: hasOpenVisit || courses.has(customerId),
      hasOpenCase,
      nextAppointmentOn,
      keptUntil: kept.get(key) ?? null,
    });
  }
  return facts;
}
