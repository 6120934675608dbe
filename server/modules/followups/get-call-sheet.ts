import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { maySpeakNow, nextSafeTime } from '#domain/customers/discreet.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import { waitsWhileFrozen } from '#domain/followups/held-back.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { getDiscreetProfile } from '../records/get-discreet-profile.ts';
import { listOpenProblems } from '../records/list-open-problems.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectClinicOf, selectFollowups } from './store.ts';
import type { FollowupWithStep } from './store.ts';
import { withoutStep } from './record-call.ts';
import { selectContacts } from './attempts-store.ts';

/** Everything one call needs, whoever's department its followups are: one customer, one call (C4). */
export async function getCallSheet(ctx: Context, input: { customerId: string }): Promise<CallSheet> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await getCustomer(ctx, { id: input.customerId });
    const open = await selectFollowups(ctx, { customerId: input.customerId, state: 'open' });
    const endOfToday = endOfDay(dayAt(ctx.now, ctx.zone), ctx.zone);
    const isHeldBack = (followup: FollowupWithStep) => customer.isFrozen && waitsWhileFrozen(followup);
    const owed = open.filter((followup) => !isHeldBack(followup));
    const followups = owed.filter((followup) => followup.opensAt <= endOfToday);
    const upcoming = owed.filter((followup) => followup.opensAt > endOfToday);
    const contacts = await selectContacts(ctx, input.customerId, 10);
    const clinic = await selectClinicOf(ctx, followups[0]?.clinicId ?? customer.clinicId);
    return {
      customer: { ...customer, lastVisit: await lastVisitOf(ctx, input.customerId) },
      clinic,
      discreet: await discreetOf(ctx, input.customerId, clinic.timezone),
      latentProblems: await listOpenProblems(ctx, input.customerId),
      followups: followups.map(({ step, ...followup }) => ({
        ...followup,
        script: step.script,
        channels: step.channels,
        asksScore: step.asksScore,
      })),
      upcoming: upcoming.map(withoutStep),
      heldBack: open.filter(isHeldBack).map(withoutStep),
      contacts: contacts.map((contact) => ({
        ...contact,
        channel: contact.channel as Channel,
        result: contact.result as AttemptResult,
      })),
    };
  });
}

async function discreetOf(
  ctx: TransactionContext,
  customerId: string,
  zone: TimeZone,
): Promise<CallSheet['discreet']> {
  const profile = await getDiscreetProfile(ctx, customerId);
  if (!profile) return null;
  return {
    profile,
    maySpeakNow: maySpeakNow(profile, ctx.now, zone).allowed,
    nextSafeAt: nextSafeTime(profile, ctx.now, zone),
  };
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
