import { z } from 'zod';
import { classCode } from '#domain/classes/preclass.ts';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { visitKinds } from '#domain/visits/visit.ts';
import { stages, visitStages } from './stage.ts';

/** A visit as it goes through the house. */
export const Reception = z.object({
  /** Of the visit, and of its row here. */
  visitId: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  day: z.string(),
  /** What the customer is called by in the waiting room; the first of the day is 1. */
  number: z.int(),
  stage: z.enum(visitStages),
  arrivedAt: z.string(),
  waitingAt: z.string().nullable(),
  inTreatmentAt: z.string().nullable(),
  checkoutAt: z.string().nullable(),
  goneAt: z.string().nullable(),
  goneReason: z.string().nullable(),
  classCode: z.string().nullable(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  receivedByName: z.string().nullable(),
  version: z.int(),
});
export type Reception = z.infer<typeof Reception>;

/** Somebody who has just been received. */
export const Received = Reception.extend({
  kind: z.enum(visitKinds),
  /** When they were here before; null makes it their first visit. */
  lastVisitOn: z.string().nullable(),
  chiefComplaint: z.string().nullable(),
});
export type Received = z.infer<typeof Received>;

/** Somebody came: to the appointment named, or without one. */
export const ReceiveCustomer = z.strictObject({
  customerId: idShape,
  clinicId: idShape,
  appointmentId: idShape.nullable().default(null),
  chiefComplaint: note(1000).nullable().default(null),
  /** Asked of a first visitor whose record does not say it (B2). */
  channelSource: line(40).nullable().default(null),
  /** Asked where the record has no class (B1). */
  classCode: classCode.nullable().default(null),
  /** Whom they are to see; of an appointment its own doctor where nobody else is named. */
  doctorId: idShape.nullable().default(null),
});
export type ReceiveCustomer = z.input<typeof ReceiveCustomer>;

export const MoveStage = z.strictObject({
  to: z.enum(visitStages),
  /** Why they leave, where they were not at the checkout. */
  reason: line(200).nullable().default(null),
});

/** One person of the day, before, in and after the house. */
export const BoardCard = z.object({
  /** The visit's, or the appointment's before there is a visit. */
  id: z.string(),
  visitId: z.string().nullable(),
  appointmentId: z.string().nullable(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  age: z.int().nullable(),
  grade: gradeShape,
  isFrozen: z.boolean(),
  classCode: z.string().nullable(),
  kind: z.enum(visitKinds),
  complaint: z.string().nullable(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  stage: z.enum(stages),
  /** When the stage began; of somebody expected, when they are to come. */
  since: z.string(),
  startsAt: z.string().nullable(),
  number: z.int().nullable(),
  arrivedAt: z.string().nullable(),
  waitingAt: z.string().nullable(),
  inTreatmentAt: z.string().nullable(),
  checkoutAt: z.string().nullable(),
  goneAt: z.string().nullable(),
  goneReason: z.string().nullable(),
  receivedByName: z.string().nullable(),
  confirmation: z.string().nullable(),
  /** The visit's on the board; of an appointment its own. */
  version: z.int(),
});
export type BoardCard = z.infer<typeof BoardCard>;

/** A clinic's board of one day, today where nobody says. */
export const ShowBoard = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const Board = z.object({
  clinicId: z.string(),
  day: z.string(),
  timezone: z.string(),
  /** The last change it has; what comes after is read from here on. */
  position: z.int(),
  now: z.string(),
  cards: z.array(BoardCard),
});
export type Board = z.infer<typeof Board>;
