import type { FollowupRow, History, PlanRow, Violation } from './history.ts';

/**
 * Every followup goes back to something that happened, by a version of a protocol that was in force and has that step;
 * its holder has the post or was named; how it ended, and each change on the way, is on record.
 */
export function checkExplained(history: History): Violation[] {
  const plans = new Map(history.plans.map((plan) => [plan.id, plan]));
  const trace = traceOf(history);
  return history.followups.flatMap((followup) => {
    const plan = plans.get(followup.planId);
    const missing = plan
      ? [
          ...eventMissing(history, plan),
          ...versionMissing(history, plan, followup),
          ...holderMissing(history, followup),
          ...endMissing(history, followup),
          ...changesMissing(trace, followup),
        ]
      : ['its plan'];
    return missing.map((what): Violation => {
      return {
        kind: 'unexplained',
        words: `followup ${followup.id} (${plan?.event} ${followup.stepKey}): ${what}`,
      };
    });
  });
}

function eventMissing(history: History, { event, eventKey, eventAt, customerId }: PlanRow): string[] {
  const visit = history.visits.find(({ id }) => id === eventKey);
  const isOfVisit = visit?.customerId === customerId && visit.closedAt === eventAt;
  const happened = ((): boolean => {
    switch (event) {
      case 'visit.closed':
        return isOfVisit;
      case 'orthodontics.started':
        return isOfVisit && visit.categories.includes('orthodontics');
      case 'course.finished':
        return isOfVisit && visit.finished.length > 0;
      case 'month.closed':
        return history.visits.some(
          (each) => each.customerId === customerId && each.visitedOn.startsWith(eventKey),
        );
      case 'consultation.no_deal': {
        const [id, closing] = eventKey.split(' ');
        return history.consultations.some((each) => {
          return each.id === id && each.customerId === customerId && each.closings >= Number(closing);
        });
      }
      case 'deposit.untreated':
        return history.deposits.some((each) => each.id === eventKey && each.customerId === customerId);
      case 'satisfaction.low':
        return history.attempts.some(
          (each) => each.callId === eventKey && each.customerId === customerId && (each.score ?? 10) < 8,
        );
      case 'appointment.booked':
      case 'appointment.cancelled':
      case 'appointment.missed': {
        const [id] = eventKey.split(' ');
        const booked = history.appointments.find((each) => each.id === id && each.customerId === customerId);
        if (booked === undefined) return false;
        // Given back, or kept after all, it was missed for a while.
        if (event === 'appointment.missed')
          return history.audit.some((each) => each.action === event && each.subjectId === id);
        return event === 'appointment.booked' || booked.cancelledAt !== null;
      }
      case 'birthday': {
        const customer = history.customers.find(({ id }) => id === customerId)!;
        return isBirthday(customer, dayOf(eventAt, history.zone));
      }
      case 'manual':
        return eventKey.length > 37;
      default:
        return false;
    }
  })();
  return happened ? [] : [`nothing happened that it follows (${event} ${eventKey} at ${eventAt})`];
}

function isBirthday(customer: History['customers'][number], on: string): boolean {
  const { birthday, birthdayCalendar } = customer;
  if (birthday === null) return false;
  if (birthdayCalendar === 'lunar') {
    // Some months have no thirtieth: then it is kept on the day before. And the machine misses some new moons by a day.
    const apart = Math.abs(lunarDayOf(birthday) - lunarDayOf(on));
    return Math.min(apart, lunarYear - apart) <= 1;
  }
  return birthday.slice(5) === on.slice(5) || (birthday.endsWith('02-29') && on.endsWith('02-28'));
}

const lunarMonth = 30;
const lunarYear = 12 * lunarMonth;

/** By the machine's own tables, not the program's; a leap month counts as the month it follows. */
const lunarDays = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Counted from the lunar new year, in months of thirty days. */
function lunarDayOf(day: string): number {
  const parts = lunarDays.formatToParts(new Date(day));
  const part = (type: string) => Number.parseInt(parts.find((each) => each.type === type)!.value, 10);
  // The leap month of 1987 followed the sixth; the machine has it after the seventh.
  const isMisplaced = day >= '1987-07-26' && day <= '1987-09-22';
  return (part('month') - (isMisplaced ? 1 : 0)) * lunarMonth + part('day');
}

