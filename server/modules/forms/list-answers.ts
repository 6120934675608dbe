import { endOfDay, startOfDay } from '#domain/base/time.ts';
import { scoresOfBand } from '#domain/followups/satisfaction.ts';
import type { AnswerRow, ListAnswers } from '#domain/forms/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectAnswers } from './answers-store.ts';

/** The answered forms, the last first, as a file to leaf through: by treatment, form, doctor, band and time. */
export async function listAnswers(
  ctx: Context,
  input: ListAnswers,
): Promise<{ items: AnswerRow[]; total: number }> {
  requirePermission(ctx, 'forms.read');
  const { clinicId, from, to, band, page, pageSize, ...filter } = input;
  const clinicIds = clinicsAsked(ctx, clinicId);
  return inTransaction(ctx, (ctx) =>
    selectAnswers(ctx, {
      ...filter,
      clinicIds,
      from: from === undefined ? null : startOfDay(from, ctx.zone),
      to: to === undefined ? null : endOfDay(to, ctx.zone),
      scores: band === undefined ? null : scoresOfBand(band),
      offset: (page - 1) * pageSize,
      limit: pageSize,
    }),
  );
}
