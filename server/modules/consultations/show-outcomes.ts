import type { z } from 'zod';
import { dayAt, endOfDay, firstOfMonth, monthOf, startOfDay } from '#domain/base/time.ts';
import type { AskOutcomes, Outcomes } from '#domain/consultations/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectOutcomes } from './outcomes-store.ts';

/** Deals of what was closed, for all and for each consultant; of this month where nobody says. */
export async function showOutcomes(ctx: Context, input: z.output<typeof AskOutcomes>): Promise<Outcomes> {
  requirePermission(ctx, 'consultations.read');
  const today = dayAt(ctx.now, ctx.zone);
  const { from = firstOfMonth(monthOf(today)), to = today } = input;
  const question = {
    from: startOfDay(from, ctx.zone),
    to: endOfDay(to, ctx.zone),
    clinicIds: clinicsAsked(ctx, input.clinicId),
  };
  return inTransaction(ctx, async (ctx) => {
    const items = await selectOutcomes(ctx, question);
    const sumOf = (figure: 'closed' | 'deals' | 'dealFen') =>
      items.reduce((sum, each) => sum + each[figure], 0);
    return {
      from,
      to,
      items,
      total: { closed: sumOf('closed'), deals: sumOf('deals'), dealFen: sumOf('dealFen') },
    };
  });
}
