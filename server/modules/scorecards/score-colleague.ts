import type { z } from 'zod';
import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { DeskScores, ListScores, ScoreColleague, ScorecardView } from '#domain/scorecards/contract.ts';
import { scoreOf, trendOf } from '#domain/scorecards/scorecard.ts';
import type { Scorecard } from '#domain/scorecards/scorecard.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { findPeople } from '../staff/find-people.ts';
import { insertScore, selectScorecard, selectScores, writeScorecard } from './store.ts';

const longestDays = 400;

export async function getScorecard(ctx: Context): Promise<ScorecardView> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, selectScorecard);
}

/** By what the desk is judged from now on; what was judged keeps its own. Throws Conflict `stale-version`. */
export async function saveScorecard(
  ctx: Context,
  input: { card: Scorecard; version: number },
): Promise<ScorecardView> {
  requirePermission(ctx, 'desk.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await selectScorecard(ctx);
    if (before.version !== input.version || !(await writeScorecard(ctx, input)))
      throw new Conflict('stale-version', { current: before });
    await recordAudit(ctx, { action: 'scorecard.saved', before: before.card, after: input.card });
    return selectScorecard(ctx);
  });
}

/** A look at a colleague at the desk (E9). Throws Conflict `own-score`, Invalid where the points do not fit the card. */
export async function scoreColleague(
  ctx: Context,
  input: z.output<typeof ScoreColleague>,
): Promise<DeskScores> {
  requirePermission(ctx, 'desk.supervise');
  const { clinicId, staffId, given, note } = input;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  if (ctx.actor.id === staffId) throw new Conflict('own-score');
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    if (!(await findPeople(ctx, [staffId])).has(staffId)) throw new NotFound('staff', staffId);
    const { card } = await selectScorecard(ctx);
    const marks = card.criteria.map((criterion, index) => ({ ...criterion, given: given[index] ?? -1 }));
    if (given.length !== marks.length || marks.some(({ given, points }) => given < 0 || given > points))
      throw new Invalid({ path: 'given', code: 'unknown' });
    const day = dayAt(ctx.now, zone);
    const id = await insertScore(ctx, {
      ...{ clinicId, staffId, day, marks, score: scoreOf(marks), floor: card.floor, note },
    });
    await recordAudit(ctx, { action: 'desk-score.given', subject: { type: 'staff', id: staffId } });
    const items = await selectScores(ctx, { clinicId, from: day, to: day });
    return asShown(items.filter((item) => item.id === id));
  });
}

/** The looks of some time, and everybody's trend. */
export async function listScores(ctx: Context, input: z.output<typeof ListScores>): Promise<DeskScores> {
  requirePermission(ctx, 'desk.supervise');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  if (input.to < input.from || daysBetween(input.from, input.to) > longestDays)
    throw new Invalid({ path: 'to', code: 'too-long' });
  return inTransaction(ctx, async (ctx) => asShown(await selectScores(ctx, input)));
}

function asShown(items: DeskScores['items']): DeskScores {
  const names = new Map(items.map(({ staffId, staffName }) => [staffId, staffName]));
  return {
    items,
    people: trendOf(items).map((person) => ({ ...person, staffName: names.get(person.staffId)! })),
  };
}
