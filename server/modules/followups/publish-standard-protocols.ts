import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { insertProtocolVersion } from './versions-store.ts';

/** A new organization starts with the defaults of C2, published as their first versions. */
export async function publishStandardProtocols(ctx: TransactionContext): Promise<void> {
  for (const definition of standardProtocols) {
    const id = derivedId('protocol', ctx.orgId, definition.code, 1);
    const version = { id, code: definition.code, version: 1, definition };
    const forAll = { effectiveFrom: null, addsTo: null, place: null, note: null, movesPlans: false };
    if (await insertProtocolVersion(ctx, { ...version, ...forAll })) {
      await recordAudit(ctx, {
        action: 'protocol.published',
        subject: { type: 'protocol', id },
        reason: definition.code,
      });
    }
  }
}
