import type { Grade } from '#domain/grading/rule-set.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { mayGoTo } from './transfer.ts';
import type { OwnedPlace, Receiver } from './transfer.ts';

export interface ToPlace extends OwnedPlace {
  customerId: string;
  grade: Grade;
}

/** Whom each customer goes to; `toId` null with a reason where none of the colleagues can have them. */
export interface Placed {
  customerId: string;
  toId: string | null;
  refusal: string | null;
}

/**
 * Spreads somebody's customers over colleagues: each of those who can have a customer gets the next one when they have
 * the fewest of that grade, so that nobody gets all of the A; among equals, who has the fewest in all.
 */
export function spreadOver(
  customers: readonly ToPlace[],
  colleagues: readonly Receiver[],
  today: CalendarDate,
): Placed[] {
  const got = new Map<string, number>();
  const count = (key: string) => got.get(key) ?? 0;
  const inOrder = [...customers].sort(
    (one, other) => order(one.grade, other.grade) || order(one.customerId, other.customerId),
  );
  return inOrder.map((customer) => {
    const { customerId, grade } = customer;
    const decisions = colleagues.map((to) => ({ to, decision: mayGoTo(customer, to, today) }));
    const free = decisions.flatMap(({ to, decision }) => (decision.allowed ? [to.id] : []));
    const [toId] = free.toSorted(
      (one, other) => count(`${grade} ${one}`) - count(`${grade} ${other}`) || count(one) - count(other),
    );
    if (toId === undefined) {
      const reasons = decisions.flatMap(({ decision }) => (decision.allowed ? [] : [decision.reason]));
      return { customerId, toId: null, refusal: reasons[0] ?? 'nobody' };
    }
    for (const key of [toId, `${grade} ${toId}`]) got.set(key, count(key) + 1);
    return { customerId, toId, refusal: null };
  });
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
