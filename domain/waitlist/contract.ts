import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const wishStates = ['waiting', 'booked', 'withdrawn', 'expired'] as const;
export const offerStates = ['open', 'accepted', 'declined', 'expired'] as const;

/** A freed time that is kept for somebody until they say. */
export const WaitlistOffer = z.object({
  id: z.string(),
  wishId: z.string(),
  customerId: z.string(),
  doctorId: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  until: z.string(),
  state: z.enum(offerStates),
  /** Why they are asked before the others. */
  fit: z.object({ doctor: z.enum(['asked', 'any']), spareMinutes: z.number(), waitsDays: z.number() }),
  /** Asked before and said no, or said nothing. */
  askedBefore: z.int(),
});
export type WaitlistOffer = z.infer<typeof WaitlistOffer>;

/** Somebody who waits for a time. */
export const WaitlistWish = z.object({
  id: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  grade: z.string(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  kindId: z.string().nullable(),
  kindName: z.string().nullable(),
  minutes: z.int(),
  weekdays: z.array(z.int()),
  from: z.string(),
  to: z.string(),
  until: z.string(),
  note: z.string().nullable(),
  state: z.enum(wishStates),
  since: z.string(),
  version: z.int(),
});
export type WaitlistWish = z.infer<typeof WaitlistWish>;
export const Waitlist = z.object({ wishes: z.array(WaitlistWish), offers: z.array(WaitlistOffer) });
export type Waitlist = z.infer<typeof Waitlist>;

export const ListWaitlist = z.strictObject({ clinicId: idShape });
export const AddWish = z
  .strictObject({
    clinicId: idShape,
    customerId: idShape,
    doctorId: idShape.nullable().default(null),
    kindId: idShape.nullable().default(null),
    minutes: z.int().min(5).max(600).default(30),
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    from: clockTime.default('08:00'),
    to: clockTime.default('20:00'),
    until: calendarDateShape,
    note: note(300).nullable().default(null),
  })
  .refine(({ from, to }) => from < to, { error: 'ends-before-it-begins', path: ['to'] });
export type AddWish = z.infer<typeof AddWish>;
export const WithdrawWish = z.strictObject({ reason: line(200).min(1) });

/** What the customer said to a colleague. */
export const AnswerOffer = z.strictObject({ answer: z.enum(['accepted', 'declined']) });
/** The same by the link in the message. */
export const AnswerOfferByLink = z.strictObject({
  token: z.string().max(100),
  answer: z.enum(['accepted', 'declined']),
});
export const OfferAnswered = z.object({ state: z.enum(offerStates) });
