import type { z } from 'zod';
import { mayCount } from '#domain/charts/chart.ts';
import type { ChartDay, CountCharts, MoveCharts } from '#domain/charts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit, recordAudits } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { readCharts, requireToday } from './list-charts.ts';
import { putCharts, writeCount } from './store.ts';

/** Charts are put somewhere: pulled in the morning, taken along, collected in the evening, kept by kind. */
export async function moveCharts(ctx: Context, input: z.output<typeof MoveCharts>): Promise<ChartDay> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const today = await requireToday(ctx, input.clinicId);
    const customerIds = [...new Set(input.customerIds)];
    for (const id of customerIds) await requireCustomer(ctx, id);
    await putCharts(ctx, { ...input, customerIds });
    const reason = input.keptAs ?? input.place;
    await recordAudits(
      ctx,
      customerIds.map((id) => ({ action: 'chart.moved', subject: { type: 'customer', id }, reason })),
    );
    return readCharts(ctx, input.clinicId, input.day ?? today);
  });
}

/** How many there are today; a difference is explained. Throws Conflict `difference-unexplained` with what is expected. */
export async function countCharts(ctx: Context, input: z.output<typeof CountCharts>): Promise<ChartDay> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, part, counted, note } = input;
    const day = await requireToday(ctx, clinicId);
    const expected = (await readCharts(ctx, clinicId, day)).expected[part];
    const decision = mayCount(expected, counted, note);
    if (!decision.allowed) throw new Conflict(decision.reason, { expected });
    await writeCount(ctx, { clinicId, day, part, expected, counted, note });
    await recordAudit(ctx, {
      action: 'charts.counted',
      subject: { type: 'clinic', id: clinicId },
      reason: `${part} ${counted}/${expected}`,
    });
    return readCharts(ctx, clinicId, day);
  });
}
