import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { holdDraftSeen } from './hold-draft.ts';
import { deleteDraft } from './store.ts';

/** Throws away what was written; what is said today stays. */
export async function discardDraft(
  ctx: Context,
  input: { code: string; version: number },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'scripts.write');
  return inTransaction(ctx, async (ctx) => {
    const { draft } = await holdDraftSeen(ctx, input);
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'script.draft-discarded',
      subject: { type: 'script', id: draft.id },
      reason: input.code,
    });
    return {};
  });
}
