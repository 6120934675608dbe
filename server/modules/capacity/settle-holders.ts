import { daysBetween, dayAt, addDays } from '#domain/base/time.ts';
import { holderOf } from '#domain/capacity/holder.ts';
import type { Holder } from '#domain/capacity/holder.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { changeFollowups } from '../followups/change-followups.ts';
import type { Change } from '../followups/change-followups.ts';
import { countHeldByPerson } from '../followups/find-load.ts';
import type { UnplacedFollowup } from '../followups/find-load.ts';
import { findPeopleOf } from '../followups/find-people-of.ts';
import { findTreatingDoctors } from '../visits/find-treating-doctors.ts';
import type { Ground } from './read-ground.ts';

/**
 * Gives new followups the holder their step's rule asks for, and nobody's to who is away or gone; each change with
 * its reason. Gives everybody who holds one of them now.
 */
export async function chooseHolders(
  ctx: TransactionContext,
  ground: Ground,
  followups: readonly UnplacedFollowup[],
): Promise<Set<string>> {
  const byRule = followups.filter(({ ownerRule }) => ownerRule !== null);
  const people = await findPeopleOf(ctx, [...new Set(byRule.map(({ customerId }) => customerId))]);
  const doctors = await findTreatingDoctors(ctx, [
    ...new Set(byRule.flatMap(({ visitId }) => visitId ?? [])),
  ]);
  const held = await countHeldByPerson(ctx, ground.until);
  const holders = new Set<string>();
  const changes: Change[] = [];
  for (const followup of followups) {
    const { id, assigneeId, customerId, visitId, role, clinicId, ownerRule } = followup;
    if (staysAsPlanned(followup, ground)) {
      if (assigneeId) holders.add(assigneeId);
      continue;
    }
    const own = people.get(customerId);
    const { staffId, because } = holderOf(
      {
        ...{ role, clinicId, rule: ownerRule, plannedId: assigneeId },
        customersOwnerId: own?.ownerId ?? null,
        treatingDoctorIds: [
          ...(visitId ? (doctors.get(visitId) ?? []) : []),
          ...(own?.doctorId ? [own.doctorId] : []),
        ],
      },
      candidatesFor(followup, ground, held),
    );
    if (staffId !== null) holders.add(staffId);
    if (staffId === assigneeId) continue;
    changes.push({
      followupId: id,
      kind: 'held',
      causeId: null,
      after: { assigneeId: staffId, heldBecause: because },
    });
    if (assigneeId) held.set(assigneeId, (held.get(assigneeId) ?? 0) - 1);
    if (staffId) held.set(staffId, (held.get(staffId) ?? 0) + 1);
  }
  await changeFollowups(ctx, changes);
  return holders;
}

/** Begun, or planned for somebody who is there: most of them, and nothing has to be looked up. */
function staysAsPlanned(followup: UnplacedFollowup, ground: Ground): boolean {
  if (followup.isBegun) return true;
  if (followup.ownerRule !== null || followup.assigneeId === null) return false;
  const isActive = ground.people.get(followup.assigneeId)?.state === 'active';
  return isActive && daysOf(followup, ground).some((day) => !ground.isAway(followup.assigneeId!, day));
}

/** The days of the window from today on; who is away for weeks is away, and a year's window is not looked through. */
function daysOf(window: { opensAt: string; closesAt: string; clinicId: string }, ground: Ground): string[] {
  const zone = ground.zoneOf(window.clinicId);
  const opens = dayAt(window.opensAt, zone);
  const first = opens < ground.today ? ground.today : opens;
  const length = Math.min(Math.max(0, daysBetween(first, dayAt(window.closesAt, zone))), 40);
  return Array.from({ length: length + 1 }, (_, ahead) => addDays(first, ahead));
}

/** Everybody at work, with what they hold and whether they are there while the followup can be done. */
function candidatesFor(
  window: UnplacedFollowup,
  ground: Ground,
  held: ReadonlyMap<string, number>,
): Holder[] {
  const days = daysOf(window, ground);
  return [...ground.people.values()]
    .filter(({ state }) => state === 'active')
    .map(({ id, role, treats, allClinics, clinicIds, teamIds }) => ({
      staffId: id,
      role,
      treats,
      clinicIds: allClinics ? 'all' : clinicIds,
      teamIds,
      held: held.get(id) ?? 0,
      isThere: days.some((day) => !ground.isAway(id, day)),
      standInId: ground.standInOf(id, days[0]!) ?? null,
    }));
}
