import { startOfDay, dayAt } from '#domain/base/time.ts';
import { undercuts } from '#domain/followups/additions.ts';
import type {
  MovePreview,
  PreviewMove,
  ProtocolView,
  PublishDraft,
} from '#domain/followups/protocol-contract.ts';
import type { PublishedProtocol } from '#domain/followups/protocol.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { deleteDraft } from './draft-store.ts';
import type { StoredDraft } from './draft-store.ts';
import { findProtocol, holdDraft, minimumOf, staleDraft } from './find-protocol.ts';
import { moveDuePlans } from './move-due-plans.ts';
import { movePlans } from './move-plans.ts';
import {
  holdProtocols,
  insertProtocolVersion,
  retireProtocolVersion,
  selectHistory,
} from './versions-store.ts';

/**
 * Puts a draft in force from a day on, or at once. Plans already made keep their version, or are moved when it begins:
 * see `previewMove`. Throws Conflict `stale-version` where the draft, or what it was begun from, changed meanwhile,
 * `later-version-waits` where one is published for a later day, `undercuts` for an addition below the minimum.
 */
export async function publishDraft(
  ctx: Context,
  input: PublishDraft & { code: string; version: number },
): Promise<ProtocolView> {
  requirePermission(ctx, 'protocols.manage');
  const { code } = input;
  return inTransaction(ctx, async (ctx) => {
    await holdProtocols(ctx);
    const draft = await holdDraft(ctx, code, input.version);
    const [newest] = await selectHistory(ctx, code);
    if ((newest?.version ?? 0) !== draft.basedOn) throw await staleDraft(ctx, code);
    const effectiveFrom = effectiveFromOf(ctx, input.effectiveOn);
    if (newest?.effectiveFrom && newest.effectiveFrom >= effectiveFrom)
      throw new Conflict('later-version-waits', { effectiveFrom: newest.effectiveFrom });
    await refuseUndercut(ctx, draft);
    const id = newId();
    const { addsTo, place, definition } = draft;
    await retireProtocolVersion(ctx, code, effectiveFrom);
    const version = draft.basedOn + 1;
    await insertProtocolVersion(ctx, {
      ...{ id, code, version, definition, effectiveFrom, addsTo, place },
      note: input.note,
      movesPlans: input.made === 'move',
    });
    // Also to a version before it that began a moment ago: this one takes over from that.
    await moveDuePlans(ctx);
    await deleteDraft(ctx, draft.id);
    await recordAudit(ctx, {
      action: 'protocol.published',
      subject: { type: 'protocol', id },
      ...(newest ? { before: { definition: newest.definition } } : {}),
      after: { definition, effectiveFrom },
      reason: input.note ?? code,
    });
    return findProtocol(ctx, code);
  });
}

/** What moving the plans already made to the draft would change on that day, as they stand now, without changing it. */
export async function previewMove(ctx: Context, input: PreviewMove & { code: string }): Promise<MovePreview> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const draft = await holdDraft(ctx, input.code);
    return movePlans(ctx, versionOf(draft), { write: false, at: effectiveFromOf(ctx, input.effectiveOn) });
  });
}

function versionOf(draft: StoredDraft): PublishedProtocol {
  const { id: versionId, basedOn, definition, addsTo, place } = draft;
  return {
    versionId,
    version: basedOn + 1,
    definition,
    effectiveFrom: null,
    retiredAt: null,
    place,
    addsTo,
  };
}

function effectiveFromOf(ctx: TransactionContext, effectiveOn: string | null): string {
  if (effectiveOn === null) return ctx.now;
  if (effectiveOn < dayAt(ctx.now, ctx.zone)) throw new Invalid({ path: 'effectiveOn', code: 'in-the-past' });
  const start = startOfDay(effectiveOn, ctx.zone);
  return start > ctx.now ? start : ctx.now;
}

async function refuseUndercut(ctx: TransactionContext, draft: StoredDraft): Promise<void> {
  if (draft.addsTo === null) return;
  const minimum = await minimumOf(ctx, draft.addsTo);
  const short = undercuts(minimum.steps, draft.definition.steps);
  if (short.length > 0) throw new Conflict('undercuts', { undercuts: short });
}
