import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { FigureKey, Figures } from '#domain/deskdays/figures.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

export interface ConfirmedRow {
  day: CalendarDate;
  figures: Figures;
  confirmedAt: Instant;
  confirmedByName: string | null;
  version: number;
}

interface Days {
  clinicId: string;
  from: CalendarDate;
  to: CalendarDate;
}

export async function selectConfirmed(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<ConfirmedRow[]> {
  const rows = await ctx.db
    .selectFrom('desk_days as d')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.confirmed_by'),
    )
    .select(['d.day', 'd.figures', 'd.confirmed_at as confirmedAt', 's.name as confirmedByName', 'd.version'])
    .where('d.org_id', '=', ctx.orgId)
    .where('d.clinic_id', '=', clinicId)
    .where('d.day', '>=', from)
    .where('d.day', '<=', to)
    .orderBy('d.day')
    .execute();
  return rows.map((row) => ({ ...row, figures: row.figures as unknown as Figures }));
}

/** False where somebody else confirmed the day first. */
export async function insertConfirmed(
  ctx: TransactionContext,
  day: { clinicId: string; day: CalendarDate; figures: Figures },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('desk_days')
    .values({
      org_id: ctx.orgId,
      clinic_id: day.clinicId,
      day: day.day,
      figures: JSON.stringify(day.figures),
      confirmed_at: ctx.now,
      confirmed_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export interface CorrectionRow {
  day: CalendarDate;
  figure: FigureKey;
  counted: number;
  corrected: number;
  reason: string;
  at: Instant;
  byName: string | null;
}

/** The earliest first, so that the last word counts. */
export async function selectCorrections(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<CorrectionRow[]> {
  const rows = await ctx.db
    .selectFrom('desk_day_corrections as c')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.by'))
    .select(['c.day', 'c.figure', 'c.counted', 'c.corrected', 'c.reason', 'c.at', 's.name as byName'])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.clinic_id', '=', clinicId)
    .where('c.day', '>=', from)
    .where('c.day', '<=', to)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({ ...row, figure: row.figure as FigureKey }));
}

export async function insertCorrection(
  ctx: TransactionContext,
  correction: Pick<CorrectionRow, 'day' | 'figure' | 'counted' | 'corrected' | 'reason'> & {
    clinicId: string;
  },
): Promise<void> {
  const { clinicId, ...facts } = correction;
  await ctx.db
    .insertInto('desk_day_corrections')
    .values({
      ...{ org_id: ctx.orgId, id: newId(), clinic_id: clinicId, ...facts, at: ctx.now },
      by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}
