import { z } from 'zod';
import { Appointment } from '#domain/appointments/contract.ts';
import { idShape } from '#domain/base/ids.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { riskReasons } from './risk.ts';

/** The evening's list is of the next day, the morning's second look of the day itself (E1). */
export const confirmationHalves = ['evening', 'morning'] as const;
export type ConfirmationHalf = (typeof confirmationHalves)[number];

export const ConfirmationEntry = z.object({
  appointment: Appointment,
  /** The message that asked, if one did. */
  askedAt: z.string().nullable(),
  /** What the customer wrote back that is neither yes nor no. */
  reply: z.object({ text: z.string(), at: z.string() }).nullable(),
  risk: z.object({
    level: z.enum(['high', 'medium', 'low']),
    points: z.int(),
    reasons: z.array(z.enum(riskReasons)),
  }),
  /** Of what is not confirmed: who asks, and why they. */
  confirmer: z
    .object({ id: z.string(), name: z.string(), how: z.enum(['named', 'booked', 'turn']) })
    .nullable(),
  missedBefore: z.int(),
});
export type ConfirmationEntry = z.infer<typeof ConfirmationEntry>;

/** What was shared with the team's group. */
export const SharedList = z.object({
  half: z.enum(confirmationHalves),
  total: z.int(),
  confirmed: z.int(),
  sharedAt: z.string(),
  sharedByName: z.string().nullable(),
  /** False where the clinic has no group to read it. */
  wasSent: z.boolean(),
});
export type SharedList = z.infer<typeof SharedList>;

export const ListConfirmations = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const ConfirmationList = z.object({
  clinicId: z.string(),
  /** The day of the appointments; where nobody said one, the clinic's next working day. */
  day: z.string(),
  today: z.string(),
  timezone: z.string(),
  /** When the clinic closes today: by then tomorrow's list is complete. Null on a day it is closed. */
  closesAt: z.string().nullable(),
  items: z.array(ConfirmationEntry),
  desk: z.array(z.object({ id: z.string(), name: z.string() })),
  shared: z.array(SharedList),
});
export type ConfirmationList = z.infer<typeof ConfirmationList>;

export const NameConfirmer = z.strictObject({ staffId: idShape });
export const ShareConfirmations = z.strictObject({ clinicId: idShape, day: calendarDateShape });
export type ShareConfirmations = z.infer<typeof ShareConfirmations>;

/** By the customer's link. */
export const AnswerAppointment = z.strictObject({
  token: z.string().max(100),
  answer: z.enum(['confirmed', 'cannot-come']),
});
export const AnsweredAppointment = z.object({ answer: z.enum(['confirmed', 'cannot-come']) });
