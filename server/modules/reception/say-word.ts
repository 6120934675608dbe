import type { Reception } from '#domain/reception/contract.ts';
import { predictWait, waitsSince } from '#domain/reception/waiting.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { gatherCards } from './gather-cards.ts';
import { holdReception } from './hold-reception.ts';
import { noteChange } from './note-change.ts';
import { insertWord } from './words-store.ts';

/**
 * Somebody went to who waits and, where they named a time, told how long it still takes (E5). What the board predicted
 * at that moment is kept beside it. Throws Conflict `not-waiting`.
 */
export async function sayWord(
  ctx: Context,
  { visitId, toldMinutes }: { visitId: string; toldMinutes: number | null },
): Promise<Reception> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const reception = await holdReception(ctx, { visitId });
    const { cards } = await gatherCards(ctx, reception);
    const card = cards.find(({ id }) => id === visitId)!;
    if (waitsSince(card) === null) throw new Conflict('not-waiting');
    const word = { toldMinutes, predictedMinutes: predictWait(card, cards, ctx.now) };
    await insertWord(ctx, { visitId, ...word });
    const subject = { type: 'visit', id: visitId };
    await recordAudit(ctx, { action: 'visit.word-said', subject, after: word });
    await noteChange(ctx, { clinicId: reception.clinicId, day: reception.day, subjectId: visitId });
    return reception;
  });
}
