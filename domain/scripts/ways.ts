import { theEnd } from './script.ts';
import type { Choice, Passage } from './script.ts';
import { passageAfter } from './walk.ts';

/** One way on from a passage: an answer, or simply what comes after it. */
interface Way {
  choice: Choice | null;
  to: Passage | undefined;
}

/** All ways on from a passage, whoever the customer is; also the way of those for whom it is left out. */
export function waysFrom(passages: readonly Passage[], from: Passage): Way[] {
  const choices: (Choice | null)[] = from.question?.choices ?? [];
  const isLeftOut = from.onlyFor !== undefined || choices.length === 0;
  const ways = isLeftOut ? [...choices, null] : choices;
  return ways.map((choice) => ({ choice, to: passageAfter(passages, from, choice) }));
}

/** The places where the script names a passage that it has not. */
export function namesNothing(passages: readonly Passage[], { then, question }: Passage): (Choice | null)[] {
  const isThere = (key: string | undefined) =>
    key === undefined || key === theEnd || passages.some((passage) => passage.key === key);
  const choices = (question?.choices ?? []).filter((choice) => !isThere(choice.then));
  return isThere(then) ? choices : [null, ...choices];
}

/** The passages that can be come to from the first. */
export function reachable(passages: readonly Passage[]): Set<Passage> {
  const found = new Set<Passage>();
  const open = passages.slice(0, 1);
  for (let at = open.pop(); at; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...waysFrom(passages, at).flatMap(({ to }) => to ?? []));
  }
  return found;
}

/** The passages from which a way leads back to one that was said before. */
export function loopsBack(passages: readonly Passage[]): Passage[] {
  const looping: Passage[] = [];
  const done = new Set<Passage>();
  const onTheWay = new Set<Passage>();
  const look = (at: Passage): void => {
    if (done.has(at)) return;
    onTheWay.add(at);
    for (const { to } of waysFrom(passages, at)) {
      if (to && onTheWay.has(to)) {
        if (!looping.includes(at)) looping.push(at);
      } else if (to) look(to);
    }
    onTheWay.delete(at);
    done.add(at);
  };
  passages.forEach(look);
  return looping;
}

/** Whether something is said to everybody who comes here. Not asked of a script that runs in a circle. */
export function saysSomething(passages: readonly Passage[], from: Passage | undefined): boolean {
  const been = new Set<Passage>();
  for (let at = from; at && !been.has(at); at = passageAfter(passages, at, null)) {
    if (at.onlyFor === undefined) return true;
    been.add(at);
  }
  return false;
}

/** The dearest way through, as `cost` counts each passage. Not asked of a script that runs in a circle. */
export function longestWay(passages: readonly Passage[], cost: (passage: Passage) => number): number {
  const known = new Map<Passage, number>();
  const from = (at: Passage | undefined): number => {
    if (!at) return 0;
    const before = known.get(at);
    if (before !== undefined) return before;
    const rest = Math.max(...waysFrom(passages, at).map(({ to }) => from(to)));
    const all = cost(at) + Math.max(0, rest);
    known.set(at, all);
    return all;
  };
  return from(passages[0]);
}
