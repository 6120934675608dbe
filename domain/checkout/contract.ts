import { z } from 'zod';
import { Appointment } from '#domain/appointments/contract.ts';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { AccountBalance, LedgerLine } from '#domain/ledger/contract.ts';
import { Visit } from '#domain/visits/contract.ts';
import { visitKinds } from '#domain/visits/visit.ts';
import { answersOf, offerAnswers, offerKinds, points } from './answers.ts';
import { CheckoutRules } from './rules.ts';

const remark = line(200).nullable().default(null);
const notAsked = z.strictObject({ answer: z.literal('not_asked') });
const declined = z.strictObject({ answer: z.literal('declined') });

export const Offer = z.strictObject({
  kind: z.enum(offerKinds),
  name: line(60).min(1),
  answer: z.enum(offerAnswers),
});

/** One answer a point: a customer who leaves with a point nobody thought of is one without this. */
export const FinishCheckout = z.strictObject({
  paid: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('settled') }),
    z.strictObject({ answer: z.literal('owes'), note: line(200).min(1) }),
    notAsked,
  ]),
  next: z.discriminatedUnion('answer', [
    z.strictObject({
      answer: z.literal('booked'),
      /** One that is in the book already; else it is booked now. */
      appointmentId: idShape.nullable().default(null),
      booking: z
        .strictObject({
          startsAt: instantShape,
          minutes: z.int().min(5).max(600),
          doctorId: idShape.nullable().default(null),
          kindId: idShape.nullable().default(null),
        })
        .nullable()
        .default(null),
    }),
    z.strictObject({ answer: z.literal('none'), reason: line(60).min(1), note: remark }),
    notAsked,
  ]),
  offer: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('offered'), items: z.array(Offer).min(1).max(10) }),
    z.strictObject({ answer: z.literal('nothing_fits') }),
    notAsked,
  ]),
  followup: z.discriminatedUnion('answer', [
    z.strictObject({
      answer: z.literal('agreed'),
      from: instantShape,
      to: instantShape,
      assigneeId: idShape.nullable().default(null),
      matter: remark,
    }),
    declined,
    notAsked,
  ]),
  rating: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('asked') }),
    declined,
    notAsked,
  ]),
  account: z.strictObject({ answer: z.enum(answersOf.account) }),
});
export type FinishCheckout = z.infer<typeof FinishCheckout>;

export const Checkout = z.object({
  id: z.string(),
  visitId: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  day: z.string(),
  paid: z.enum(answersOf.paid),
  paidNote: z.string().nullable(),
  /** What was still owed at the door. */
  owedFen: z.int(),
  next: z.enum(answersOf.next),
  nextAppointmentId: z.string().nullable(),
  nextAt: z.string().nullable(),
  noNextReason: z.string().nullable(),
  noNextNote: z.string().nullable(),
  offer: z.enum(answersOf.offer),
  offers: z.array(Offer),
  followup: z.enum(answersOf.followup),
  followupId: z.string().nullable(),
  rating: z.enum(answersOf.rating),
  account: z.enum(answersOf.account),
  finishedAt: z.string(),
  finishedByName: z.string().nullable(),
});
export type Checkout = z.infer<typeof Checkout>;

/** All that one screen needs to let a customer go. */
export const CheckoutSheet = z.object({
  visit: Visit,
  /** Of an arrival that was written down first: when it was entered. */
  enteredAt: z.string().nullable(),
  customer: z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    grade: z.string(),
    /** Unhappy: nothing is offered until the case is closed. */
    isFrozen: z.boolean(),
    refusesContact: z.boolean(),
  }),
  balance: AccountBalance,
  /** What was booked on the customer's account on the day of the visit. */
  entries: z.array(LedgerLine),
  /** What is in the book from now on. */
  appointments: z.array(Appointment),
  /** Whether a form about this visit was sent or shown. */
  isRatingAsked: z.boolean(),
  /** Whether the customer is known to follow the official account. */
  follows: z.boolean(),
  hasAccountCode: z.boolean(),
  rules: CheckoutRules,
  checkout: Checkout.nullable(),
});
export type CheckoutSheet = z.infer<typeof CheckoutSheet>;

export const ListCheckouts = z.strictObject({
  clinicId: idShape.optional(),
  /** The clinic's today where nobody says. */
  day: calendarDateShape.optional(),
});
export const CheckoutRow = z.object({
  visitId: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  visitKind: z.enum(visitKinds),
  openedAt: z.string(),
  /** Of an arrival that was written down first: when it was entered. */
  enteredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** `here` is still in the clinic; `silent` was let go without anybody asking. */
  state: z.enum(['here', 'done', 'silent']),
  unasked: z.array(z.enum(points)),
  next: z.enum(answersOf.next).nullable(),
  nextAt: z.string().nullable(),
  noNextReason: z.string().nullable(),
  noNextNote: z.string().nullable(),
  /** Who left without one and has one by now. */
  isBookedSince: z.boolean(),
});
export type CheckoutRow = z.infer<typeof CheckoutRow>;
export const CheckoutList = z.object({ day: z.string(), items: z.array(CheckoutRow) });
export type CheckoutList = z.infer<typeof CheckoutList>;

/** Who left without a next appointment in these days: the supervisor's list. */
export const ListWithoutNext = z.strictObject({
  clinicId: idShape.optional(),
  from: calendarDateShape,
  to: calendarDateShape,
});

export const CheckoutRulesView = z.object({ rules: CheckoutRules, version: z.int() });
export type CheckoutRulesView = z.infer<typeof CheckoutRulesView>;
export const SaveCheckoutRules = z.strictObject({ rules: CheckoutRules });

/** The code customers scan to follow the clinic; without a picture there is none. */
export const AccountCode = z.object({ picture: z.string().nullable(), updatedAt: z.string().nullable() });
export const SaveAccountCode = z.strictObject({
  /** PNG, JPEG or WebP, as base64. */
  picture: z
    .string()
    .max(900_000)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'not-a-photo' }),
});
