import type { AttemptRow, FollowupRow, History, Violation } from './history.ts';

const hour = 3_600_000;
/** Nobody is called before nine and from eight in the evening on, unless they asked for it. */
const [opens, closes] = [9, 20];
/** A promised call is made within the hour. */
const promiseHours = 1;

/** Nobody was contacted at an hour that is not theirs, nor who must not be, nor more often than one person bears. */
export function checkContacts(history: History): Violation[] {
  const attempts = history.attempts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const followups = new Map(history.followups.map((followup) => [followup.id, followup]));
  return overBudget(attempts, followups, history.zone).concat(
    attempts.flatMap((attempt): Violation[] => {
      const before = attempts.filter(
        (each) => each.customerId === attempt.customerId && each.at < attempt.at,
      );
      const words = `call ${attempt.callId} at ${attempt.at}`;
      return [
        ...outOfHours(history, attempt, before).map((why): Violation => ({
          kind: 'out-of-hours',
          words: `${words}: ${why}`,
        })),
        ...notToBeCalled(history, attempt, before, followups).map((why): Violation => {
          return { kind: 'not-to-be-called', words: `${words}: ${why}` };
        }),
      ];
    }),
  );
}

const day = 24 * hour;
const weight = ['medical', 'complaint', 'service', 'satisfaction', 'marketing'];

interface Call {
  callId: string;
  customerId: string;
  at: string;
  purpose: string;
  /**
   * A survey was promised within its window: on the last day of it, or past it, it waits no longer, though that day or
   * that week is full. An offer was promised to nobody and waits beyond its window.
   */
  isLastDay: boolean;
}

/** Who was spoken to is not asked for an opinion the same day, or after two calls in a week; an offer comes once in one. */
function overBudget(
  attempts: readonly AttemptRow[],
  followups: ReadonlyMap<string, FollowupRow>,
  zone: string,
): Violation[] {
  const calls = spokenCalls(attempts, followups, zone);
  return calls.flatMap((call): Violation[] => {
    const { callId, at, purpose } = call;
    if ((purpose !== 'satisfaction' || call.isLastDay) && purpose !== 'marketing') return [];
    const before = calls.filter((each) => each.customerId === call.customerId && each.at < at);
    const daysAgo = (each: Call) => Math.round((startOf(at, zone) - startOf(each.at, zone)) / day);
    const today = before.filter((each) => daysAgo(each) < 1).length;
    const week = before.filter((each) => daysAgo(each) < 7).length;
    const isTooMany = today >= 1 || week >= (purpose === 'marketing' ? 1 : 2);
    const words = `call ${callId} at ${at}: ${purpose} after ${today} calls that day, ${week} that week`;
    return isTooMany ? [{ kind: 'over-budget', words }] : [];
  });
}

/** A call with several matters counts once, as the weightiest of them, where somebody was spoken to. */
function spokenCalls(
  attempts: readonly AttemptRow[],
  followups: ReadonlyMap<string, FollowupRow>,
  zone: string,
): Call[] {
  const spoken = attempts.filter(
    ({ result, undoneAt }) => undoneAt === null && (result === 'reached' || result === 'refused'),
  );
  return [...Map.groupBy(spoken, ({ callId }) => callId)].map(([callId, ofCall]) => {
    const { customerId, at } = ofCall[0]!;
    const matters = ofCall.flatMap(({ followupId }) => followups.get(followupId) ?? []);
    const purpose = weight.find((each) => matters.some((matter) => matter.purpose === each)) ?? 'medical';
    const isLastDay = matters.some(
      (matter) => matter.purpose === 'satisfaction' && startOf(matter.closesAt, zone) <= startOf(at, zone),
    );
    return { callId, customerId, at, purpose, isLastDay };
  });
}

/** A day as a number, by the clinic's calendar. */
function startOf(instant: string, zone: string): number {
  return Date.parse(formatsOf(zone).day.format(new Date(instant)));
}

function outOfHours(history: History, attempt: AttemptRow, before: readonly AttemptRow[]): string[] {
  const wished = before.some(({ callBackAt }) => {
    const late = callBackAt === null ? -1 : Date.parse(attempt.at) - Date.parse(callBackAt);
    return late >= 0 && late <= promiseHours * hour;
  });
  if (wished) return [];
  const { weekday, clock } = wallOf(attempt.at, history.zone);
  const found: string[] = [];
  if (Number(clock.slice(0, 2)) < opens || Number(clock.slice(0, 2)) >= closes) found.push(`it was ${clock}`);
  const discreet = history.discreet.find(({ customerId }) => customerId === attempt.customerId);
  if (discreet && discreet.since <= attempt.at && discreet.safeHours.length > 0) {
    const isSafe = discreet.safeHours.some(
      ({ days, from, to }) => days.includes(weekday) && from <= clock && clock < to,
    );
    if (!isSafe) found.push(`${clock} of day ${weekday} is none of their safe hours`);
  }
  return found;
}

/** Health, complaints and what they asked for themselves reach whoever wants no contact; nothing reaches the dead. */
function notToBeCalled(
  { audit, consultations }: History,
  attempt: AttemptRow,
  before: readonly AttemptRow[],
  followups: ReadonlyMap<string, FollowupRow>,
): string[] {
  const gone = audit.find(
    ({ subjectId, action, at }) =>
      subjectId === attempt.customerId && at < attempt.at && action === 'customer.deceased',
  );
  if (gone) return ['they are dead'];
  const purpose = followups.get(attempt.followupId)?.purpose ?? 'unknown';
  const refusal = before.find(({ refusedAll, undoneAt }) => refusedAll && undoneAt === null);
  if (!refusal) return [];
  // Who asks us again afterwards, and agrees when to hear from us, is called then.
  const askedAgain = consultations.some(
    ({ customerId, openedAt, closedAt, nextStep }) =>
      customerId === attempt.customerId &&
      openedAt > refusal.at &&
      nextStep === 'followup' &&
      closedAt !== null &&
      closedAt < attempt.at,
  );
  return !askedAgain && purpose !== 'medical' && purpose !== 'complaint'
    ? [`${purpose}, and they want no contact`]
    : [];
}

const formats = new Map<string, { day: Intl.DateTimeFormat; wall: Intl.DateTimeFormat }>();

function formatsOf(zone: string) {
  const known = formats.get(zone);
  if (known) return known;
  const made = {
    day: new Intl.DateTimeFormat('sv-SE', { timeZone: zone }),
    wall: new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false },
    }),
  };
  formats.set(zone, made);
  return made;
}

function wallOf(instant: string, zone: string): { weekday: number; clock: string } {
  const parts = formatsOf(zone).wall.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  return { weekday, clock: `${part('hour')}:${part('minute')}` };
}
