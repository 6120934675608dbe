import type { DomainEvent, EventOf } from '#domain/events.ts';
import type { HeardAtOnce, TransactionContext } from './platform/context.ts';
import type { Together } from './platform/events/dispatch.ts';
import { addStandardKinds } from './modules/appointments/edit-places.ts';
import { spreadFollowups } from './modules/capacity/spread-followups.ts';
import { closeByForms } from './modules/followups/close-by-form.ts';
import { noteAppointment } from './modules/reception/note-appointment.ts';
import { noteCustomer } from './modules/reception/note-customer.ts';
import { noteClosedVisits } from './modules/reception/note-closed-visits.ts';
import { endConsultationPlans, planConsultation } from './modules/followups/plan-consultation.ts';
import { endDepositChase, planDepositChase } from './modules/followups/plan-deposit-chase.ts';
import { refreshAllWaits, refreshWaits } from './modules/contacts/refresh-waits.ts';
import { refreshClasses } from './modules/classes/refresh-classes.ts';
import { followMerge } from './modules/identity/follow-merge.ts';
import { followOwner } from './modules/followups/follow-owner.ts';
import { handBackFollowups } from './modules/followups/hand-back-followups.ts';
import { endByStanding } from './modules/followups/end-by-facts.ts';
import { endByImport } from './modules/followups/end-by-import.ts';
import { resumeOnReturn } from './modules/followups/note-departure.ts';
import { planLowSatisfaction } from './modules/followups/plan-low-satisfaction.ts';
import { planImportedVisits } from './modules/followups/plan-imported-visits.ts';
import { planDoctorsWord } from './modules/followups/plan-doctors-word.ts';
import { planMonthRounds } from './modules/followups/plan-month-round.ts';
import { endByAppointment, planAppointment } from './modules/followups/plan-appointment.ts';
import { planProductSold } from './modules/followups/plan-product-sold.ts';
import { endByClosedVisit, planVisits } from './modules/followups/plan-visit.ts';
import { stopMessages } from './modules/messaging/stop-messages.ts';
import { publishStandardProtocols } from './modules/followups/publish-standard-protocols.ts';
import { resumeAfterNumberRepair } from './modules/followups/resume-after-number-repair.ts';
import { noteNumberChange, releaseEvidence } from './modules/evidence/match-again.ts';
import { raiseEvidence } from './modules/evidence/raise-evidence.ts';
import { regradeCustomers } from './modules/grading/regrade-customers.ts';
import { withdrawForms } from './modules/forms/withdraw-forms.ts';
import { noteReply } from './modules/confirmations/answer-ask.ts';
import { noteRedFlag } from './modules/recovery/note-red-flag.ts';
import { noteCallAnswer } from './modules/recovery/note-call-answer.ts';
import { noteMessageAnswer } from './modules/recovery/note-message-answer.ts';
import { noteFormAnswers } from './modules/recovery/note-form-answers.ts';
import { withdrawSigns } from './modules/recovery/withdraw-signs.ts';
import { withdrawOffers } from './modules/waitlist/close-offer.ts';
import { offerFreedTime, offerLeftTime } from './modules/waitlist/offer-freed-time.ts';
import { withdrawReleases, withdrawReleasesOfMerged } from './modules/ownership/withdraw-releases.ts';
import { regradeEverybody } from './modules/grading/regrade-everybody.ts';

