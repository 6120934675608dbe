import { mayApproveCard, promisesOf } from '#domain/recoverycards/approval.ts';
import type { CardView } from '#domain/recoverycards/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { cardAsShipped, cardOnRecord } from './get-card.ts';
import { holdCard } from './hold-card.ts';
import { insertCard, updateCardApproved } from './store.ts';

/**
 * A doctor answers for a card, which is in force from then on: for the text that waits or, where none does and the
 * clinic has none of its own, for the card as it ships. Throws Conflict with why not.
 */
export async function approveCard(ctx: Context, input: { code: string; version: number }): Promise<CardView> {
  requirePermission(ctx, 'scripts.approve');
  const { kind, id: doctorId, treats } = ctx.actor;
  if (kind !== 'staff' || doctorId === null) throw new Forbidden('a person');
  return inTransaction(ctx, async (ctx) => {
    const { waiting, last } = await holdCard(ctx, input);
    const shipped = cardAsShipped(input.code);
    if (!waiting && last > 0) throw new Conflict('already-approved');
    const definition = waiting?.definition ?? shipped?.definition;
    if (!definition) throw new NotFound('recovery card', input.code);
    const decision = mayApproveCard(
      { authorIds: waiting?.authorIds ?? [], promises: promisesOf(definition) },
      { id: doctorId, treats },
    );
    if (!decision.allowed) throw new Conflict(decision.reason);
    const id = waiting?.id ?? newId();
    if (!waiting && !(await insertCard(ctx, { id, version: 1, definition, authorIds: [] })))
      throw new Conflict('stale-version', { current: await cardOnRecord(ctx, input.code) });
    await updateCardApproved(ctx, id, doctorId);
    await recordAudit(ctx, {
      action: 'recovery-card.approved',
      subject: { type: 'recovery-card', id },
      reason: input.code,
    });
    return cardOnRecord(ctx, input.code);
  });
}
