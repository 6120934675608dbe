import { endOfDay, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectFollowups } from './store.ts';
import type { FollowupWithStep } from './store.ts';
import { selectWorklist } from './worklist-store.ts';

/** More calls than a clinic makes in a day. */
const mostCalls = 500;

/**
 * Whom a clinic's list will have on a day to come, as it stands now, the followups of each together; for a verb that
 * has asked for its own permission.
 */
export async function findWorklist(
  ctx: TransactionContext,
  { clinicId, day, zone }: { clinicId: string; day: CalendarDate; zone: TimeZone },
): Promise<{ customerId: string; followups: [FollowupWithStep, ...FollowupWithStep[]] }[]> {
  const startsAt = startOfDay(day, zone);
  const everybodys = {
    ...{ mine: null, team: null, assigneeId: null, protocolCode: null, purpose: null, ownerId: null },
    ...{ grade: null, classCode: null, customerIds: null, withEscalated: false },
  };
  const groups = await selectWorklist(
    ctx,
    {
      ...everybodys,
      ...{ now: startsAt, startOfDay: startsAt, endOfDay: endOfDay(day, zone), zone, clinicIds: [clinicId] },
    },
    { section: null, limit: mostCalls, offset: 0 },
  );
  const found = await selectFollowups(ctx, { ids: groups.flatMap(({ followupIds }) => followupIds) });
  const byId = new Map(found.map((followup) => [followup.id, followup]));
  return groups.flatMap(({ customerId, followupIds }) => {
    const [first, ...others] = followupIds.flatMap((id) => byId.get(id) ?? []);
    return first ? [{ customerId, followups: [first, ...others] }] : [];
  });
}
