import type { History, Violation } from './history.ts';

const hour = 3_600_000;
/** A day's grace, the night that finds them, and the day on which somebody takes them up. */
const mayWaitHours = 5 * 24;
/** The list of the lost keeps somebody only for a while: then somebody must have acted. */
const mayBeListedHours = 14 * 24;
/** A followup past its window is in everybody's way; this long nobody leaves it there. */
const mayLieHours = 30 * 24;

/**
 * Everybody who came or asked was kept by something soon after, and without a gap until there was an answer or a reason
 * with a name.
 */
export function checkNobodyLost(history: History): Violation[] {
  return [
    ...history.customers.flatMap(({ id, name }) => lostTimes(history, id, name)),
    ...forgotten(history),
  ];
}

function lostTimes(history: History, customerId: string, name: string): Violation[] {
  const covers = coversOf(history, customerId);
  const answers = answersOf(history, customerId);
  return turnsOf(history, customerId).flatMap((turn): Violation[] => {
    let keptUntil = turn;
    for (;;) {
      const next = covers.find(({ from, to }) => from <= keptUntil + mayWaitHours * hour && to > keptUntil);
      if (!next) break;
      keptUntil = next.to;
    }
    const deadline = keptUntil + mayWaitHours * hour;
    if (deadline >= Date.parse(history.until)) return [];
    if (answers.some((answer) => answer >= turn && answer <= deadline)) return [];
    const since = new Date(turn).toISOString();
    return [
      {
        kind: 'lost',
        words: `${name} turned to us ${since}; nothing after ${new Date(keptUntil).toISOString()}`,
      },
    ];
  });
}

/** When the customer came or asked; what a sheet tells of former days is history. */
function turnsOf(history: History, customerId: string): number[] {
  const own = <T extends { customerId: string }>(rows: T[]) =>
    rows.filter((row) => row.customerId === customerId);
  return [
    ...history.customers
      .filter(({ id, isImported }) => id === customerId && !isImported)
      .map((row) => row.createdAt),
    ...own(history.visits).flatMap(({ closedAt, isImported }) => (isImported || !closedAt ? [] : [closedAt])),
    ...own(history.consultations).map(({ openedAt }) => openedAt),
    ...own(history.contacts).map(({ at }) => at),
  ].map((instant) => Date.parse(instant));
}

interface Cover {
  from: number;
  to: number;
}

/** What kept them, and for how long. */
function coversOf(history: History, customerId: string): Cover[] {
  const own = <T extends { customerId: string }>(rows: T[]) =>
    rows.filter((row) => row.customerId === customerId);
  const cover = (from: string, to: string | null): Cover => ({
    from: Date.parse(from),
    to: to === null ? Infinity : Date.parse(to),
  });
  return [
    ...own(history.followups).map(({ createdAt, endedAt }) => cover(createdAt, endedAt)),
    ...own(history.visits).map(({ openedAt, closedAt }) => cover(openedAt, closedAt)),
    ...own(history.consultations).map(({ openedAt, closedAt }) => cover(openedAt, closedAt)),
    ...own(history.appointments).map(({ bookedAt, startsAt, cancelledAt }) =>
      cover(bookedAt, cancelledAt ?? startsAt),
    ),
    ...own(history.lost).map(({ foundAt, endedAt }) => {
      const latest = Date.parse(foundAt) + mayBeListedHours * hour;
      return {
        from: Date.parse(foundAt),
        to: Math.min(latest, endedAt === null ? Infinity : Date.parse(endedAt)),
      };
    }),
  ];
}

/** When there was an answer, or a reason that somebody stands for. */
function answersOf(history: History, customerId: string): number[] {
  const own = <T extends { customerId: string }>(rows: T[]) =>
    rows.filter((row) => row.customerId === customerId);
  return [
    ...own(history.followups).flatMap(({ state, endedAt, endReason }) =>
      endedAt !== null && (state === 'done' || endReason) ? [endedAt] : [],
    ),
    ...own(history.consultations).flatMap(({ nextStep, words, closedAt }) =>
      nextStep === 'none' && words && closedAt ? [closedAt] : [],
    ),
    ...own(history.lost).flatMap(({ reason, by, endedAt }) => (reason && by && endedAt ? [endedAt] : [])),
    ...history.audit
      .filter(({ subjectId, action }) => subjectId === customerId && isGone.has(action))
      .map(({ at }) => at),
  ].map((instant) => Date.parse(instant));
}

const isGone = new Set(['customer.deceased', 'customer.moved-away']);

/** What is owed and late, and nobody has tried for weeks; and cases in which nobody has done anything for as long. */
function forgotten(history: History): Violation[] {
  const { followups, attempts, cases, until } = history;
  const lastTry = new Map<string, string>();
  for (const { followupId, at } of attempts)
    if (at > (lastTry.get(followupId) ?? '')) lastTry.set(followupId, at);
  const latest = new Date(Date.parse(until) - mayLieHours * hour).toISOString();
  const lying = followups.filter((followup) => {
    const { id, state, closesAt, createdAt } = followup;
    const isLate = state === 'open' && closesAt < latest && createdAt < latest;
    return isLate && (lastTry.get(id) ?? '') < latest && !mayWaitForACase(history, followup);
  });
  return [
    ...lying.map(({ id, purpose, closesAt }): Violation => {
      return { kind: 'forgotten', words: `${purpose} followup ${id}, due until ${closesAt}` };
    }),
    ...cases
      .filter(({ state, workedAt }) => state === 'open' && workedAt < latest)
      .map(({ id, workedAt }): Violation => {
        return { kind: 'forgotten', words: `case ${id}, in which nothing was done since ${workedAt}` };
      }),
  ];
}

/** Offers and birthday wishes are kept from who is unhappy, until it is put right. */
function mayWaitForACase(history: History, followup: History['followups'][number]): boolean {
  const { customerId, purpose, planId } = followup;
  const isWish = history.plans.some(({ id, event }) => id === planId && event === 'birthday');
  if (purpose !== 'marketing' && !isWish) return false;
  return (
    history.unhappy.includes(customerId) ||
    history.cases.some((each) => each.customerId === customerId && each.state === 'open')
  );
}
