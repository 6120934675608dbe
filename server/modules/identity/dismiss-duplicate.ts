import type { Duplicate } from '#domain/identity/contract.ts';
import type { z } from 'zod';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { describePairs } from './list-duplicates.ts';
import { decideSuggestion, lockSuggestion } from './store.ts';
import type { SuggestionRow } from './store.ts';

type Answer = Promise<z.input<typeof Duplicate>>;

/** They are two people, and why; nobody is asked about them again. */
export async function dismissDuplicate(ctx: Context, input: { id: string; reason: string }): Answer {
  requirePermission(ctx, 'identity.review');
  return inTransaction(ctx, async (ctx) => {
    const pair = await holdPairOf(ctx, input.id);
    if (pair.state !== 'open') throw new Conflict('already-decided');
    await decideSuggestion(ctx, { id: input.id }, { state: 'dismissed', reason: input.reason });
    await recordAudit(ctx, {
      action: 'duplicate.dismissed',
      subject: { type: 'customer', id: pair.aId },
      reason: input.reason,
    });
    return describeAgain(ctx, input.id);
  });
}

/** On second thought they may be one person. */
export async function reopenDuplicate(ctx: Context, input: { id: string }): Answer {
  requirePermission(ctx, 'identity.review');
  return inTransaction(ctx, async (ctx) => {
    const pair = await holdPairOf(ctx, input.id);
    if (pair.state !== 'dismissed') throw new Conflict('already-decided');
    await decideSuggestion(ctx, { id: input.id }, { state: 'open' });
    await recordAudit(ctx, { action: 'duplicate.reopened', subject: { type: 'customer', id: pair.aId } });
    return describeAgain(ctx, input.id);
  });
}

async function holdPairOf(ctx: TransactionContext, id: string): Promise<SuggestionRow> {
  const pair = await lockSuggestion(ctx, id);
  if (!pair) throw new NotFound('duplicate', id);
  for (const clinicId of pair.clinicIds) requireClinic(ctx, clinicId, 'duplicate', id);
  return pair;
}

async function describeAgain(ctx: TransactionContext, id: string): Answer {
  const [described] = await describePairs(ctx, [(await lockSuggestion(ctx, id))!]);
  return described!;
}
