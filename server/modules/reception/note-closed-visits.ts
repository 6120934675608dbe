import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { requireReception } from './hold-reception.ts';
import { step } from './move-stage.ts';
import { lockReception, selectReceptions } from './store.ts';

/** Who was closed elsewhere, as on the record, has left the house. */
export async function noteClosedVisits(
  ctx: TransactionContext,
  events: readonly EventOf<'visit.closed'>[],
): Promise<void> {
  const known = await selectReceptions(ctx, { ids: events.map(({ visitId }) => visitId) });
  for (const { visitId, stage } of known) {
    if (stage === 'gone') continue;
    await lockReception(ctx, visitId);
    const reception = await requireReception(ctx, visitId);
    if (reception.stage !== 'gone') await step(ctx, reception, 'gone', null);
  }
}