function versionMissing(history: History, plan: PlanRow, { stepKey }: FollowupRow): string[] {
  const version = history.versions.find(({ id }) => id === plan.versionId);
  if (!version) return ['the version of its protocol'];
  if (!version.steps.includes(stepKey))
    return [`its step is not in version ${version.id} of ${version.code}`];
  const { effectiveFrom, retiredAt } = version;
  const wasInForce =
    (effectiveFrom === null || effectiveFrom <= plan.eventAt) &&
    (retiredAt === null || plan.eventAt < retiredAt);
  const wasMoved = history.audit.some(({ action, subjectId, at }) => {
    return (
      action === 'protocol.plans-moved' &&
      subjectId === version.id &&
      at === plan.createdAt &&
      (effectiveFrom === null || effectiveFrom <= at)
    );
  });
  return wasInForce || wasMoved ? [] : [`version ${version.id} was not in force at ${plan.eventAt}`];
}

/** Of the post it is for, or somebody was named: by a reminder, by the supervisor, by who owns the customer. */
function holderMissing(history: History, { id, assigneeId, role, planId }: FollowupRow): string[] {
  if (assigneeId === null) return [];
  const holder = history.staff.find((each) => each.id === assigneeId);
  if (holder?.role === role) return [];
  const isReminder = history.plans.some((plan) => plan.id === planId && plan.event === 'manual');
  const wasNamed = history.audit.some(({ action, subjectId }) => {
    return (action === 'followup.assigned' && subjectId === id) || action === 'followups.followed-owner';
  });
  return isReminder || wasNamed ? [] : [`${holder?.role ?? 'nobody known'} holds what is for a ${role}`];
}

function endMissing(history: History, { id, customerId, state, endedAt, endReason }: FollowupRow): string[] {
  if (state === 'open') return [];
  const byCall = (result: string) =>
    history.attempts.some((each) => {
      return (
        each.followupId === id && each.result === result && each.at === endedAt && each.undoneAt === null
      );
    });
  const onRecord = (action: string, subjectId: string) =>
    history.audit.some((each) => {
      return (
        each.action === action &&
        each.subjectId === subjectId &&
        each.at === endedAt &&
        each.reason === endReason
      );
    });
  if (state === 'done') return byCall('reached') ? [] : ['it is done without an answer'];
  if (state === 'refused') return byCall('refused') ? [] : ['it was refused in no call'];
  const isOnRecord = onRecord('followup.ended', id) || onRecord('followups.ended-by-fact', customerId);
  return isOnRecord ? [] : [`nobody ended it (${endReason})`];
}

interface Trace {
  ofFollowup: Map<string, number>;
  /** What changes many at once says whose, or that it was the house. */
  ofCustomer: Map<string, number>;
  ofHouse: number;
}

const changesOfFollowup = new Set(['followup.ended', 'followup.assigned']);
const changesOfCustomer = new Set([
  ...['followups.ended-by-fact', 'followups.resumed', 'customer.is-here', 'call.undone'],
]);
const changesOfHouse = new Set(['followups.followed-owner', 'followups.handed-back', 'protocol.plans-moved']);

function traceOf({ audit, attempts }: History): Trace {
  const trace: Trace = { ofFollowup: new Map(), ofCustomer: new Map(), ofHouse: 0 };
  const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { followupId, undoneAt } of attempts) {
    count(trace.ofFollowup, followupId);
    if (undoneAt !== null) count(trace.ofFollowup, followupId);
  }
  for (const { action, subjectId } of audit) {
    if (changesOfFollowup.has(action)) count(trace.ofFollowup, subjectId!);
    else if (changesOfCustomer.has(action)) count(trace.ofCustomer, subjectId!);
    else if (changesOfHouse.has(action)) trace.ofHouse += 1;
  }
  return trace;
}

function changesMissing(
  { ofFollowup, ofCustomer, ofHouse }: Trace,
  { id, customerId, version }: FollowupRow,
): string[] {
  const own = ofFollowup.get(id) ?? 0;
  const others = (ofCustomer.get(customerId) ?? 0) + ofHouse;
  if (version - 1 < own) return [`version ${version} after ${own} changes on record`];
  return version - 1 > own + others ? [`version ${version}, and only ${own + others} changes on record`] : [];
}

function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
}
