import type { FormView } from '#domain/forms/contract.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { formOnRecord } from './get-form.ts';
import { deleteDraft, insertDraft, lockDraft, selectDrafts, selectVersions, updateDraft } from './store.ts';
import type { StoredDraft } from './store.ts';

/** Keeps a form as far as it is made, wrong or not; nobody is asked it yet. `version` is the draft's that was seen. */
export async function writeFormDraft(
  ctx: Context,
  input: { code: string; version: number; definition: FormDefinition },
): Promise<FormView> {
  requirePermission(ctx, 'forms.manage');
  const { code, definition } = input;
  if (definition.code !== code) throw new Invalid({ path: 'definition.code', code: 'not-this-form' });
  return inTransaction(ctx, async (ctx) => {
    const before = await holdDraft(ctx, code);
    if ((before?.version ?? 0) !== input.version) throw new Conflict('stale-version', { current: before });
    const id = before?.id ?? newId();
    if (before) await updateDraft(ctx, { id, definition });
    else {
      const basedOn = (await selectVersions(ctx, code))[0]?.version ?? 0;
      if (!(await insertDraft(ctx, { id, definition, basedOn })))
        throw new Conflict('stale-version', { current: await holdDraft(ctx, code) });
    }
    await recordAudit(ctx, {
      action: 'form.draft-written',
      subject: { type: 'form', id },
      before: before?.definition ?? null,
      after: definition,
      reason: code,
    });
    return formOnRecord(ctx, code);
  });
}

/** Throws away what was made; what is asked today stays. */
export async function discardFormDraft(
  ctx: Context,
  input: { code: string; version: number },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'forms.manage');
  return inTransaction(ctx, async (ctx) => {
    const draft = await holdDraftSeen(ctx, input);
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'form.draft-discarded',
      subject: { type: 'form', id: draft.id },
      reason: input.code,
    });
    return {};
  });
}

/** The draft that was seen, held. Throws Conflict `stale-version` where it was written on since. */
export async function holdDraftSeen(
  ctx: TransactionContext,
  { code, version }: { code: string; version: number },
): Promise<StoredDraft> {
  const draft = await holdDraft(ctx, code);
  if (!draft) throw new NotFound('form draft', code);
  if (draft.version !== version) throw new Conflict('stale-version', { current: draft });
  return draft;
}

async function holdDraft(ctx: TransactionContext, code: string): Promise<StoredDraft | undefined> {
  await lockDraft(ctx, code);
  return (await selectDrafts(ctx, code))[0];
}
