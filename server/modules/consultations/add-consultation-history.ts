import type { TransactionContext } from '#server/platform/context.ts';
import { insertPastConsultations } from './history-store.ts';
import type { PastConsultation } from './history-store.ts';

export type { PastConsultation };

/** Adds consultations of earlier, for a demo that writes its own audit row of the whole; nothing is planned by them. */
export function addConsultationHistory(
  ctx: TransactionContext,
  consultations: readonly PastConsultation[],
): Promise<void> {
  return insertPastConsultations(ctx, consultations);
}
