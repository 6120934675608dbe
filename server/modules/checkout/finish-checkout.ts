import type { Checkout, FinishCheckout } from '#domain/checkout/contract.ts';
import type { Visit } from '#domain/visits/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { planAgreed } from '../followups/create-reminder.ts';
import { isAskedAbout } from '../forms/find-visit-request.ts';
import { listLedger } from '../ledger/list-ledger.ts';
import { holdReception } from '../reception/hold-reception.ts';
import { moveStage } from '../reception/move-stage.ts';
import { closeVisit } from '../visits/close-visit.ts';
import { holdVisit } from '../visits/hold-visit.ts';
import { insertCheckout, selectCheckout } from './store.ts';

/**
 * The customer leaves (E6): every point has its answer, the next appointment is in the book, the agreed followup is
 * planned and the visit closed, all at once or not at all. A visit that was closed in silence can still be answered for.
 * Throws Conflict `stale-version`, `already-checked-out`, `still-owes`, `rating-not-asked` or what booking throws.
 */
export async function finishCheckout(
  ctx: Context,
  input: FinishCheckout & { id: string; version: number },
): Promise<Checkout> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const visit = await holdVisit(ctx, input.id);
    if (await selectCheckout(ctx, visit.id)) throw new Conflict('already-checked-out');
    if (visit.version !== input.version) throw new Conflict('stale-version', { current: visit });
    const owedFen = await checkPaid(ctx, visit, input.paid.answer);
    if (input.rating.answer === 'asked' && !(await isAskedAbout(ctx, visit.id)))
      throw new Conflict('rating-not-asked');
    const nextAppointmentId = await bookNext(ctx, visit, input.next);
    const followupId = await planNext(ctx, visit, input.followup);
    if (visit.state === 'open') {
      await walkOut(ctx, visit.id);
      await closeVisit(ctx, input);
    }

    const id = newId();
    const { paid, next, offer, followup, rating, account } = input;
    const isNew = await insertCheckout(ctx, {
      ...{ id, visitId: visit.id, clinicId: visit.clinicId, customerId: visit.customerId, owedFen },
      ...{ day: visit.visitedOn, paid: paid.answer, paidNote: paid.answer === 'owes' ? paid.note : null },
      ...{ next: next.answer, nextAppointmentId },
      noNextReason: next.answer === 'none' ? next.reason : null,
      noNextNote: next.answer === 'none' ? next.note : null,
      ...{ offer: offer.answer, offers: offer.answer === 'offered' ? offer.items : [] },
      ...{ followup: followup.answer, followupId, rating: rating.answer, account: account.answer },
    });
    if (!isNew) throw new Conflict('already-checked-out');
    const finished = (await selectCheckout(ctx, visit.id))!;
    await recordAudit(ctx, {
      action: 'checkout.finished',
      subject: { type: 'visit', id: visit.id },
      after: finished,
    });
    return finished;
  });
}

/** On the board they pass the checkout, wherever they stood, and are gone. */
async function walkOut(ctx: TransactionContext, visitId: string): Promise<void> {
  const { stage } = await holdReception(ctx, { visitId });
  if (stage === 'gone') return;
  if (stage !== 'checkout') await moveStage(ctx, { visitId, to: 'checkout' });
  await moveStage(ctx, { visitId, to: 'gone' });
}

/** What the desk says of the money has to be what the account says. */
async function checkPaid(
  ctx: TransactionContext,
  visit: Visit,
  answer: FinishCheckout['paid']['answer'],
): Promise<number> {
  const { balance } = await listLedger(ctx, { id: visit.customerId, page: 1, pageSize: 1 });
  const owedFen = Math.max(0, balance.owedFen);
  if (answer === 'settled' && owedFen > 0) throw new Conflict('still-owes', { owedFen });
  return owedFen;
}

async function bookNext(
  ctx: TransactionContext,
  { customerId, clinicId }: Visit,
  next: FinishCheckout['next'],
): Promise<string | null> {
  if (next.answer !== 'booked') return null;
  if (next.booking !== null) {
    const booked = await bookAppointment(ctx, {
      ...next.booking,
      ...{ customerId, clinicId, chairId: null, complaint: null, note: null, origin: 'desk' },
    });
    return booked.id;
  }
  const named = next.appointmentId === null ? undefined : await findAppointment(ctx, next.appointmentId);
  const isTheirs = named?.customerId === customerId && named.state === 'booked' && named.startsAt > ctx.now;
  if (!isTheirs) throw new Invalid({ path: 'next.appointmentId', code: 'unknown' });
  return named.id;
}

/** C7: planned before the customer is out of the door, in the time they chose. */
async function planNext(
  ctx: TransactionContext,
  { customerId, clinicId }: Visit,
  agreed: FinishCheckout['followup'],
): Promise<string | null> {
  if (agreed.answer !== 'agreed') return null;
  const id = newId();
  const { from, to, assigneeId } = agreed;
  const matter = agreed.matter ?? '离店时约好的回访';
  await planAgreed(ctx, { id, customerId, clinicId, assigneeId, from, to, matter });
  return id;
}
