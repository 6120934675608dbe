import type { z } from 'zod';
import { addMonths, dayAt, addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { DeskDay, DeskDays, ListDeskDays, ShowDeskDay } from '#domain/deskdays/contract.ts';
import { corrected, countFigures, figureKeys, targetKeys, sumFigures } from '#domain/deskdays/figures.ts';
import type { DayFacts, DeskTargets, Figures } from '#domain/deskdays/figures.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectFacts } from './facts-store.ts';
import { selectConfirmed, selectCorrections } from './store.ts';

const noFacts: Omit<DayFacts, 'countedAt'> = {
  ...{ appointments: [], cancellations: [], visits: [], contacts: [], charts: [], cashFen: 0 },
};

/** A day of the desk, counted by itself, with what the desk confirmed and what was set right (E10). */
export async function showDeskDay(ctx: Context, input: z.output<typeof ShowDeskDay>): Promise<DeskDay> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const zone = await requireZone(ctx, input.clinicId);
    return readDay(ctx, input.clinicId, input.day ?? dayAt(ctx.now, zone));
  });
}

/** The days of a month as they stand, and the month. */
export async function listDeskDays(ctx: Context, input: z.output<typeof ListDeskDays>): Promise<DeskDays> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, month } = input;
    const zone = await requireZone(ctx, clinicId);
    const first = `${month}-01`;
    const days = { clinicId, zone, from: first, to: addDays(addMonths(first, 1), -1) };
    const facts = await selectFacts(ctx, days);
    const rules = await findDeskRules(ctx, clinicId);
    const confirmed = new Map((await selectConfirmed(ctx, days)).map((row) => [row.day, row]));
    const corrections = Map.groupBy(await selectCorrections(ctx, days), ({ day }) => day);
    const items = [...new Set([...facts.keys(), ...confirmed.keys()])].sort().map((day) => {
      const set = corrections.get(day) ?? [];
      const now = countFigures({ countedAt: ctx.now, ...(facts.get(day) ?? noFacts) }, rules);
      // Of a day that was confirmed before a figure was counted, that one is as it is now.
      const counted = { ...now, ...confirmed.get(day)?.figures };
      return {
        day,
        isConfirmed: confirmed.has(day),
        corrections: new Set(set.map(({ figure }) => figure)).size,
        figures: corrected(counted, set),
      };
    });
    return { items, sum: sumFigures(items.map(({ figures }) => figures)), targets: targetsIn(rules) };
  });
}

export async function readDay(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<DeskDay> {
  const days = { clinicId, from: day, to: day };
  const counted = await countDay(ctx, clinicId, day);
  const [confirmed] = await selectConfirmed(ctx, days);
  const corrections = (await selectCorrections(ctx, days)).toReversed();
  const rules = await findDeskRules(ctx, clinicId);
  return {
    clinicId,
    day,
    figures: figureKeys.map((key) => ({
      key,
      counted: counted[key],
      confirmed: confirmed?.figures[key] ?? null,
      corrections: corrections
        .filter(({ figure }) => figure === key)
        .map(({ counted, corrected, reason, at, byName }) => ({ counted, corrected, reason, at, byName })),
    })),
    targets: targetsIn(rules),
    confirmedAt: confirmed?.confirmedAt ?? null,
    confirmedByName: confirmed?.confirmedByName ?? null,
    version: confirmed?.version ?? 0,
  };
}

export async function countDay(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<Figures> {
  const zone = await requireZone(ctx, clinicId);
  const facts = (await selectFacts(ctx, { clinicId, zone, from: day, to: day })).get(day) ?? noFacts;
  return countFigures({ countedAt: ctx.now, ...facts }, await findDeskRules(ctx, clinicId));
}

function targetsIn(rules: DeskTargets): DeskTargets {
  return Object.fromEntries(targetKeys.map((key) => [key, rules[key]])) as DeskTargets;
}

export async function requireZone(ctx: TransactionContext, clinicId: string): Promise<string> {
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  return zone;
}
