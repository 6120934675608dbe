import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';
import {
  appointmentStates,
  blockKinds,
  cancelledFor,
  chairKinds,
  colours,
  confirmations,
  origins,
} from './appointment.ts';
import { DeskRules } from './desk-rules.ts';

export const Appointment = z.object({
  id: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  grade: z.string(),
  /** First unless the customer was here on an earlier day. */
  visitKind: z.enum(visitKinds),
  startsAt: z.string(),
  /** Null of what came from a system that does not say. */
  endsAt: z.string().nullable(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  chairId: z.string().nullable(),
  chairName: z.string().nullable(),
  kindId: z.string().nullable(),
  kindName: z.string().nullable(),
  colour: z.enum(colours),
  complaint: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(appointmentStates),
  origin: z.enum(origins),
  bookedAt: z.string().nullable(),
  bookedById: z.string().nullable(),
  bookedByName: z.string().nullable(),
  movedTimes: z.int(),
  confirmation: z.enum(confirmations).nullable(),
  confirmedAt: z.string().nullable(),
  /** Of an answer that was written on paper first: when it was entered. */
  confirmationEnteredAt: z.string().nullable(),
  /** Null where the customer said so by themselves. */
  confirmedByName: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelledFor: z.enum(cancelledFor).nullable(),
  cancelReason: z.string().nullable(),
  version: z.int(),
});
export type Appointment = z.infer<typeof Appointment>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const place = {
  startsAt: instantShape,
  minutes: z.int().min(5).max(600),
  doctorId: idShape.nullable().default(null),
  chairId: idShape.nullable().default(null),
};

export const BookAppointment = z.strictObject({
  customerId: idShape,
  clinicId: idShape,
  ...place,
  kindId: idShape.nullable().default(null),
  complaint: note(1000).nullable().default(null),
  note: note(1000).nullable().default(null),
  origin: z.enum(['desk', 'phone']).default('desk'),
});
export type BookAppointment = z.infer<typeof BookAppointment>;

export const MoveAppointment = z.strictObject(place);
export const EditAppointment = z.strictObject({
  kindId: idShape.nullable().optional(),
  complaint: note(1000).nullable().optional(),
  note: note(1000).nullable().optional(),
});
export const CancelAppointment = z.strictObject({
  cancelledFor: z.enum(cancelledFor),
  reason: line(200).min(1),
});
export const ConfirmAppointment = z.strictObject({ answer: z.enum(confirmations) });

/** Days of the clinic, both included. */
export const ListAppointments = z.strictObject({
  clinicId: idShape.optional(),
  from: calendarDateShape,
  to: calendarDateShape,
  doctorId: idShape.optional(),
  state: z.enum(appointmentStates).optional(),
});
export const AppointmentList = z.object({ items: z.array(Appointment) });
export type AppointmentList = z.infer<typeof AppointmentList>;

export const AppointmentKind = z.object({
  id: z.string(),
  name: z.string(),
  category: z.enum(treatmentCategories),
  minutes: z.int(),
  colour: z.enum(colours),
  /** Whether customers may book it by themselves. */
  isOnline: z.boolean(),
  /** Who does it; empty is everybody. */
  doctorIds: z.array(z.string()),
  isArchived: z.boolean(),
  version: z.int(),
});
export type AppointmentKind = z.infer<typeof AppointmentKind>;
const kind = {
  name: line(40).min(1),
  category: z.enum(treatmentCategories),
  minutes: z.int().min(5).max(600),
  colour: z.enum(colours),
};
const doctorIds = z.array(idShape).max(200);
export const AddKind = z.strictObject({
  ...kind,
  isOnline: z.boolean().default(false),
  doctorIds: doctorIds.default([]),
});
export const EditKind = z
  .strictObject({ ...kind, isOnline: z.boolean(), doctorIds, isArchived: z.boolean() })
  .partial();

export const Chair = z.object({
  id: z.string(),
  clinicId: z.string(),
  name: z.string(),
  kind: z.enum(chairKinds),
  isArchived: z.boolean(),
  version: z.int(),
});
export type Chair = z.infer<typeof Chair>;
export const AddChair = z.strictObject({
  clinicId: idShape,
  name: line(40).min(1),
  kind: z.enum(chairKinds).default('chair'),
});
export const EditChair = z
  .strictObject({ name: line(40).min(1), kind: z.enum(chairKinds), isArchived: z.boolean() })
  .partial();

export const DeskRulesView = z.object({ rules: DeskRules, version: z.int() });
export type DeskRulesView = z.infer<typeof DeskRulesView>;
export const SaveDeskRules = z.strictObject({ rules: DeskRules });

export const TimeBlock = z.object({
  id: z.string(),
  clinicId: z.string(),
  doctorId: z.string().nullable(),
  chairId: z.string().nullable(),
  kind: z.enum(blockKinds),
  reason: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Those that were made together. */
  seriesId: z.string().nullable(),
});
export type TimeBlock = z.infer<typeof TimeBlock>;
export const TimeBlockList = z.object({ items: z.array(TimeBlock) });

/** A stretch of the clinic's day for each doctor and chair named, once or on weekdays up to a day. */
export const BlockTime = z
  .strictObject({
    clinicId: idShape,
    kind: z.enum(blockKinds),
    reason: line(60).nullable().default(null),
    doctorIds: z.array(idShape).max(50).default([]),
    chairIds: z.array(idShape).max(50).default([]),
    day: calendarDateShape,
    from: clockTime,
    to: clockTime,
    until: calendarDateShape.nullable().default(null),
    /** 1 is Monday, 7 Sunday; empty is every day up to `until`. */
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  })
  .refine(({ from, to }) => from < to, { error: 'ends-before-it-begins', path: ['to'] })
  .refine(({ day, until }) => until === null || day <= until, {
    error: 'ends-before-it-begins',
    path: ['until'],
  })
  .refine(({ doctorIds, chairIds }) => doctorIds.length + chairIds.length > 0, {
    error: 'missing',
    path: ['doctorIds'],
  });
export type BlockTime = z.infer<typeof BlockTime>;
/** That one alone, or with all of its series that come after it. */
export const FreeBlock = z.strictObject({ isWholeSeries: z.boolean().default(false) });

/** A clinic's book for some days, with what it is drawn by. */
export const OpenBook = z.strictObject({
  clinicId: idShape,
  from: calendarDateShape,
  days: z.coerce.number().int().min(1).max(14).default(1),
});
export const Book = z.object({
  days: z.array(
    z.object({ day: z.string(), isOpen: z.boolean(), opensAt: z.string(), closesAt: z.string() }),
  ),
  timezone: z.string(),
  stepMinutes: DeskRules.shape.stepMinutes.unwrap(),
  doctors: z.array(z.object({ id: z.string(), name: z.string() })),
  chairs: z.array(Chair),
  kinds: z.array(AppointmentKind),
  cancelReasons: z.array(z.string()),
  items: z.array(Appointment),
  blocks: z.array(TimeBlock),
});
export type Book = z.infer<typeof Book>;

export const FindFreeTimes = z.strictObject({
  clinicId: idShape,
  minutes: z.coerce.number().int().min(5).max(600),
  from: calendarDateShape,
  days: z.coerce.number().int().min(1).max(31).default(7),
  doctorId: idShape.optional(),
  /** Of the doctors who do that. */
  kindId: idShape.optional(),
});
export const FreeTimes = z.object({
  items: z.array(z.object({ doctorId: z.string(), doctorName: z.string(), startsAt: z.string() })),
});
export type FreeTimes = z.infer<typeof FreeTimes>;
