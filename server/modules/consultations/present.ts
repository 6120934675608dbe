import { dayAt } from '#domain/base/time.ts';
import { isStuck } from '#domain/consultations/consultation.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import type { Context } from '#server/platform/context.ts';
import type { StoredConsultation } from './store.ts';

export function presentConsultation(ctx: Context, stored: StoredConsultation): Consultation {
  const { timezone, isVisitOpen: _, closings: __, depositEntryId, ...shown } = stored;
  const { nextStaffName, appointmentStartsAt, ...rest } = shown;
  return {
    ...rest,
    isDepositBooked: depositEntryId !== null,
    nextStep: stored.nextStep && {
      on: null,
      staffId: null,
      matter: null,
      appointmentId: null,
      reason: null,
      ...stored.nextStep,
      staffName: nextStaffName,
      startsAt: appointmentStartsAt,
    },
    isStuck: isStuck({ ...stored, openedOn: dayAt(stored.openedAt, timezone) }, dayAt(ctx.now, timezone)),
  };
}
