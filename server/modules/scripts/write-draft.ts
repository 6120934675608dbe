import type { ScriptView } from '#domain/scripts/contract.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { scriptOnRecord } from './get-script.ts';
import { holdDraft } from './hold-draft.ts';
import { insertDraft, selectVersions, updateDraft } from './store.ts';

/**
 * Keeps a script as far as it is written, wrong or not; nobody says it yet. `version` is the draft's that was seen, 0
 * where there was none. An approval that it had is gone.
 */
export async function writeDraft(
  ctx: Context,
  input: { code: string; version: number; definition: ScriptDefinition },
): Promise<ScriptView> {
  requirePermission(ctx, 'scripts.write');
  const { code, definition } = input;
  if (definition.code !== code) throw new Invalid({ path: 'definition.code', code: 'not-this-script' });
  const author = ctx.actor.kind === 'staff' && ctx.actor.id !== null ? [ctx.actor.id] : [];
  return inTransaction(ctx, async (ctx) => {
    const before = await holdDraft(ctx, code);
    if ((before?.version ?? 0) !== input.version) throw new Conflict('stale-version', { current: before });
    const id = before?.id ?? newId();
    const authorIds = [...new Set([...(before?.authorIds ?? []), ...author])];
    if (before) await updateDraft(ctx, { id, definition, authorIds });
    else {
      const basedOn = (await selectVersions(ctx, code))[0]?.version ?? 0;
      const isFirst = await insertDraft(ctx, { id, definition, basedOn, authorIds });
      if (!isFirst) throw new Conflict('stale-version', { current: await holdDraft(ctx, code) });
    }
    await recordAudit(ctx, {
      action: 'script.draft-written',
      subject: { type: 'script', id },
      before: before?.definition ?? null,
      after: definition,
      reason: code,
    });
    return scriptOnRecord(ctx, code);
  });
}
