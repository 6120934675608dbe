import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { OfferedItem, Outcome, Place } from '#domain/consultations/consultation.ts';
import type { WhyNot } from '#domain/consultations/reasons.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';

/** A consultation of earlier as it was, open or closed. */
export interface PastConsultation {
  id: string;
  customerId: string;
  clinicId: string;
  consultantId: string;
  place: Place;
  visitId: string | null;
  askedCategories: TreatmentCategory[];
  asked: string;
  items: OfferedItem[];
  whyNot: WhyNot[];
  nextStep: NextFollowup | NoNextStep | null;
  openedAt: Instant;
  closed: { at: Instant; outcome: Outcome; dealFen: number | null } | null;
}

interface NextFollowup {
  on: CalendarDate;
  staffId: string;
  matter: string;
}

interface NoNextStep {
  whyNone: string;
}

const columns = {
  id: 'uuid',
  customer_id: 'uuid',
  clinic_id: 'uuid',
  consultant_id: 'uuid',
  place: 'text',
  visit_id: 'uuid',
  asked_categories: 'text[]',
  asked: 'text',
  items: 'jsonb',
  why_not: 'jsonb',
  why_not_words: 'text',
  needs: 'text',
  next_step: 'text',
  next_step_on: 'date',
  next_step_staff_id: 'uuid',
  next_step_words: 'text',
  state: 'text',
  outcome: 'text',
  deal_fen: 'bigint',
  opened_at: 'timestamptz',
  opened_by: 'uuid',
  closed_at: 'timestamptz',
  closed_by: 'uuid',
  closings: 'integer',
  version: 'integer',
};

export function insertPastConsultations(
  ctx: TransactionContext,
  consultations: readonly PastConsultation[],
): Promise<void> {
  const rows = consultations.map(({ closed, nextStep, ...one }) => ({
    ...nextStepColumns(nextStep),
    id: one.id,
    customer_id: one.customerId,
    clinic_id: one.clinicId,
    consultant_id: one.consultantId,
    place: one.place,
    visit_id: one.visitId,
    asked_categories: one.askedCategories,
    asked: one.asked,
    items: one.items,
    why_not: one.whyNot,
    why_not_words: '',
    needs: '',
    state: closed ? 'closed' : 'open',
    outcome: closed?.outcome ?? null,
    deal_fen: closed?.dealFen ?? null,
    opened_at: one.openedAt,
    opened_by: one.consultantId,
    closed_at: closed?.at ?? null,
    closed_by: closed && one.consultantId,
    closings: closed ? 1 : 0,
    version: closed ? 3 : 1,
  }));
  return insertNew(ctx, 'consultations', columns, rows);
}

function nextStepColumns(next: PastConsultation['nextStep']) {
  const [kind, words] =
    next === null ? [null, null] : 'whyNone' in next ? ['none', next.whyNone] : ['followup', next.matter];
  const { on, staffId } = next !== null && 'on' in next ? next : { on: null, staffId: null };
  return { next_step: kind, next_step_on: on, next_step_staff_id: staffId, next_step_words: words };
}
