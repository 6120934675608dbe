import type { z } from 'zod';
import { isInForceAt } from '#domain/followups/additions.ts';
import type { ProtocolList } from '#domain/followups/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectDrafts } from './draft-store.ts';
import { selectProtocols } from './versions-store.ts';

/** The protocols that plan today, and drafts of what was never published. */
export async function listProtocols(ctx: Context): Promise<z.input<typeof ProtocolList>> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, async (ctx) => {
    const versions = await selectProtocols(ctx);
    const drafts = await selectDrafts(ctx);
    const inForce = versions.filter((each) => isInForceAt(each, ctx.now));
    const known = new Set(versions.map(({ definition }) => definition.code));
    return {
      items: inForce.map(({ versionId, version, publishedAt, definition, addsTo, place }) => ({
        id: versionId,
        version,
        publishedAt,
        definition,
        addsTo,
        place,
        hasDraft: drafts.some(({ code }) => code === definition.code),
        comesAt:
          versions.find(
            (each) => each.definition.code === definition.code && (each.effectiveFrom ?? '') > ctx.now,
          )?.effectiveFrom ?? null,
      })),
      newDrafts: drafts
        .filter(({ code }) => !known.has(code))
        .map(({ code, definition: { name }, addsTo, place }) => ({ code, name, addsTo, place })),
    };
  });
}
