import type { z } from 'zod';
import { dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type {
  AskedHow,
  AskSatisfaction,
  FigureAxis,
  FigureRow,
  Satisfaction,
} from '#domain/forms/figures-contract.ts';
import { figuresOf, gapOf, noScores, recommendFigures, shareOf, tally } from '#domain/forms/figures.ts';
import type { CountedScore } from '#domain/forms/figures.ts';
import type { Dimension } from '#domain/forms/form.ts';
import { periodMeant } from '#domain/forms/period.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { countCallScores } from '../followups/find-call-scores.ts';
import { listTeams } from '../staff/edit-clinics.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { formRulesInForce } from './get-form-rules.ts';
import { countAsked, countScores, selectFollowupsOnForms } from './figures-store.ts';
import type { Period } from './figures-store.ts';

type Counted = CountedScore<Dimension> & { how: AskedHow };

/** D2: the bands of every dimension, told apart by one axis, with how many answered and how sure each share is. */
export async function showSatisfaction(
  ctx: Context,
  input: z.output<typeof AskSatisfaction>,
): Promise<Satisfaction> {
  requirePermission(ctx, 'satisfaction.read');
  const { by, how } = input;
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  const { from, to } = periodMeant(input, dayAt(ctx.now, ctx.zone));
  const period = { from: startOfDay(from, ctx.zone), to: endOfDay(to, ctx.zone), clinicIds };
  return inTransaction(ctx, async (ctx) => {
    const counted = (await ratingsOf(ctx, period, by)).filter(
      (each) => how === undefined || each.how === how,
    );
    // Whom a colleague asked has answered: the rate is of those who were left to answer alone.
    const asked = how === 'staff' ? [] : await countAsked(ctx, period, by);
    const dimensions = await dimensionsToShow(ctx, counted);
    const tallied = tally(counted);
    const keys = [...new Set([...tallied.keys(), ...asked.map(({ key }) => key)])];
    const names = await namesOf(ctx, by);
    const rowOf = (key: string | null, own: readonly CountedScore<Dimension>[], sent: typeof asked) =>
      figureRow({ key, name: key === null ? null : (names.get(key) ?? null) }, own, sent, dimensions);
    const everything = counted.map((each) => ({ ...each, key: null }));
    return {
      ...{ from, to, by, dimensions },
      all: rowOf(null, everything, asked),
      rows: keys
        .map((key) =>
          rowOf(
            key,
            counted.filter((each) => each.key === key),
            asked.filter((each) => each.key === key),
          ),
        )
        .sort(by === 'week' || by === 'month' ? byKey : byRatings),
      gaps: await gapsOf(ctx, period),
    };
  });
}

/** What is asked today, and what was scored in that time under a name that is no longer used. */
async function dimensionsToShow(
  ctx: TransactionContext,
  counted: readonly Counted[],
): Promise<Satisfaction['dimensions']> {
  const { rules } = await formRulesInForce(ctx);
  const scored = new Set(counted.map(({ dimension }) => dimension));
  return rules.dimensions
    .filter(({ key, isUsed }) => isUsed || scored.has(key))
    .map(({ key, name }) => ({ key, name }));
}

function figureRow(
  of: Pick<FigureRow, 'key' | 'name'>,
  counted: readonly CountedScore<Dimension>[],
  asked: readonly { asked: number; answered: number }[],
  shown: Satisfaction['dimensions'],
): FigureRow {
  const counts = tally(counted.map((each) => ({ ...each, key: null }))).get(null);
  const sum = (field: 'asked' | 'answered') => asked.reduce((total, each) => total + each[field], 0);
  return {
    ...of,
    dimensions: shown.flatMap(({ key }) => {
      const own = counts?.get(key);
      return own ? [{ dimension: key, ...figuresOf(own) }] : [];
    }),
    recommend: recommendFigures(counts?.get('recommend') ?? noScores()),
    response: shareOf(sum('answered'), sum('asked')),
  };
}

/** Of forms, and of calls in which somebody asked for the whole. */
async function ratingsOf(ctx: TransactionContext, period: Period, by: FigureAxis): Promise<Counted[]> {
  const butFollowupIds = await selectFollowupsOnForms(ctx, period);
  const ofForms = await countScores(ctx, period, by);
  const ofCalls = await countCallScores(ctx, { ...period, butFollowupIds }, by);
  return [
    ...ofForms,
    ...ofCalls.map((each) => ({ ...each, dimension: 'overall' as const, how: 'staff' as const })),
  ];
}

async function gapsOf(ctx: TransactionContext, period: Period): Promise<Satisfaction['gaps']> {
  const overall = (await ratingsOf(ctx, period, 'asker')).filter(({ dimension }) => dimension === 'overall');
  const countsOf = (how: AskedHow, staffId?: string) =>
    overall
      .filter((each) => each.how === how && (staffId === undefined || each.key === staffId))
      .reduce((counts, { score, count }) => {
        counts[score]! += count;
        return counts;
      }, noScores());
  const everybody = countsOf('self');
  const names = await namesOf(ctx, 'asker');
  return [...new Set(overall.filter(({ how }) => how === 'staff').map(({ key }) => key))]
    .flatMap((staffId) =>
      staffId === null
        ? []
        : [
            {
              ...{ staffId, name: names.get(staffId) ?? '' },
              ...gapOf(countsOf('staff', staffId), countsOf('self', staffId), everybody),
            },
          ],
    )
    .sort((one, other) => (other.gap ?? -11) - (one.gap ?? -11) || one.name.localeCompare(other.name));
}

async function namesOf(ctx: TransactionContext, by: FigureAxis): Promise<Map<string, string>> {
  if (by !== 'doctor' && by !== 'asker' && by !== 'team') return new Map();
  const { items } = by === 'team' ? await listTeams(ctx) : await listStaff(ctx);
  return new Map(items.map(({ id, name }) => [id, name]));
}

const byKey = (one: FigureRow, other: FigureRow): number => (one.key ?? '').localeCompare(other.key ?? '');

/** Whoever has most ratings first: there the shares say most. What nobody is named for comes last. */
function byRatings(one: FigureRow, other: FigureRow): number {
  const n = ({ dimensions }: FigureRow) => Math.max(0, ...dimensions.map((each) => each.n));
  return Number(one.key === null) - Number(other.key === null) || n(other) - n(one) || byKey(one, other);
}
