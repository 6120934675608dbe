import { noGradeFacts } from '#domain/grading/grade.ts';
import type { GradeFacts } from '#domain/grading/grade.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Standing } from '../customers/find-standings.ts';
import { findSatisfaction } from '../followups/find-satisfaction.ts';
import { paymentsByCustomer } from '../ledger/sum-spending.ts';
import { findSecondScores } from '../recovery/find-second-scores.ts';
import { findOpenCases } from '../recovery/find-open-cases.ts';
import { findLatentNeeds } from '../records/find-latent-needs.ts';
import { selectInForce } from './override-store.ts';

/** All that the house knows for the grades of these customers, asked once for all of them. */
export async function collectFacts(
  ctx: TransactionContext,
  standings: readonly Standing[],
): Promise<Map<string, GradeFacts>> {
  const ids = standings.map(({ id }) => id);
  const withReferred = [...new Set([...ids, ...standings.flatMap(({ referred }) => referred)])];
  const payments = await paymentsByCustomer(ctx, null, withReferred);
  const needs = await findLatentNeeds(ctx, ids);
  const satisfaction = await findSatisfaction(ctx, ids);
  const second = await findSecondScores(ctx, ids);
  const cases = await findOpenCases(ctx, ids);
  const overrides = await selectInForce(ctx, ids);
  const hasPaid = (id: string) => (payments.get(id) ?? []).reduce((sum, { fen }) => sum + fen, 0) > 0;

  return new Map(
    standings.map(({ id, hasInfluence, referred }) => {
      const scores = [satisfaction.get(id), second.get(id)].filter((score) => score !== undefined);
      return [
        id,
        {
          ...noGradeFacts,
          payments: payments.get(id) ?? [],
          hasInfluence,
          // Who was sent counts when they came and paid.
          referred: referred.filter(hasPaid),
          latentNeeds: needs.get(id) ?? [],
          // Nobody is asked what they own: who has paid before has the means to follow a need.
          hasMeans: hasPaid(id),
          scores,
          openCases: cases.get(id) ?? [],
          override: overrides.get(id) ?? null,
        },
      ];
    }),
  );
}
