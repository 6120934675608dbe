import type pg from 'pg';
import { checkCalls } from './check/calls.ts';
import { checkFrontDesk } from './check/front-desk.ts';
import { checkGround } from './check/ground.ts';
import { checkImports } from './check/imports.ts';
import { planChecker } from './check/plans.ts';
import type { Violation } from './check/violation.ts';
import type { History } from './clients/history.ts';
import type { TriedSheet } from './clients/importers.ts';

/** Looks at the whole database with nothing in hand but what the clients asked and were told. */
export function newChecker(
  history: History,
  sheets: readonly TriedSheet[],
): (db: pg.Client) => Promise<Violation[]> {
  const checkPlans = planChecker();
  return async (db) => [
    ...checkAnswers(history),
    ...(await checkCalls(db, history.all())),
    ...(await checkFrontDesk(db, history.all())),
    ...(await checkImports(db, sheets)),
    ...(await checkPlans(db)),
    ...(await checkGround(db)),
  ];
}

/** One key has one answer, and it is yes or a conflict: the clients ask for nothing else that could be refused. */
function checkAnswers(history: History): Violation[] {
  const refused = history.all().filter(({ told }) => told && told.status !== 200 && told.status !== 409);
  return [
    ...history.contradictions().map((words): Violation => ({ kind: 'altered', words })),
    ...refused.map(({ asked, told }): Violation => {
      return { kind: 'fault', words: `${asked.act} ${asked.key}: ${JSON.stringify(told)}` };
    }),
  ];
}
