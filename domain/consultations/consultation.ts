import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';

/** Where it was talked about: in a visit, or before one, from afar. */
export const places = ['clinic', 'phone', 'online'] as const;
export type Place = (typeof places)[number];

export const outcomes = ['deal', 'no_deal'] as const;
export type Outcome = (typeof outcomes)[number];

export const nextSteps = ['followup', 'appointment', 'treatment', 'none'] as const;

/** What comes after it: somebody asks again on a day, a booked appointment, the treatment right away, or why nothing. */
export type NextStep =
  | { kind: 'followup'; on: CalendarDate; staffId: string; matter: string }
  | { kind: 'appointment'; appointmentId: string }
  | { kind: 'treatment' }
  | { kind: 'none'; reason: string };

export interface OfferedItem {
  category: TreatmentCategory;
  name: string;
  fen: number;
  isAgreed: boolean;
}

export interface Talk {
  state: 'open' | 'closed';
  place: Place;
  items: readonly OfferedItem[];
  /** What was agreed on for all of it, where that is not the sum of its items. */
  agreedFen: number | null;
  depositFen: number | null;
  isDepositBooked: boolean;
  /** How many reasons against it were picked, and in whose words. */
  whyNot: readonly unknown[];
  whyNotWords: string;
  nextStep: NextStep | null;
}

/** A deal is what the customer said yes to; nothing of it agreed is no deal. */
export function outcomeOf({ items }: Pick<Talk, 'items'>): Outcome {
  return items.some(({ isAgreed }) => isAgreed) ? 'deal' : 'no_deal';
}

export function agreedAmount({ items, agreedFen }: Pick<Talk, 'items' | 'agreedFen'>): number {
  return agreedFen ?? items.reduce((sum, item) => sum + (item.isAgreed ? item.fen : 0), 0);
}

/** What the rule cannot see by itself: the clinic's day, and what became of what the next step names. */
export interface Surroundings {
  today: CalendarDate;
  /** The visit is not over yet. */
  isVisitOpen: boolean;
  /** The appointment the next step names is booked and still to come. */
  isAppointmentAhead: boolean;
}

/**
 * A consultation ends with what comes next, or with the reason why nothing does; and where nobody said yes,
 * with why not.
 */
export function canClose(talk: Talk, now: Surroundings): Decision {
  if (talk.state === 'closed') return no('consultation-closed');
  if (outcomeOf(talk) === 'no_deal') {
    if (talk.depositFen !== null || talk.agreedFen !== null) return no('amount-without-a-deal');
    if (talk.whyNot.length === 0 && talk.whyNotWords === '') return no('why-not-missing');
  }
  if (talk.depositFen !== null && talk.depositFen > agreedAmount(talk)) return no('deposit-over-the-deal');
  return mayComeNext(talk, now);
}

function mayComeNext(talk: Talk, now: Surroundings): Decision {
  const step = talk.nextStep;
  switch (step?.kind) {
    case undefined:
      return no('next-step-missing');
    case 'followup':
      return step.on < now.today ? no('next-step-in-the-past') : yes;
    case 'appointment':
      return now.isAppointmentAhead ? yes : no('appointment-not-ahead');
    case 'treatment':
      if (outcomeOf(talk) === 'no_deal') return no('treatment-without-a-deal');
      return now.isVisitOpen ? yes : no('treatment-without-a-visit');
    case 'none':
      return yes;
  }
}

/** A deposit is booked once, and only where one was agreed on. */
export function mayBookDeposit(talk: Talk): Decision {
  if (talk.depositFen === null) return no('no-deposit-agreed');
  return talk.isDepositBooked ? no('deposit-booked') : yes;
}

/** Of whom nobody has decided what comes next for this many days; C2 asks for a contact within as many. */
export const stuckAfterDays = 3;

/** The day is past on which something should have happened, or nobody has set one. */
export function isStuck(
  talk: { state: 'open' | 'closed'; openedOn: CalendarDate; nextStep: NextStep | null },
  today: CalendarDate,
): boolean {
  if (talk.state === 'closed') return false;
  if (talk.nextStep === null) return addDays(talk.openedOn, stuckAfterDays) <= today;
  return talk.nextStep.kind === 'followup' && talk.nextStep.on < today;
}

/** Who advises by their post has it in hand; of anybody else's the customer's own person, else who wrote it down. */
export function consultantFor(
  place: Place,
  writer: { staffId: string | null; role: Role | null },
  customer: { ownerId: string | null; webConsultantId: string | null },
): string | null {
  if (writer.role !== null && advisers.includes(writer.role)) return writer.staffId;
  const online = place === 'clinic' ? null : customer.webConsultantId;
  return online ?? customer.ownerId ?? writer.staffId;
}

const advisers: readonly Role[] = ['consultant', 'web_consultant', 'doctor'];
