import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { ConfirmedDay, CorrectFigure, DeskDay } from '#domain/deskdays/contract.ts';
import { corrected } from '#domain/deskdays/figures.ts';
import { reportOf } from '#domain/deskdays/report.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { queueNotice } from '../messaging/queue-notice.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { countDay, readDay, requireZone } from './show-day.ts';
import { insertConfirmed, insertCorrection, selectCorrections } from './store.ts';

type OfDay = { id: string; day: CalendarDate };

/**
 * The desk has looked at the day: its figures are kept as they are counted now, and the evening's report goes to the
 * team's groups, counts alone. Throws Conflict `already-confirmed`, Invalid `in-the-future`.
 */
export async function confirmDeskDay(ctx: Context, input: OfDay): Promise<z.infer<typeof ConfirmedDay>> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const { id: clinicId, day } = input;
    await requireBegun(ctx, input);
    const figures = await countDay(ctx, clinicId, day);
    if (!(await insertConfirmed(ctx, { clinicId, day, figures }))) throw new Conflict('already-confirmed');
    await recordAudit(ctx, {
      action: 'desk-day.confirmed',
      subject: { type: 'clinic', id: clinicId },
      reason: day,
    });
    const corrections = await selectCorrections(ctx, { clinicId, from: day, to: day });
    const { name } = await getClinic(ctx, clinicId);
    const changed = new Set(corrections.map(({ figure }) => figure)).size;
    const groups = await queueNotice(ctx, {
      clinicId,
      kind: 'evening-list',
      text: reportOf(name, day, corrected(figures, corrections), changed),
      cause: { kind: 'desk-day', id: `${clinicId} ${day}` },
    });
    return { ...(await readDay(ctx, clinicId, day)), groups: groups.length };
  });
}

/** A figure the record has wrong: what was counted stays beside what a person says, with the reason. */
export async function correctFigure(ctx: Context, input: OfDay & CorrectFigure): Promise<DeskDay> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const { id: clinicId, day, figure, corrected, reason } = input;
    await requireBegun(ctx, input);
    const counted = (await countDay(ctx, clinicId, day))[figure].count;
    await insertCorrection(ctx, { clinicId, day, figure, counted, corrected, reason });
    await recordAudit(ctx, {
      action: 'desk-day.corrected',
      subject: { type: 'clinic', id: clinicId },
      reason: `${day} ${figure}`,
    });
    return readDay(ctx, clinicId, day);
  });
}

async function requireBegun(ctx: TransactionContext, { id, day }: OfDay): Promise<void> {
  const zone = await requireZone(ctx, id);
  if (day > dayAt(ctx.now, zone)) throw new Invalid({ path: 'day', code: 'in-the-future' });
}
