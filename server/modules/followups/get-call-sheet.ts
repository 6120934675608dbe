import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { waitsUntil } from '#domain/contacts/contact-budget.ts';
import { maySpeakNow, nextSafeTime } from '#domain/customers/discreet.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import { waitsWhileFrozen } from '#domain/followups/held-back.ts';
import { wayToTry } from '#domain/followups/ways-to-try.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { HeardBy, Purpose } from '#domain/contacts/contact.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findWaits } from '../contacts/find-waits.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { findWarnings } from '../records/find-warnings.ts';
import { getDiscreetProfile } from '../records/get-discreet-profile.ts';
import { listOpenProblems } from '../records/list-open-problems.ts';
import { findCardsOfDay } from '../recoverycards/find-cards-of-day.ts';
import { findRecovery } from '../recoverycards/record-recovery.ts';
import { findRecentFlags } from '../redflags/find-red-flags.ts';
import { redFlagRules } from '../redflags/get-rules.ts';
import { withCustomers } from '../redflags/list-red-flags.ts';
import { inScript } from '../scripts/describe-customer.ts';
import { findScripts } from '../scripts/find-scripts.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectUnsentForms } from './forms-store.ts';
import { retryInForce } from './get-retry-policy.ts';
import { describeHours, findWays } from './read-reach.ts';
import { selectClinicOf, selectFollowups } from './store.ts';
import type { FollowupWithStep } from './store.ts';
import { withoutStep } from './record-call.ts';
import { selectContacts } from './attempts-store.ts';
import { describeInWriting } from './write-after-call.ts';

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
    const recovery = await findRecovery(
      ctx,
      input.customerId,
      contacts.map(({ callId }) => callId),
    );
    const clinic = await selectClinicOf(ctx, followups[0]?.clinicId ?? customer.clinicId);
    const { items: visits } = await listVisits(ctx, { customerId: input.customerId });
    const lastVisit = visits.find((visit) => visit.state === 'closed') ?? null;
    const codes = [...new Set(followups.flatMap(({ step }) => step.scriptCode ?? []))];
    const scripts = await findScripts(ctx, codes);
    const waysOf = await findWays(ctx, [customer]);
    const ways = (purpose: Purpose) => waysOf(customer.id, purpose);
    const unsent = await selectUnsentForms(
      ctx,
      followups.flatMap(({ id, step }) => (step.sendsForm ? [id] : [])),
    );
    const { uses, waits } = (await findWaits(ctx, [customer.id], clinic.timezone)).get(customer.id)!;
    return {
      customer: {
        ...customer,
        lastVisit: lastVisit && presentVisit(lastVisit),
        healthWarnings: (await findWarnings(ctx, [customer.id])).get(customer.id) ?? [],
      },
      clinic,
      inWriting: await describeInWriting(ctx, customer),
      inScript: scripts.size === 0 ? null : await inScript(ctx, customer, lastVisit),
      discreet: await discreetOf(ctx, input.customerId, clinic.timezone),
      latentProblems: await listOpenProblems(ctx, input.customerId),
      followups: followups.map(({ step, ...followup }) => ({
        ...followup,
        script: step.script,
        guide: (step.scriptCode && scripts.get(step.scriptCode)) || null,
        channels: step.channels,
        ways: ways(followup.purpose),
        nextChannel: followup.nextChannel && wayToTry(followup.nextChannel, ways(followup.purpose)),
        asksScore: step.asksScore,
        formUnsent: unsent.get(followup.id) ?? null,
        waitsUntil: waitsUntil(followup, waits, ctx.now, clinic.timezone),
      })),
      retry: (await retryInForce(ctx)).policy,
      clinicHours: await describeHours(ctx, clinic.id, clinic.timezone),
      spent: uses,
      upcoming: upcoming.map(withoutStep),
      heldBack: open.filter(isHeldBack).map(withoutStep),
      cards: await findCardsOfDay(ctx, visits, clinic.timezone),
      redFlags: await withCustomers(ctx, await findRecentFlags(ctx, input.customerId)),
      redFlagRules: (await redFlagRules(ctx)).rules,
      contacts: contacts.map((contact) => ({
        ...contact,
        recovery: recovery.get(contact.callId) ?? [],
        channel: contact.channel as HeardBy,
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

function presentVisit(last: Visit): CallSheet['customer']['lastVisit'] {
  return {
    visitedOn: last.visitedOn,
    kind: last.kind,
    chiefComplaint: last.chiefComplaint,
    treatments: last.treatments.map((treatment) => treatment.name),
    doctorNames: [...new Set(last.treatments.flatMap((treatment) => treatment.doctorName ?? []))],
  };
}
