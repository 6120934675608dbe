import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectClinicOf, selectFollowups } from './store.ts';
import { selectContacts } from './attempts-store.ts';

/** Everything one call needs, whoever's department its followups are: one customer, one call (C4). */
export async function getCallSheet(ctx: Context, input: { customerId: string }): Promise<CallSheet> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await getCustomer(ctx, { id: input.customerId });
    const followups = await selectFollowups(ctx, {
      customerId: input.customerId,
      state: 'open',
      opensBefore: endOfDay(dayAt(ctx.now, ctx.zone), ctx.zone),
    });
    const contacts = await selectContacts(ctx, input.customerId, 10);
    return {
      customer: { ...customer, lastVisit: await lastVisitOf(ctx, input.customerId) },
      clinic: await selectClinicOf(ctx, followups[0]?.clinicId ?? customer.clinicId),
      followups: followups.map(({ step, ...followup }) => ({
        ...followup,
        script: step.script,
        channels: step.channels,
        asksScore: step.asksScore,
      })),
      contacts: contacts.map((contact) => ({
        ...contact,
        channel: contact.channel as Channel,
        result: contact.result as AttemptResult,
      })),
    };
  });
}

async function lastVisitOf(
  ctx: TransactionContext,
  customerId: string,
): Promise<CallSheet['customer']['lastVisit']> {
  const { items } = await listVisits(ctx, { customerId });
  const last = items.find((visit) => visit.state === 'closed');
  if (!last) return null;
  return {
    visitedOn: last.visitedOn,
    kind: last.kind,
    chiefComplaint: last.chiefComplaint,
    treatments: last.treatments.map((treatment) => treatment.name),
    doctorNames: [...new Set(last.treatments.flatMap((treatment) => treatment.doctorName ?? []))],
  };
}
