import type { NextStep, Outcome } from '#domain/consultations/consultation.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectConsultation } from './store.ts';

/** A closed consultation as those need it who plan what follows. */
export interface ClosedConsultation {
  id: string;
  customerId: string;
  clinicId: string;
  consultantId: string | null;
  visitId: string | null;
  categories: TreatmentCategory[];
  outcome: Outcome;
  nextStep: NextStep;
  closedAt: Instant;
}

/** Null where it is not that closing any more: it was reopened since. */
export async function findClosedConsultation(
  ctx: TransactionContext,
  which: { id: string; closing: number },
): Promise<ClosedConsultation | null> {
  const found = await selectConsultation(ctx, which.id);
  if (!found || found.state === 'open' || found.closings !== which.closing) return null;
  const { id, customerId, clinicId, consultantId, visitId, askedCategories, items } = found;
  return {
    ...{ id, customerId, clinicId, consultantId, visitId },
    categories: [...new Set([...askedCategories, ...items.map(({ category }) => category)])],
    outcome: found.outcome!,
    nextStep: found.nextStep!,
    closedAt: found.closedAt!,
  };
}
