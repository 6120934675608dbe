import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { OnlineRules } from './limits.ts';

/** As a clinic set it up; the address says neither treatment nor clinic. */
export const OnlineBooking = z.object({
  rules: OnlineRules,
  path: z.string(),
  /** Whether a code can be sent: without, nobody can book. */
  canSendCodes: z.boolean(),
  version: z.int(),
});
export type OnlineBooking = z.infer<typeof OnlineBooking>;
export const SaveOnlineBooking = z.strictObject({ rules: OnlineRules });

/** Which clinic's page it is: always in a body. */
const place = z.string().max(100);
export const OpenOnline = z.strictObject({ place });
export const OnlinePage = z.object({
  clinicName: z.string(),
  kinds: z.array(z.object({ id: z.string(), name: z.string(), minutes: z.int() })),
  /** Of the clinic's calendar: today, and the last day that can be booked. */
  from: z.string(),
  to: z.string(),
});
export type OnlinePage = z.infer<typeof OnlinePage>;

export const AskOnlineTimes = z.strictObject({ place, kindId: idShape, from: calendarDateShape });
export const OnlineTimes = z.object({
  items: z.array(
    z.object({
      /** By the clinic's wall clock, for the eye; the instant is what is sent back. */
      wall: z.string(),
      startsAt: z.string(),
      doctorId: z.string(),
      doctorName: z.string(),
    }),
  ),
});
export type OnlineTimes = z.infer<typeof OnlineTimes>;

export const HoldOnline = z.strictObject({
  place,
  kindId: idShape,
  doctorId: idShape,
  startsAt: instantShape,
  phone: line(40).min(1),
});
export type HoldOnline = z.infer<typeof HoldOnline>;
export const HeldOnline = z.object({
  holdId: z.string(),
  minutes: z.int(),
  /** In a trial nothing is sent to anybody: the page says the code itself. */
  trialCode: z.string().nullable(),
});
export type HeldOnline = z.infer<typeof HeldOnline>;

export const ConfirmOnline = z.strictObject({
  place,
  holdId: idShape,
  code: z.string().regex(/^\d{6}$/),
  name: line(60).min(1),
});
export type ConfirmOnline = z.infer<typeof ConfirmOnline>;
/** The same whether the phone was known or not. */
export const BookedOnline = z.object({ wall: z.string(), clinicName: z.string() });

export const LeaveOnline = z.strictObject({ place, holdId: idShape });