/** Who listens to whom, on one page. */
export async function react(ctx: TransactionContext, event: DomainEvent): Promise<void> {
  switch (event.type) {
    case 'organization.opened':
      await addStandardKinds(ctx);
      return publishStandardProtocols(ctx);
    case 'appointment.booked':
      await noteAppointment(ctx, event);
      await withdrawOffers(ctx, event);
      return planAppointment(ctx, event);
    case 'appointment.moved':
      await noteAppointment(ctx, event);
      await offerLeftTime(ctx, event);
      return planAppointment(ctx, event);
    case 'appointment.cancelled':
      await noteAppointment(ctx, event);
      await offerFreedTime(ctx, event);
      return planAppointment(ctx, event);
    case 'appointment.no-show':
      await noteAppointment(ctx, event);
      return planAppointment(ctx, event);
    case 'appointment.arrived':
      return planAppointment(ctx, event);
    case 'customer.warnings-changed':
      return noteCustomer(ctx, { ...event, isToRead: true });
    case 'customer.received':
    case 'visit.stage-changed':
      return;
    case 'visit.closed':
      return leaveAndPlan(ctx, [event]);
    case 'visits.imported':
      return planImportedVisits(ctx, event);
    case 'month.closed':
      return planMonthRounds(ctx, [event]);
    case 'followup.answered':
      return noteCalls(ctx, [event]);
    case 'call.undone':
      await withdrawSigns(ctx, event);
      await releaseEvidence(ctx, event);
      return regradeCustomers(ctx, [event.customerId]);
    case 'followup.ended':
      await withdrawForms(ctx, event);
      return regradeCustomers(ctx, [event.customerId]);
    case 'case.opened':
    case 'case.closed':
      return regradeCustomers(ctx, [event.customerId]);
    case 'ledger.booked':
      await endDepositChase(ctx, event);
      return regradeCustomers(ctx, [event.customerId]);
    case 'product.sold':
      return planProductSold(ctx, event);
    case 'deposit.paid':
      return planDepositChase(ctx, event);
    case 'consultation.closed':
      return planConsultation(ctx, event);
    case 'consultation.reopened':
      return endConsultationPlans(ctx, event);
    case 'customer.standing-changed':
      await endByStanding(ctx, event);
      return regradeCustomers(ctx, [event.customerId]);
    case 'customer.came-back':
      return regradeCustomers(ctx, [event.customerId]);
    case 'ledger.imported':
    case 'grade-rules.published':
      return regradeEverybody(ctx);
    case 'contact-budget.published':
      return refreshAllWaits(ctx);
    case 'customer.phone-changed':
      await noteNumberChange(ctx, event);
      // Another number is another family's ear.
      await refreshWaits(ctx, [event.customerId], ctx.zone);
      return resumeAfterNumberRepair(ctx, event);
    case 'customer.phone-added':
      return noteNumberChange(ctx, event);
    case 'customer.owner-changed':
      await withdrawReleases(ctx, event);
      return followOwner(ctx, event);
    case 'customer.merged':
      await followMerge(ctx, event);
      await withdrawReleasesOfMerged(ctx, event);
      await refreshWaits(ctx, [event.keepId], ctx.zone);
      await refreshClasses(ctx, [event.keepId]);
      return regradeCustomers(ctx, [event.keepId]);
    case 'customer.merge-undone':
      await refreshWaits(ctx, [event.keepId, event.goneId], ctx.zone);
      await refreshClasses(ctx, [event.keepId, event.goneId]);
      return regradeCustomers(ctx, [event.keepId, event.goneId]);
    case 'staff.availability-changed':
      return spreadFollowups(ctx, [event.staffId]);
    case 'red-flag.raised':
      return noteRedFlag(ctx, event);
    case 'red-flag.answered':
      return planDoctorsWord(ctx, event);
    case 'form.answered':
      return noteForms(ctx, [event]);
    case 'customer.consent-withdrawn':
      return stopMessages(ctx, event);
    case 'message.answered':
      await noteReply(ctx, event);
      return noteMessageAnswer(ctx, event);
    case 'staff.disabled':
      return handBackFollowups(ctx, event);
  }
}

/** Nobody is asked for what a fact has settled: it ends with the fact, and however long the telling takes. */
export const heardAtOnce: HeardAtOnce = {
  'appointment.booked': endByAppointment,
  'appointment.moved': endByAppointment,
  'appointment.cancelled': endByAppointment,
  'appointment.no-show': endByAppointment,
  'appointment.arrived': endByAppointment,
  'visit.closed': endByClosedVisit,
  'visits.imported': endByImport,
  'ledger.booked': endDepositChase,
  'consultation.reopened': endConsultationPlans,
  'customer.standing-changed': endByStanding,
  'customer.came-back': resumeOnReturn,
};

/** Of which kinds a run of events is heard at once: together they cost little more than one. */
export const heardTogether: Together = {
  'visit.closed': leaveAndPlan,
  'month.closed': planMonthRounds,
  'followup.answered': noteCalls,
  'form.answered': noteForms,
};

async function leaveAndPlan(ctx: TransactionContext, events: EventOf<'visit.closed'>[]): Promise<void> {
  await noteClosedVisits(ctx, events);
  await planVisits(ctx, events);
}

async function noteCalls(ctx: TransactionContext, events: EventOf<'followup.answered'>[]): Promise<void> {
  for (const event of events) {
    await planLowSatisfaction(ctx, event);
    await noteCallAnswer(ctx, event);
    await withdrawForms(ctx, event);
  }
  await regradeAll(ctx, events);
}

async function noteForms(ctx: TransactionContext, events: EventOf<'form.answered'>[]): Promise<void> {
  await closeByForms(ctx, events);
  for (const event of events) await withdrawForms(ctx, event);
  await raiseEvidence(ctx, events);
  await noteFormAnswers(ctx, events);
  for (const event of events)
    if (event.form === 'intake') await noteCustomer(ctx, { ...event, isToRead: false });
  await regradeAll(ctx, events);
}

function regradeAll(ctx: TransactionContext, of: readonly { customerId: string }[]): Promise<void> {
  return regradeCustomers(ctx, [...new Set(of.map(({ customerId }) => customerId))]);
}
