import { z } from 'zod';
import { Appointment } from '#domain/appointments/contract.ts';
import { idShape } from '#domain/base/ids.ts';
import { note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { lateChoices } from './late-options.ts';

/** What came of the call to somebody who is late. */
export const lateResults = ['on-the-way', 'cannot-come', 'unreached'] as const;

const callState = z.enum(['not-yet', 'due', 'overdue', 'in-time', 'too-late']);

export const LateCall = z.object({
  result: z.enum(lateResults),
  calledAt: z.string(),
  calledByName: z.string().nullable(),
  /** When they say they will be here. */
  arrivesAt: z.string().nullable(),
  note: z.string().nullable(),
});

export const LateEntry = z.object({
  appointment: Appointment,
  minutesLate: z.int(),
  /** When the call is to be on record. */
  callBy: z.string(),
  callState,
  calls: z.array(LateCall),
  /** Of who is still expected. */
  options: z.array(
    z.object({
      choice: z.enum(lateChoices),
      minutes: z.int(),
      isPossible: z.boolean(),
      delays: z.array(z.object({ id: z.string(), customerName: z.string(), minutes: z.int() })),
    }),
  ),
  suggested: z.enum(lateChoices).nullable(),
  decision: z
    .object({
      choice: z.enum(lateChoices),
      reason: z.string().nullable(),
      decidedAt: z.string(),
      decidedByName: z.string().nullable(),
    })
    .nullable(),
});
export type LateEntry = z.infer<typeof LateEntry>;

export const CancelledEntry = z.object({
  appointment: Appointment,
  contactBy: z.string(),
  contactState: callState,
  contactedAt: z.string().nullable(),
  /** They have another appointment by now: nobody needs to call. */
  rebookedFor: z.string().nullable(),
  /** The supervisor's word. */
  review: z
    .object({ note: z.string().nullable(), seenAt: z.string(), seenByName: z.string().nullable() })
    .nullable(),
});
export type CancelledEntry = z.infer<typeof CancelledEntry>;

export const ShowLateness = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const Lateness = z.object({
  clinicId: z.string(),
  day: z.string(),
  today: z.string(),
  timezone: z.string(),
  /** E2: who cancelled is called within so many minutes. */
  cancelContactMinutes: z.int(),
  late: z.array(LateEntry),
  cancelled: z.array(CancelledEntry),
});
export type Lateness = z.infer<typeof Lateness>;

export const RecordLateCall = z.strictObject({
  result: z.enum(lateResults),
  /** From now on; asked of who is on the way. */
  arrivesInMinutes: z.int().min(0).max(240).nullable().default(null),
  note: note(500).nullable().default(null),
});
export type RecordLateCall = z.input<typeof RecordLateCall>;

export const DecideLate = z.strictObject({
  choice: z.enum(lateChoices),
  reason: note(500).nullable().default(null),
});
export type DecideLate = z.input<typeof DecideLate>;

export const ReviewCancellation = z.strictObject({ note: note(500).nullable().default(null) });
export type ReviewCancellation = z.input<typeof ReviewCancellation>;
