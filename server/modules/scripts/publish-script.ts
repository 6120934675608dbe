import { mayPublish } from '#domain/scripts/approval.ts';
import type { ScriptView } from '#domain/scripts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { scriptOnRecord } from './get-script.ts';
import { holdDraftSeen } from './hold-draft.ts';
import { deleteDraft, insertVersion } from './store.ts';

/** From now on the draft is what is said. Throws Conflict `script-has-errors` or `needs-a-doctor`. */
export async function publishScript(
  ctx: Context,
  input: { code: string; version: number; note: string | null },
): Promise<ScriptView> {
  requirePermission(ctx, 'scripts.write');
  return inTransaction(ctx, async (ctx) => {
    const { draft, findings, isClinical, inForce: before } = await holdDraftSeen(ctx, input);
    const { definition, approvedById, approvedAt } = draft;
    const decision = mayPublish({ ...draft, isClinical, findings });
    if (!decision.allowed) throw new Conflict(decision.reason);
    const id = newId();
    const version = (before?.version ?? 0) + 1;
    const isFirst = await insertVersion(ctx, {
      ...{ id, version, definition, note: input.note },
      ...(isClinical ? { approvedById, approvedAt } : { approvedById: null, approvedAt: null }),
    });
    if (!isFirst) throw new Conflict('stale-version', { current: draft });
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'script.published',
      subject: { type: 'script', id },
      before: before?.definition ?? null,
      after: definition,
      reason: input.code,
    });
    return scriptOnRecord(ctx, input.code);
  });
}
