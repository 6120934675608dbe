import type { z } from 'zod';
import { dayAt, firstOfMonth, monthOf, nextMonth, startOfDay } from '#domain/base/time.ts';
import { figuresOf, noScores, shareOf } from '#domain/forms/figures.ts';
import type {
  AskRound,
  ListRound,
  MonthRound,
  RoundCustomer,
  RoundOwner,
} from '#domain/forms/figures-contract.ts';
import { daysLeft, hoursLeft, lastDayOfRound, stateOfRound } from '#domain/forms/month-round.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findMonthRound } from '../followups/find-month-round.ts';
import { selectLastOverall } from './figures-store.ts';

type Round = Awaited<ReturnType<typeof roundOf>>;

/** The cockpit of the month (idea 14): who of last month's customers was asked and who was not, by owner, before the 10th. */
export async function showMonthRound(ctx: Context, input: z.output<typeof AskRound>): Promise<MonthRound> {
  requirePermission(ctx, 'satisfaction.read');
  const today = dayAt(ctx.now, ctx.zone);
  const month = input.month ?? nextMonth(monthOf(today), -1);
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const round = await roundOf(ctx, month, clinicIds);
    const owners = new Map<string | null, { name: string | null; own: Round }>();
    for (const each of round) {
      const known = owners.get(each.ownerId) ?? { name: each.ownerName, own: [] };
      known.own.push(each);
      owners.set(each.ownerId, known);
    }
    return {
      ...{ month, today, lastDay: lastDayOfRound(month), daysLeft: daysLeft(month, today) },
      all: countOf(ctx, round, today),
      owners: [...owners]
        .map(([staffId, { name, own }]): RoundOwner => ({ staffId, name, ...countOf(ctx, own, today) }))
        .sort((one, other) => other.left - one.left || (one.name ?? '').localeCompare(other.name ?? '')),
    };
  });
}

/** The names behind it. */
export async function listMonthRound(
  ctx: Context,
  input: z.output<typeof ListRound>,
): Promise<{ items: RoundCustomer[]; total: number }> {
  requirePermission(ctx, 'satisfaction.read');
  const month = input.month ?? nextMonth(monthOf(dayAt(ctx.now, ctx.zone)), -1);
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  const { ownerId, state, page, pageSize } = input;
  return inTransaction(ctx, async (ctx) => {
    const found = (await roundOf(ctx, month, clinicIds)).filter(
      (each) =>
        // Who answered was asked, too.
        (state === 'asked' ? each.state !== 'left' : each.state === state) &&
        (ownerId === undefined || (each.ownerId ?? 'none') === ownerId),
    );
    const shown = found.slice((page - 1) * pageSize, page * pageSize);
    const customers = await briefCustomers(
      ctx,
      shown.map(({ customerId }) => customerId),
    );
    return {
      total: found.length,
      items: shown.map(({ followupId, customerId, ownerName, tries, score }) => {
        const { id = customerId, name = '', number = '' } = customers.get(customerId) ?? {};
        return { followupId, customer: { id, name, number }, ownerName, tries, score };
      }),
    };
  });
}

/** Each customer of the round, where a form they filled in alone counts as asked and answered. */
async function roundOf(ctx: TransactionContext, month: string, clinicIds: readonly string[] | null) {
  const owed = await findMonthRound(ctx, month, clinicIds);
  const beginOf = (month: string) => startOfDay(firstOfMonth(month), ctx.zone);
  const alone = await selectLastOverall(
    ctx,
    owed.map(({ customerId }) => customerId),
    // A month later the next round asks them.
    { from: beginOf(nextMonth(month)), to: beginOf(nextMonth(month, 2)) },
  );
  return owed.map((each) => {
    const score = each.score ?? alone.get(each.customerId) ?? null;
    return { ...each, score, state: stateOfRound({ ...each, score }) };
  });
}

function countOf(ctx: Context, round: Round, today: string) {
  const customers = round.length;
  const left = round.filter(({ state }) => state === 'left').length;
  const counts = noScores();
  for (const { score } of round) if (score !== null) counts[score]! += 1;
  const answered = round.filter(({ state }) => state === 'answered').length;
  const todays = round.flatMap(({ lastAt }) =>
    lastAt !== null && dayAt(lastAt, ctx.zone) === today ? [lastAt] : [],
  );
  const [firstAt = null, lastAt = firstAt] = [todays.toSorted()[0], todays.toSorted().at(-1)];
  return {
    ...{ customers, left, askedToday: todays.length },
    asked: shareOf(customers - left, customers),
    answered: shareOf(answered, customers),
    overall: { dimension: 'overall', ...figuresOf(counts) },
    hoursLeft: hoursLeft(left, { asked: todays.length, firstAt, lastAt }),
  };
}
