import type { z } from 'zod';
import type { Protocol } from '#domain/followups/contract.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectProtocols } from './planning-store.ts';

/** The events something in the house tells of today; protocols on others wait until their module is there. */
const announced: ReadonlySet<TriggerEvent> = new Set([
  'visit.closed',
  'course.finished',
  'orthodontics.started',
  'consultation.no_deal',
  'deposit.untreated',
  'month.closed',
  'satisfaction.low',
  'manual',
]);

export async function listProtocols(ctx: Context): Promise<{ items: z.infer<typeof Protocol>[] }> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, async (ctx) => ({
    items: (await selectProtocols(ctx)).map((protocol) => ({
      id: protocol.versionId,
      version: protocol.version,
      publishedAt: protocol.publishedAt,
      eventIsAnnounced: announced.has(protocol.definition.trigger.event),
      definition: protocol.definition,
    })),
  }));
}
