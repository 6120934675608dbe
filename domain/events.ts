import type { Instant } from './base/time.ts';
import type { VisitStage } from './reception/stage.ts';
import type { Verdict } from './redflags/contract.ts';
import type { ConsentChannel, ConsentPurpose } from './consents/consent.ts';
import type { FormKind } from './forms/form.ts';
import type { SignKind } from './recovery/sign.ts';
import type { OwnerKind, OwnerMoveHow } from './ownership/owner-kind.ts';

/** Every fact one module may tell the others. Who listens stands in `server/reactions.ts`. */
export type DomainEvent =
  | { type: 'organization.opened' }
  | { type: 'visit.closed'; visitId: string }
  | { type: 'appointment.booked'; appointmentId: string; customerId: string; at: Instant }
  | {
      type: 'appointment.moved';
      appointmentId: string;
      customerId: string;
      at: Instant;
      /** What is free now; not said by events of earlier versions. */
      from?: { startsAt: Instant; endsAt: Instant; doctorId: string | null; chairId: string | null };
    }
  | { type: 'appointment.cancelled'; appointmentId: string; customerId: string; at: Instant }
  | { type: 'appointment.no-show'; appointmentId: string; customerId: string; at: Instant }
  | { type: 'appointment.arrived'; appointmentId: string; customerId: string; at: Instant }
  | { type: 'customer.received'; visitId: string; customerId: string; clinicId: string; at: Instant }
  | {
      type: 'visit.stage-changed';
      visitId: string;
      customerId: string;
      from: VisitStage;
      to: VisitStage;
      at: Instant;
    }
  /** Visits, or appointments to come. */
  | { type: 'visits.imported'; batchId: string }
  | { type: 'month.closed'; clinicId: string; month: string }
  | {
      type: 'followup.answered';
      followupId: string;
      customerId: string;
      callId: string;
      score: number | null;
      at: Instant;
    }
  | { type: 'followup.ended'; followupId: string; customerId: string }
  | { type: 'call.undone'; callId: string; customerId: string }
  | {
      type: 'case.opened' | 'case.closed';
      caseId: string;
      customerId: string;
      kind: SignKind;
      at: Instant;
    }
  | { type: 'customer.phone-changed' | 'customer.phone-added'; customerId: string }
  | { type: 'customer.standing-changed'; customerId: string }
  /** Who had moved away. */
  | { type: 'customer.came-back'; customerId: string }
  | { type: 'customer.warnings-changed'; customerId: string; at: Instant }
  | {
      type: 'customer.owner-changed';
      how: OwnerMoveHow;
      moves: { customerId: string; kind: OwnerKind; fromId: string | null; toId: string | null }[];
    }
  | { type: 'ledger.booked'; customerId: string }
  | { type: 'deposit.paid'; customerId: string; clinicId: string; entryId: string; at: Instant }
  | {
      type: 'product.sold';
      customerId: string;
      clinicId: string;
      entryId: string;
      visitId: string | null;
      at: Instant;
    }
  | { type: 'ledger.imported'; batchId: string }
  | { type: 'grade-rules.published' }
  | { type: 'contact-budget.published' }
  | {
      type: 'consultation.closed';
      consultationId: string;
      outcome: 'deal' | 'no_deal';
      /** Which closing of it: one that was reopened is closed again. */
      closing: number;
    }
  | { type: 'consultation.reopened'; consultationId: string; customerId: string; closing: number }
  | { type: 'customer.merged'; mergeId: string; keepId: string; goneId: string }
  | { type: 'customer.merge-undone'; mergeId: string; keepId: string; goneId: string }
  | { type: 'staff.availability-changed'; staffId: string }
  | {
      type: 'red-flag.raised';
      followupId: string;
      customerId: string;
      callId: string;
      /** Of the doctor's task, where the signs are kept. */
      flag: string;
      at: Instant;
    }
  | { type: 'red-flag.answered'; flag: string; customerId: string; verdict: Verdict; at: Instant }
  | { type: 'message.answered'; customerId: string; messageId: string; text: string; at: Instant }
  | {
      type: 'customer.consent-withdrawn';
      customerId: string;
      purpose: ConsentPurpose;
      channel: ConsentChannel | null;
    }
  | {
      type: 'form.answered';
      answerId: string;
      customerId: string;
      visitId: string | null;
      /** What was filled in, and the followup it was sent for. */
      form: FormKind;
      followupId: string | null;
      source: 'staff' | 'link' | 'tablet';
      /** 0–10, as it was said of the whole. */
      score: number | null;
      at: Instant;
    }
  | { type: 'staff.disabled'; staffId: string };

export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>;
