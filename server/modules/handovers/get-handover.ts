import type { z } from 'zod';
import { addMonths, dayAt } from '#domain/base/time.ts';
import type { Handover, HandoverNotice } from '#domain/handovers/contract.ts';
import { firstContact } from '#domain/handovers/first-contact.ts';
import { standingPromises } from '#domain/handovers/promises.ts';
import { isMinor } from '#domain/records/relations.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listConsultationsOf } from '../consultations/list-consultations.ts';
import { findOwnerChanges } from '../customers/find-handovers.ts';
import type { OwnerChangeRow } from '../customers/find-handovers.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { listOwners } from '../customers/list-owners.ts';
import { listOwed, listTold } from '../followups/list-told.ts';
import type { Told } from '../followups/list-told.ts';
import { gradeOnRecord } from '../grading/get-customer-grade.ts';
import { listLedger } from '../ledger/list-ledger.ts';
import { getRecord } from '../records/get-record.ts';
import { getClinic } from '../staff/get-clinic.ts';

/** What whoever answers for a customer has to know, from all that the house knows. */
export async function getHandover(ctx: Context, input: { id: string }): Promise<z.input<typeof Handover>> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, async (ctx) => {
    const changes = await findOwnerChanges(ctx, input.id);
    return handoverOf(ctx, input.id, changes);
  });
}

/** The same for whoever calls first, as long as the new owner has not read it. */
export async function getHandoverNotice(
  ctx: Context,
  input: { id: string },
): Promise<z.input<typeof HandoverNotice>> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, async (ctx) => {
    await getCustomer(ctx, input);
    const changes = await findOwnerChanges(ctx, input.id);
    const isUnread = changes.some(({ readAt }) => readAt === null);
    return { items: isUnread ? [await handoverOf(ctx, input.id, changes)] : [] };
  });
}

async function handoverOf(
  ctx: TransactionContext,
  id: string,
  changes: readonly OwnerChangeRow[],
): Promise<z.input<typeof Handover>> {
  const customer = await getCustomer(ctx, { id });
  const zone = (await getClinic(ctx, customer.clinicId)).timezone;
  const record = await getRecord(ctx, { id });
  const told = await listTold(ctx, id);
  const owed = await listOwed(ctx, id);
  const { items: consultations, appointmentsAhead } = await listConsultationsOf(ctx, { id });
  const { balance, courses } = await listLedger(ctx, { id, page: 1, pageSize: 1 });
  const { grade, reasons, since } = await gradeOnRecord(ctx, id);
  const promises = standingPromises(oncePerCall(told).map(asCall), ctx.now, zone);
  const answers = told.filter((each) => each.score !== null).slice(0, 3);
  const complaints = owed.filter(
    ({ purpose, event }) => purpose === 'complaint' || event === 'satisfaction.low',
  );
  const discreet = record.discreet?.profile ?? null;
  return {
    customer,
    changes: changes.map(({ id: _id, customerId: _customerId, ...change }) => change),
    awaitsMe: changes.some(({ ownerId, readAt }) => readAt === null && ownerId === ctx.actor.id),
    hints: firstContact({
      refusesContact: customer.refusesContact,
      isFrozen: customer.isFrozen,
      isMinor: isMinor(customer.age),
      hadOwner: changes.length > 0,
      openComplaints: complaints.length,
      promises: promises.length,
      answers: answers.length,
      appointments: appointmentsAhead.length,
      discreet,
    }),
    promises,
    answers: answers.map(({ score, ...answer }) => ({ ...answer, score: score! })),
    problems: problemsIn(told, addMonths(dayAt(ctx.now, zone), -12)),
    complaints,
    followups: owed.filter((followup) => !complaints.includes(followup)),
    discreet,
    relations: record.relations,
    money: { balance, courses },
    needs: record.problems.filter(({ state }) => state === 'open'),
    consultations: consultations.slice(0, 3),
    appointments: appointmentsAhead,
    grade: { grade, reasons, since },
    owners: (await listOwners(ctx, { id })).items,
  };
}

/** A call for several followups says the same of what was promised in each. */
function oncePerCall(told: readonly Told[]): Told[] {
  return [...new Map(told.map((each) => [each.callId, each])).values()];
}

function asCall({ callId, at, byName, result, actionPlan, callBackAt, nextAppointmentOn }: Told) {
  return { callId, at, byName, isReached: result === 'reached', actionPlan, callBackAt, nextAppointmentOn };
}

function problemsIn(told: readonly Told[], since: string) {
  return oncePerCall(told)
    .flatMap(({ at, byName, problem }) =>
      problem !== null && at >= since ? [{ at, byName, words: problem }] : [],
    )
    .slice(0, 5);
}
