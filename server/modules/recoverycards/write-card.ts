import type { CardView } from '#domain/recoverycards/contract.ts';
import type { RecoveryCard } from '#domain/recoverycards/card.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { cardOnRecord } from './get-card.ts';
import { holdCard } from './hold-card.ts';
import { deleteCard, insertCard, updateCard } from './store.ts';

/** Writes a card, or goes on writing it; nobody reads it to a customer before a doctor has approved it. */
export async function writeCard(
  ctx: Context,
  input: { code: string; version: number; definition: RecoveryCard },
): Promise<CardView> {
  requirePermission(ctx, 'scripts.write');
  const { code, definition } = input;
  if (definition.code !== code) throw new Invalid({ path: 'definition.code', code: 'not-this-card' });
  const author = ctx.actor.kind === 'staff' && ctx.actor.id !== null ? [ctx.actor.id] : [];
  return inTransaction(ctx, async (ctx) => {
    const { waiting, last } = await holdCard(ctx, input);
    const id = waiting?.id ?? newId();
    // The last to write stands last.
    const authorIds = [...(waiting?.authorIds ?? []).filter((each) => !author.includes(each)), ...author];
    if (waiting) await updateCard(ctx, { id, definition, authorIds });
    else if (!(await insertCard(ctx, { id, version: last + 1, definition, authorIds })))
      throw new Conflict('stale-version', { current: await cardOnRecord(ctx, code) });
    await recordAudit(ctx, {
      action: 'recovery-card.written',
      subject: { type: 'recovery-card', id },
      before: waiting?.definition ?? null,
      after: definition,
      reason: code,
    });
    return cardOnRecord(ctx, code);
  });
}

/** Throws away the text that waits; what is said today stays. */
export async function discardCard(
  ctx: Context,
  input: { code: string; version: number },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'scripts.write');
  return inTransaction(ctx, async (ctx) => {
    const { waiting } = await holdCard(ctx, input);
    if (!waiting) throw new NotFound('recovery card text', input.code);
    await deleteCard(ctx, waiting.id);
    await recordAudit(ctx, {
      action: 'recovery-card.discarded',
      subject: { type: 'recovery-card', id: waiting.id },
      reason: input.code,
    });
    return {};
  });
}
