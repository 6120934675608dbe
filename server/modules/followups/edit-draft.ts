import { undercuts } from '#domain/followups/additions.ts';
import type { ProtocolView, SaveDraft } from '#domain/followups/protocol-contract.ts';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { deleteDraft, insertDraft, selectDraft, updateDraft } from './draft-store.ts';
import { findProtocol, holdDraft, minimumOf, requirePlace, staleDraft } from './find-protocol.ts';
import { selectPlaceExists } from './try-store.ts';
import { holdProtocols, selectHistory } from './versions-store.ts';

export async function getProtocol(ctx: Context, input: { code: string }): Promise<ProtocolView> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, (ctx) => findProtocol(ctx, input.code));
}

/**
 * Keeps the draft of a protocol: of a published one, of a new one, or of an addition. `version` is the draft's that
 * was edited, 0 for the first. What starts an addition is what starts the protocol it adds to. Throws Conflict
 * `undercuts` with the steps that give less than the organization does.
 */
export async function saveDraft(
  ctx: Context,
  input: SaveDraft & { code: string; version: number },
): Promise<ProtocolView> {
  requirePermission(ctx, 'protocols.manage');
  const { code } = input;
  if (input.definition.code !== code) throw new Invalid({ path: 'definition.code', code: 'is-another' });
  return inTransaction(ctx, async (ctx) => {
    await holdProtocols(ctx);
    const draft = await selectDraft(ctx, code);
    const history = await selectHistory(ctx, code);
    const own = history[0] ?? draft ?? input;
    if ((own.addsTo === null) !== (own.place === null))
      throw new Invalid({ path: 'place', code: 'goes-with-adds-to' });
    requirePlace(ctx, own.place);
    if (own.place && !(await selectPlaceExists(ctx, own.place))) throw new NotFound('place');
    if ((draft?.version ?? 0) !== input.version) throw await staleDraft(ctx, code);
    const definition = await asAddition(ctx, own.addsTo, input.definition);
    if (draft) await updateDraft(ctx, draft.id, definition);
    else {
      const basedOn = history[0]?.version ?? 0;
      const { addsTo, place } = own;
      await insertDraft(ctx, { id: newId(), code, addsTo, place, basedOn, definition });
    }
    await recordAudit(ctx, { action: 'protocol.drafted', reason: code });
    return findProtocol(ctx, code);
  });
}

async function asAddition(
  ctx: TransactionContext,
  addsTo: string | null,
  definition: ProtocolDefinition,
): Promise<ProtocolDefinition> {
  if (addsTo === null) return definition;
  const minimum = await minimumOf(ctx, addsTo);
  const short = undercuts(minimum.steps, definition.steps);
  if (short.length > 0) throw new Conflict('undercuts', { undercuts: short });
  return { ...definition, trigger: minimum.trigger };
}

export async function discardDraft(
  ctx: Context,
  input: { code: string; version: number },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    await holdProtocols(ctx);
    const draft = await holdDraft(ctx, input.code, input.version);
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'protocol.draft-discarded',
      reason: input.code,
      before: { definition: draft.definition },
    });
    return {};
  });
}
