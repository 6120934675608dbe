import type { z } from 'zod';
import { addDays, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { ListUnfinished, Unfinished } from '#domain/followups/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { withoutStep } from './record-call.ts';
import { selectFollowups } from './store.ts';
import { countOwed, selectEscalated, selectMissed } from './worklist-store.ts';

/** The supervisor's morning question: who was missed yesterday, by whom, and who cannot be reached (G1). */
export async function listUnfinished(
  ctx: Context,
  input: z.infer<typeof ListUnfinished>,
): Promise<Unfinished> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const day = input.day ?? addDays(dayAt(ctx.now, ctx.zone), -1);
    const clinicIds = clinicsAsked(ctx, input.clinicId);
    const endOfThatDay = endOfDay(day, ctx.zone);
    const question = {
      from: startOfDay(day, ctx.zone),
      // Of a day that is not over, only what is already past.
      to: endOfThatDay < ctx.now ? endOfThatDay : ctx.now,
      clinicIds,
      assigneeId: input.assigneeId ?? null,
    };
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const escalated = await selectEscalated(ctx, clinicIds, page);
    const { ids, total } = input.kind === 'missed' ? await selectMissed(ctx, question, page) : escalated;
    const followups = await selectFollowups(ctx, { ids });
    const byId = new Map(followups.map((followup) => [followup.id, followup]));
    const customers = await briefCustomers(
      ctx,
      followups.map((followup) => followup.customerId),
    );
    return {
      day,
      total,
      escalated: escalated.total,
      people: await countOwed(ctx, question),
      items: ids.map((id) => {
        const followup = byId.get(id)!;
        const customer = customers.get(followup.customerId)!;
        return {
          followup: withoutStep(followup),
          customerName: customer.name,
          customerNumber: customer.number,
        };
      }),
    };
  });
}
