import { z } from 'zod';
import { classCode } from '#domain/classes/preclass.ts';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { intakeStates } from '#domain/forms/intake.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { ToldWarning } from '#domain/records/contract.ts';
import { visitKinds } from '#domain/visits/visit.ts';
import { triageAreas } from '#domain/triage/area.ts';
import { reasonCodes } from '#domain/triage/suggestion.ts';
import { stages, visitStages } from './stage.ts';
import { screenShows } from './waiting-screen.ts';

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
  doctorReason: z.string().nullable(),
  wishes: z.string().nullable(),
  /** When the doctor read what there is to know of them. */
  readAt: z.string().nullable(),
  readByName: z.string().nullable(),
  receivedByName: z.string().nullable(),
  /** They checked in by themselves at the door. */
  isSelf: z.boolean(),
  /** Of an arrival that was written down first: when it was entered. */
  enteredAt: z.string().nullable(),
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
  wishes: note(500).nullable().default(null),
  /** When they came, of an arrival that could not be entered then; else they come now. */
  arrivedAt: instantShape.nullable().default(null),
});
export type ReceiveCustomer = z.input<typeof ReceiveCustomer>;

export const MoveStage = z.strictObject({
  to: z.enum(visitStages),
  /** Why they leave, where they were not at the checkout. */
  reason: line(200).nullable().default(null),
});

/** It was somebody else: why the arrival is taken back. */
export const UndoArrival = z.strictObject({ reason: line(200).min(2) });
/** Somebody else sees them, and why. */
export const ChangeDoctor = z.strictObject({ doctorId: idShape, reason: line(200).nullable().default(null) });
/** What they said at the door that the doctor should know. */
export const WriteWishes = z.strictObject({ wishes: note(500).nullable() });
/** Somebody was with who waits; what they were told about the wait, where a time was named. */
export const SayWord = z.strictObject({ toldMinutes: z.int().min(0).max(600).nullable().default(null) });

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
  /** Of a minor: who answers for them; null where nobody is known, or nobody is needed. */
  guardianName: z.string().nullable(),
  isMinor: z.boolean(),
  /** What was agreed for them as a child is to be asked of themselves. */
  asksConsent: z.boolean(),
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
  /** They checked in by themselves; nobody at the desk received them. */
  isSelf: z.boolean(),
  /** Of an arrival that was written down first: when it was entered. */
  enteredAt: z.string().nullable(),
  confirmation: z.string().nullable(),
  /** How long they are treated, as booked. */
  minutes: z.int(),
  lastWordAt: z.string().nullable(),
  lastToldMinutes: z.int().nullable(),
  channelSource: z.string().nullable(),
  /** Allergies and what else who treats must know first; shown in red. */
  warnings: z.array(ToldWarning),
  /** Of who comes for the first time; null owes none. */
  intake: z.enum(intakeStates).nullable(),
  wishes: z.string().nullable(),
  readAt: z.string().nullable(),
  readByName: z.string().nullable(),
  /** The visit's on the board; of an appointment its own. */
  version: z.int(),
});
export type BoardCard = z.infer<typeof BoardCard>;

const minutesShape = z.int();
export const WaitingFigures = z.object({
  lateCallMinutes: minutesShape,
  lateRecordMinutes: minutesShape,
  waitFirstMinutes: minutesShape,
  waitReturnMinutes: minutesShape,
  wordEveryMinutes: minutesShape,
  aloneMinutes: minutesShape,
});
export const BoardWord = z.object({
  visitId: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
  toldMinutes: z.int().nullable(),
  predictedMinutes: z.int().nullable(),
  /** From the word to the chair; null while they wait. */
  actualMinutes: z.int().nullable(),
});

/** A clinic's board of one day, today where nobody says. */
export const ShowBoard = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const Board = z.object({
  clinicId: z.string(),
  day: z.string(),
  timezone: z.string(),
  /** The last change it has; what comes after is read from here on. */
  position: z.int(),
  now: z.string(),
  rules: WaitingFigures,
  cards: z.array(BoardCard),
  /** Of the day: what was told and predicted, and for whom. */
  words: z.array(BoardWord),
});
export type Board = z.infer<typeof Board>;

/** From which position a screen reads on; `once` for who asks every few seconds and holds no stream. */
export const FollowBoard = z.strictObject({
  clinicId: idShape,
  after: z.coerce.number().int().min(0).default(0),
  once: z.stringbool().default(false),
});
/** What came since the position a screen knew. */
export const BoardNews = z.object({
  position: z.int(),
  day: z.string(),
  /** Not all of it is kept any more: the whole board is read again. */
  readAnew: z.boolean(),
  /** As they are now; each in place of what the screen has of the same visit or appointment. */
  cards: z.array(BoardCard),
  gone: z.array(z.string()),
  words: z.array(BoardWord),
});
export type BoardNews = z.infer<typeof BoardNews>;

/** Who could see them, the best first, and why each. */
export const Triage = z.object({
  visitId: z.string(),
  area: z.enum(triageAreas),
  by: z.enum(['age', 'word', 'nothing']),
  word: z.string().nullable(),
  doctors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      areas: z.array(z.enum(triageAreas)).readonly(),
      minutesAhead: z.int(),
      waiting: z.int(),
      seenToday: z.int(),
      isSuggested: z.boolean(),
      reasons: z.array(z.object({ code: z.enum(reasonCodes), minutes: z.int().nullable() })),
    }),
  ),
});
export type Triage = z.infer<typeof Triage>;

/** A screen on the wall of a waiting room; whoever has its address can read it. */
export const WaitingScreen = z.object({
  id: z.string(),
  clinicId: z.string(),
  name: z.string(),
  shows: z.enum(screenShows),
  createdAt: z.string(),
  createdByName: z.string().nullable(),
});
export type WaitingScreen = z.infer<typeof WaitingScreen>;
export const WaitingScreenList = z.object({ items: z.array(WaitingScreen) });
export const AddWaitingScreen = z.strictObject({ name: line(60).min(1), shows: z.enum(screenShows) });
export type AddWaitingScreen = z.infer<typeof AddWaitingScreen>;
/** The address is shown once and kept nowhere. */
export const NewWaitingScreen = z.object({ screen: WaitingScreen, path: z.string() });
export type NewWaitingScreen = z.infer<typeof NewWaitingScreen>;

/** The secret of a screen: in a body, so that no log has it. */
export const ReadWaitingScreen = z.strictObject({ token: z.string().max(100) });
const Called = z.object({ number: z.int(), salutation: z.string().nullable() });
/** What strangers read: who is called, by number or surname, to whom and where; never what for. */
export const WaitingScreenLines = z.object({
  clinicName: z.string(),
  called: z.array(
    Called.extend({
      doctorName: z.string().nullable(),
      roomName: z.string().nullable(),
      isNew: z.boolean(),
    }),
  ),
  waiting: z.array(Called),
});
export type WaitingScreenLines = z.infer<typeof WaitingScreenLines>;
