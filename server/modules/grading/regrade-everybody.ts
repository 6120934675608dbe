import { dayAt } from '#domain/base/time.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findStandings } from '../customers/find-standings.ts';
import { rulesInForce } from './get-rules.ts';
import { gradeStandings } from './regrade-customers.ts';
import { lockRun, selectRunFinished, updateRun } from './rules-store.ts';

const customersAtOnce = 2_000;

/** Grades everybody by the rules in force, as after new rules or an import. */
export async function regradeEverybody(ctx: TransactionContext): Promise<void> {
  let after: string | null = null;
  do {
    after = await gradeNext(ctx, after);
  } while (after !== null);
}

/**
 * The nightly look, once a day: what time alone changes, as a payment that grows too old or an override that ends.
 * In steps that are each kept, so that it can be broken off anywhere, and run by two processes.
 */
export async function regradeNightly(ctx: Context): Promise<void> {
  const day = dayAt(ctx.now, ctx.zone);
  let goesOn = !(await inTransaction(ctx, (ctx) => selectRunFinished(ctx, day)));
  while (goesOn) {
    goesOn = await inTransaction(ctx, async (ctx) => {
      const run = await lockRun(ctx, day);
      if (!run || run.finishedAt !== null) return false;
      const afterId = await gradeNext(ctx, run.afterId);
      await updateRun(ctx, day, {
        afterId: afterId ?? run.afterId,
        finishedAt: afterId === null ? ctx.now : null,
      });
      return afterId !== null;
    });
  }
}

/** Grades the next few after an id; gives the last one's, or null where nobody is left. */
async function gradeNext(ctx: TransactionContext, after: string | null): Promise<string | null> {
  const standings = await findStandings(ctx, { after, limit: customersAtOnce });
  if (standings.length > 0) await gradeStandings(ctx, standings, (await rulesInForce(ctx)).ruleSet);
  return standings.length < customersAtOnce ? null : standings.at(-1)!.id;
}
