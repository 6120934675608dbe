import type { CalendarDate } from '#domain/base/time.ts';
import type { DeskScore, ScorecardView } from '#domain/scorecards/contract.ts';
import { Scorecard, standardScorecard } from '#domain/scorecards/scorecard.ts';
import type { Mark } from '#domain/scorecards/scorecard.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

const staffOf = (ctx: TransactionContext) => (ctx.actor.kind === 'staff' ? ctx.actor.id : null);

export async function selectScorecard(ctx: TransactionContext): Promise<ScorecardView> {
  const row = await ctx.db
    .selectFrom('scorecards')
    .select(['card', 'version'])
    .where('org_id', '=', ctx.orgId)
    .executeTakeFirst();
  return row
    ? { card: Scorecard.parse(row.card), version: row.version }
    : { card: standardScorecard, version: 0 };
}

/** False where somebody else saved first. */
export async function writeScorecard(
  ctx: TransactionContext,
  { card, version }: ScorecardView,
): Promise<boolean> {
  const values = {
    ...{ card: JSON.stringify(card), version: version + 1, updated_at: ctx.now },
    updated_by: staffOf(ctx),
  };
  if (version === 0) {
    const done = await ctx.db
      .insertInto('scorecards')
      .values({ org_id: ctx.orgId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n;
  }
  const done = await ctx.db
    .updateTable('scorecards')
    .set(values)
    .where('org_id', '=', ctx.orgId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function insertScore(
  ctx: TransactionContext,
  look: {
    clinicId: string;
    staffId: string;
    day: CalendarDate;
    marks: readonly Mark[];
    score: number;
    floor: number;
    note: string | null;
  },
): Promise<string> {
  const id = newId();
  const { clinicId, staffId, day, marks, score, floor, note } = look;
  await ctx.db
    .insertInto('desk_scores')
    .values({
      ...{ org_id: ctx.orgId, id, clinic_id: clinicId, staff_id: staffId, day, score, floor, note },
      ...{ marks: JSON.stringify(marks), at: ctx.now, by: staffOf(ctx) },
    })
    .execute();
  return id;
}

/** The latest first. */
export async function selectScores(
  ctx: TransactionContext,
  which: { clinicId: string; from: CalendarDate; to: CalendarDate },
): Promise<DeskScore[]> {
  const rows = await ctx.db
    .selectFrom('desk_scores as d')
    .innerJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.staff_id'))
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'd.by'))
    .select([
      'd.id',
      'd.staff_id as staffId',
      's.name as staffName',
      'd.day',
      'd.score',
      'd.floor',
      'd.marks',
      'd.note',
      'b.name as byName',
    ])
    .where('d.org_id', '=', ctx.orgId)
    .where('d.clinic_id', '=', which.clinicId)
    .where('d.day', '>=', which.from)
    .where('d.day', '<=', which.to)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1000)
    .execute();
  return rows.map((row) => ({ ...row, marks: row.marks as unknown as Mark[] }));
}
