import type { FormView } from '#domain/forms/contract.ts';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { formRulesInForce } from './get-form-rules.ts';
import { formOnRecord } from './get-form.ts';
import { deleteDraft, insertVersion, selectNewest } from './store.ts';
import { holdDraftSeen } from './write-draft.ts';

/** From now on the draft is what is asked; who was asked before answers what they were asked. Throws Conflict `form-has-flaws`. */
export async function publishForm(ctx: Context, input: { code: string; version: number }): Promise<FormView> {
  requirePermission(ctx, 'forms.manage');
  return inTransaction(ctx, async (ctx) => {
    const draft = await holdDraftSeen(ctx, input);
    const { definition } = draft;
    const flaws = flawsOfForm(definition, (await formRulesInForce(ctx)).rules.dimensions);
    if (flaws.length > 0) throw new Conflict('form-has-flaws', { flaws });
    const [before] = await selectNewest(ctx, input.code);
    const id = newId();
    const version = (before?.version ?? 0) + 1;
    if (!(await insertVersion(ctx, { id, version, definition, isShipped: false })))
      throw new Conflict('stale-version', { current: draft });
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'form.published',
      subject: { type: 'form', id },
      before: before?.definition ?? null,
      after: definition,
      reason: input.code,
    });
    return formOnRecord(ctx, input.code);
  });
}
