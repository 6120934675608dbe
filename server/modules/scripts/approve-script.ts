import { mayApprove } from '#domain/scripts/approval.ts';
import type { ScriptView } from '#domain/scripts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden } from '#server/platform/errors.ts';
import { scriptOnRecord } from './get-script.ts';
import { holdDraftSeen } from './hold-draft.ts';
import { updateApproved } from './store.ts';

/** A doctor answers for what the draft says of health, as it is now. Throws Conflict with why not. */
export async function approveScript(
  ctx: Context,
  input: { code: string; version: number },
): Promise<ScriptView> {
  requirePermission(ctx, 'scripts.approve');
  const { kind, id, treats } = ctx.actor;
  if (kind !== 'staff' || id === null) throw new Forbidden('a person');
  return inTransaction(ctx, async (ctx) => {
    const { draft, findings, isClinical } = await holdDraftSeen(ctx, input);
    const decision = mayApprove({ ...draft, isClinical, findings }, { id, treats });
    if (!decision.allowed) throw new Conflict(decision.reason);
    await updateApproved(ctx, draft.id, id);
    await recordAudit(ctx, {
      action: 'script.approved',
      subject: { type: 'script', id: draft.id },
      reason: input.code,
    });
    return scriptOnRecord(ctx, input.code);
  });
}
