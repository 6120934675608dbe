import { endOfDay, startOfDay } from '#domain/base/time.ts';
import { scoresOfBand } from '#domain/followups/satisfaction.ts';
import type { ListRatings, Rating } from '#domain/forms/figures-contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listCallScores } from '../followups/find-call-scores.ts';
import { selectFollowupsOnForms, selectRatings } from './figures-store.ts';

/** The ratings behind a number of the figures, those of forms and those asked for in calls, the last first. */
export async function listRatings(
  ctx: Context,
  input: ListRatings,
): Promise<{ items: Rating[]; total: number }> {
  requirePermission(ctx, 'satisfaction.read');
  const { dimension, band, how, by, key, page, pageSize } = input;
  const period = {
    from: startOfDay(input.from, ctx.zone),
    to: endOfDay(input.to, ctx.zone),
    clinicIds: clinicsAsked(ctx, input.clinicId),
  };
  const limit = page * pageSize;
  const scores = band === undefined ? null : scoresOfBand(band);
  return inTransaction(ctx, async (ctx) => {
    const ofForms = await selectRatings(ctx, period, { dimension, scores, how, by, key, limit });
    // In calls only the whole is scored, and always by who asks.
    const hasCalls = dimension === 'overall' && how !== 'self';
    const butFollowupIds = hasCalls ? await selectFollowupsOnForms(ctx, period) : [];
    const ofCalls = hasCalls
      ? await listCallScores(ctx, { ...period, butFollowupIds }, { scores, by, key, limit })
      : { items: [], total: 0 };
    const found = [
      ...ofForms.items.map((each) => ({ ...each, callId: null })),
      ...ofCalls.items.map((each) => ({ ...each, answerId: null, how: 'staff' as const })),
    ]
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .slice(limit - pageSize, limit);
    const customers = await briefCustomers(ctx, [...new Set(found.map(({ customerId }) => customerId))]);
    return {
      total: ofForms.total + ofCalls.total,
      items: found.map(({ customerId, ...rating }) => {
        const { id = customerId, name = '', number = '' } = customers.get(customerId) ?? {};
        return { ...rating, customer: { id, name, number } };
      }),
    };
  });
}
