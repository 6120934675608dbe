import { addDays, dayAt } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { addLedgerHistory } from '#server/modules/ledger/add-ledger-history.ts';
import { newId } from '#server/platform/ids.ts';
import { settled } from '#tests/support/clinic.ts';
import { getCustomerGrade } from './get-customer-grade.ts';

/** Charged and paid at once, at the desk, and all that it led to. */
export async function pays(ctx: Context, customerId: string, fen: number): Promise<void> {
  await bookEntry(ctx, {
    id: customerId,
    booking: { kind: 'charge', fen, memo: '种植' },
    isPaid: true,
    bookedOn: null,
    clinicId: null,
    visitId: null,
  });
  await settled(ctx);
}

/** Paid so many days ago, as an import brings it, without telling anybody. */
export async function paidBefore(
  ctx: Context,
  customer: { id: string; clinicId: string },
  fen: number,
  days: number,
): Promise<void> {
  const shared = { clinicId: customer.clinicId, customerId: customer.id, visitId: null, importBatchId: null };
  const on = addDays(dayAt(ctx.now, ctx.zone), -days);
  await inTransaction(ctx, (ctx) =>
    addLedgerHistory(ctx, [
      { ...shared, id: newId(), on, booking: { kind: 'charge', fen, memo: '' } },
      { ...shared, id: newId(), on, booking: { kind: 'payment', fen, memo: '' } },
    ]),
  );
}

/** Somebody reaches the customer about a followup of their own and hears a score. Gives the call's id. */
export async function scores(
  ctx: Context,
  customerId: string,
  score: number | null,
  durationSeconds: number | null = null,
): Promise<string> {
  const { id, version } = await createReminder(ctx, {
    customerId,
    assigneeId: ctx.actor.id!,
    dueOn: dayAt(ctx.now, ctx.zone),
    matter: `满意吗 ${newId()}`,
  });
  const callId = await answers(ctx, customerId, { id, version }, score, durationSeconds);
  await settled(ctx);
  return callId;
}

export async function answers(
  ctx: Context,
  customerId: string,
  followup: { id: string; version: number },
  score: number | null,
  durationSeconds: number | null = null,
): Promise<string> {
  const { callId } = await recordCall(ctx, {
    customerId,
    result: 'reached',
    channel: 'phone',
    durationSeconds,
    followups: [{ followupId: followup.id, version: followup.version, score, notes: null }],
    problem: null,
    actionPlan: null,
    nextAppointmentOn: null,
    callBackAt: null,
    reason: null,
    refusesAllContact: false,
  });
  await settled(ctx);
  return callId;
}

export async function gradeNow(ctx: Context, id: string): Promise<string> {
  return (await getCustomerGrade(ctx, { id })).grade;
}
