import type { NextStep, OfferedItem, Outcome, Place } from '#domain/consultations/consultation.ts';
import type { WhyNot } from '#domain/consultations/reasons.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface NewConsultation {
  id: string;
  customerId: string;
  clinicId: string;
  consultantId: string | null;
  place: Place;
  visitId: string | null;
  channelSource: string | null;
  askedCategories: readonly TreatmentCategory[];
  asked: string;
}

export async function insertConsultation(ctx: TransactionContext, one: NewConsultation): Promise<void> {
  await ctx.db
    .insertInto('consultations')
    .values({
      org_id: ctx.orgId,
      id: one.id,
      customer_id: one.customerId,
      clinic_id: one.clinicId,
      consultant_id: one.consultantId,
      place: one.place,
      visit_id: one.visitId,
      channel_source: one.channelSource,
      asked_categories: [...one.askedCategories],
      asked: one.asked,
      items: '[]',
      why_not: '[]',
      opened_at: ctx.now,
      opened_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

/** What is written in a consultation; a field that is not given stays as it is. */
export interface ConsultationChange {
  consultantId?: string | undefined;
  place?: Place | undefined;
  visitId?: string | null | undefined;
  channelSource?: string | null | undefined;
  askedCategories?: TreatmentCategory[] | undefined;
  asked?: string | undefined;
  items?: readonly OfferedItem[] | undefined;
  agreedFen?: number | null | undefined;
  depositFen?: number | null | undefined;
  whyNot?: readonly WhyNot[] | undefined;
  whyNotWords?: string | undefined;
  needs?: string | undefined;
  nextStep?: NextStep | null | undefined;
}

export async function updateConsultation(
  ctx: TransactionContext,
  id: string,
  change: ConsultationChange,
): Promise<void> {
  await ctx.db
    .updateTable('consultations')
    .set((eb) => ({
      consultant_id: change.consultantId,
      place: change.place,
      visit_id: change.visitId,
      channel_source: change.channelSource,
      asked_categories: change.askedCategories,
      asked: change.asked,
      items: change.items && JSON.stringify(change.items),
      agreed_fen: change.agreedFen,
      deposit_fen: change.depositFen,
      why_not: change.whyNot && JSON.stringify(change.whyNot),
      why_not_words: change.whyNotWords,
      needs: change.needs,
      ...(change.nextStep === undefined ? {} : stepColumns(change.nextStep)),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

function stepColumns(step: NextStep | null) {
  return {
    next_step: step?.kind ?? null,
    next_step_on: step?.kind === 'followup' ? step.on : null,
    next_step_staff_id: step?.kind === 'followup' ? step.staffId : null,
    next_step_appointment_id: step?.kind === 'appointment' ? step.appointmentId : null,
    next_step_words: step?.kind === 'followup' ? step.matter : step?.kind === 'none' ? step.reason : null,
  };
}

export async function updateClosed(
  ctx: TransactionContext,
  id: string,
  closed: { outcome: Outcome; dealFen: number | null; depositEntryId: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('consultations')
    .set((eb) => ({
      state: 'closed',
      outcome: closed.outcome,
      deal_fen: closed.dealFen,
      deposit_entry_id: closed.depositEntryId,
      closed_at: ctx.now,
      closed_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      closings: eb('closings', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function updateReopened(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('consultations')
    .set((eb) => ({
      state: 'open',
      outcome: null,
      deal_fen: null,
      closed_at: null,
      closed_by: null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
