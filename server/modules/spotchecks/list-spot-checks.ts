import type { z } from 'zod';
import { addDays, dayAt } from '#domain/base/time.ts';
import type { ListSpotChecks, SpotChecks } from '#domain/spotchecks/contract.ts';
import { sampleOf } from '#domain/spotchecks/sample.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findSigns } from './find-signs.ts';
import { selectAnswers } from './store.ts';

/** Which of a day's answers the supervisor looks at, what is doubtful first (G1, G2). */
export async function listSpotChecks(
  ctx: Context,
  input: z.infer<typeof ListSpotChecks>,
): Promise<SpotChecks> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const day = input.day ?? addDays(dayAt(ctx.now, ctx.zone), -1);
    const answers = await selectAnswers(ctx, { day, clinicIds: clinicsAsked(ctx, input.clinicId) });
    const signs = await findSigns(ctx, day);
    const found = new Map(answers.map(({ callId }) => [callId, signs.get(callId) ?? []]));
    const byId = new Map(answers.map((answer) => [answer.callId, answer]));
    const sample = sampleOf(found, day).map((callId) => byId.get(callId)!);
    const customers = await briefCustomers(
      ctx,
      sample.map(({ customerId }) => customerId),
    );
    return {
      day,
      answers: answers.length,
      doubted: [...found.values()].filter(({ length }) => length > 0).length,
      reviewed: answers.filter(({ verdict }) => verdict !== null).length,
      items: sample.map(({ zone: _zone, result: _result, staffId, ...answer }) => {
        const customer = customers.get(answer.customerId);
        return {
          ...answer,
          scores: [...answer.scores],
          isOwn: ctx.actor.kind === 'staff' && ctx.actor.id === staffId,
          customerName: customer?.name ?? '',
          customerNumber: customer?.number ?? '',
          signs: found.get(answer.callId) ?? [],
        };
      }),
    };
  });
}
