import type { z } from 'zod';
import type { OfferedItem } from '#domain/consultations/consultation.ts';
import type { Consultation, EditConsultation, NextStep } from '#domain/consultations/contract.ts';

/** The next step as one set of fields: which of them count, its kind says. */
export interface StepFields {
  kind?: 'followup' | 'appointment' | 'treatment' | 'none';
  on?: string | null;
  staffId?: string | null;
  matter?: string | null;
  appointmentId?: string | null;
  reason?: string | null;
}

/** What the form holds: the wire's own fields, its lines perhaps half filled in. */
export interface ConsultationFields extends Omit<EditConsultation, 'nextStep' | 'items'> {
  items?: (Partial<OfferedItem> | undefined)[];
  nextStep?: StepFields;
}

/** The lines that say what they are about. */
export function itemsOf({ items = [] }: ConsultationFields): OfferedItem[] {
  return items.flatMap((item) =>
    item?.category && item.name
      ? [{ category: item.category, name: item.name, fen: item.fen ?? 0, isAgreed: item.isAgreed ?? false }]
      : [],
  );
}

export function nextStepOf(fields: StepFields = {}): z.input<typeof NextStep> | null {
  const { kind, on, staffId, matter, appointmentId, reason } = fields;
  switch (kind) {
    case 'followup':
      return { kind, on: on ?? '', staffId: staffId ?? '', matter: matter ?? '' };
    case 'appointment':
      return { kind, appointmentId: appointmentId ?? '' };
    case 'none':
      return { kind, reason: reason ?? '' };
    case 'treatment':
      return { kind };
    default:
      return null;
  }
}

export function valuesOf(consultation: Consultation): ConsultationFields {
  const { consultantId, place, visitId, channelSource, askedCategories, asked } = consultation;
  const { items, agreedFen, depositFen, whyNot, whyNotWords, needs, nextStep } = consultation;
  return {
    ...(consultantId !== null && { consultantId }),
    ...{ place, visitId, channelSource, askedCategories, asked },
    ...{ items, agreedFen, depositFen, whyNotWords, needs },
    whyNotKeys: whyNot.map(({ key }) => key),
    ...(nextStep && { nextStep }),
  };
}

/** As the wire takes it: a talk from afar is in no visit. */
export function changeOf(fields: ConsultationFields): z.input<typeof EditConsultation> {
  const { place, visitId = null, ...rest } = fields;
  return {
    ...rest,
    ...(place && { place, visitId: place === 'clinic' ? visitId : null }),
    items: itemsOf(fields),
    nextStep: nextStepOf(fields.nextStep),
  };
}
