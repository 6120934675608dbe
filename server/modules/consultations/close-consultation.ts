import { dayAt } from '#domain/base/time.ts';
import { agreedAmount, canClose, mayBookDeposit, outcomeOf } from '#domain/consultations/consultation.ts';
import type { Talk } from '#domain/consultations/consultation.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { bookEntry } from '../ledger/book-entry.ts';
import { holdConsultation } from './hold-consultation.ts';
import { presentConsultation } from './present.ts';
import { selectAppointmentsAhead, selectConsultation, staffIsActive } from './store.ts';
import type { StoredConsultation } from './store.ts';
import { updateClosed } from './write-store.ts';

/**
 * Ends a consultation with its outcome and what comes next. Throws Conflict with what is missing:
 * `next-step-missing`, `why-not-missing`, … A deposit that was paid is booked on the customer's own account.
 */
export async function closeConsultation(
  ctx: Context,
  input: { id: string; version: number; isDepositPaid: boolean },
): Promise<Consultation> {
  requirePermission(ctx, 'consultations.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdConsultation(ctx, input);
    const talk: Talk = { ...before, isDepositBooked: before.depositEntryId !== null };
    const decision = canClose(talk, {
      today: dayAt(ctx.now, before.timezone),
      isVisitOpen: before.isVisitOpen,
      isAppointmentAhead: await isAppointmentAhead(ctx, before),
    });
    if (!decision.allowed) throw new Conflict(decision.reason);
    const step = before.nextStep!;
    // Whoever was to ask again may have left since it was written.
    if (step.kind === 'followup' && !(await staffIsActive(ctx, step.staffId)))
      throw new NotFound('staff', step.staffId);

    const outcome = outcomeOf(talk);
    await updateClosed(ctx, before.id, {
      outcome,
      dealFen: outcome === 'deal' ? agreedAmount(talk) : null,
      depositEntryId: input.isDepositPaid ? await bookDeposit(ctx, before, talk) : before.depositEntryId,
    });
    const after = (await selectConsultation(ctx, before.id))!;
    await recordAudit(ctx, {
      action: 'consultation.closed',
      subject: { type: 'consultation', id: before.id },
      before: presentConsultation(ctx, before),
      after: presentConsultation(ctx, after),
    });
    await announce(ctx, {
      type: 'consultation.closed',
      consultationId: before.id,
      outcome,
      closing: after.closings,
    });
    return presentConsultation(ctx, after);
  });
}

async function isAppointmentAhead(ctx: TransactionContext, talk: StoredConsultation): Promise<boolean> {
  const step = talk.nextStep;
  if (step?.kind !== 'appointment') return false;
  return (await selectAppointmentsAhead(ctx, talk.customerId)).some(({ id }) => id === step.appointmentId);
}

async function bookDeposit(ctx: TransactionContext, stored: StoredConsultation, talk: Talk): Promise<string> {
  const decision = mayBookDeposit(talk);
  if (!decision.allowed) throw new Conflict(decision.reason);
  const { items } = await bookEntry(ctx, {
    id: stored.customerId,
    booking: { kind: 'deposit', fen: stored.depositFen!, memo: '' },
    bookedOn: null,
    clinicId: stored.clinicId,
    visitId: stored.visitId,
    isPaid: false,
  });
  return items[0]!.id;
}
