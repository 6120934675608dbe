import { addDays, dayAt, mondayOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { blindSample } from '#domain/classes/blind-sample.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { classesInForce } from './get-classes.ts';
import { claimWeek, insertReviews, selectClassed } from './review-store.ts';

/** A sample that was not drawn for so long, because nothing ran, tells nobody anything new. */
const weeksBack = 4;

/**
 * Once a week is over, draws from each person's classed contacts of it the ones to be coded again. Run at any time
 * and by any number of processes.
 */
export async function drawSamples(ctx: Context): Promise<void> {
  const thisWeek = mondayOf(dayAt(ctx.now, ctx.zone));
  await inTransaction(ctx, async (ctx) => {
    for (let back = weeksBack; back >= 1; back -= 1) await drawWeek(ctx, addDays(thisWeek, -7 * back));
  });
}

async function drawWeek(ctx: TransactionContext, week: CalendarDate): Promise<void> {
  if (!(await claimWeek(ctx, week))) return;
  const { sampleSize } = (await classesInForce(ctx)).rules;
  const byPerson = Map.groupBy(await selectClassed(ctx, week, addDays(week, 6)), ({ staffId }) => staffId);
  const drawn = [...byPerson].flatMap(([staffId, own]) =>
    blindSample(
      own.map(({ id }) => id),
      week,
      staffId,
      sampleSize,
    ),
  );
  await insertReviews(ctx, week, drawn);
  if (drawn.length > 0) await recordAudit(ctx, { action: 'class-sample.drawn', after: { week } });
}
