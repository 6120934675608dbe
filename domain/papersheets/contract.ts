import { z } from 'zod';
import { purposes } from '#domain/contacts/contact.ts';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { visitKinds } from '#domain/visits/visit.ts';
import { editions, lineResults, sheetKinds } from './line.ts';

const allResults = [...lineResults.call, ...lineResults.confirmation, ...lineResults.waiting] as const;
const Deed = z.object({
  what: z.enum(allResults),
  at: z.string().nullable(),
  byName: z.string().nullable(),
});

export const PaperLine = z.object({
  id: z.string(),
  kind: z.enum(sheetKinds),
  day: z.string(),
  clinicId: z.string(),
  position: z.int(),
  code: z.string(),
  /** The last time; null of what lies on no desk yet. */
  printedAt: z.string().nullable(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  /** As it stands on the paper: the appointment's hour, or until when the call is owed. */
  at: z.string(),
  appointmentId: z.string().nullable(),
  visitKind: z.enum(visitKinds).nullable(),
  doctorName: z.string().nullable(),
  /** Whose call it is; of what nobody holds the post alone. */
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  role: z.string().nullable(),
  purposes: z.array(z.enum(purposes)),
  standing: z.discriminatedUnion('state', [
    z.object({ state: z.literal('open'), before: Deed.nullable() }),
    Deed.extend({ state: z.literal('entered'), happenedAt: z.string().nullable() }),
    Deed.extend({ state: z.literal('done') }),
    z.object({ state: z.literal('void'), why: z.enum(['cancelled', 'moved', 'over', 'ended']) }),
  ]),
});
export type PaperLine = z.infer<typeof PaperLine>;

/** Where no day is named, the next on which the clinic is open. */
export const ListPaperSheets = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const PaperSheets = z.object({
  clinicId: z.string(),
  day: z.string(),
  today: z.string(),
  /** When the evening's sheets are made today. */
  dueAt: z.string(),
  /** The days that codes can still be entered of, the latest first. */
  days: z.array(z.string()),
  sheets: z.array(
    z.object({
      kind: z.enum(sheetKinds),
      madeAt: z.string(),
      printedAt: z.string().nullable(),
      printedByName: z.string().nullable(),
    }),
  ),
  /** Calls are one's own, but for who supervises followups. */
  lines: z.array(PaperLine),
});
export type PaperSheets = z.infer<typeof PaperSheets>;

/** Of today or the next working day, the next where nobody says; then also what was booked and planned since they were made. */
export const MakePaperSheets = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });

/**
 * What is to lie on the desk; of calls one's own, but for who supervises followups. `new` prints what lies on no desk
 * yet, with what was booked and planned until now.
 */
export const PrintPaperSheets = z.strictObject({
  clinicId: idShape,
  day: calendarDateShape,
  kinds: z.array(z.enum(sheetKinds)).min(1).max(sheetKinds.length),
  which: z.enum(['all', 'new']).default('all'),
});
export const PrintedLine = z.object({
  id: z.string(),
  position: z.int(),
  code: z.string(),
  /** As much of the name as the clinic lets stand on paper. */
  name: z.string(),
  customerNumber: z.string(),
  /** Whole or masked; null where there is none, and of who wants to be reached discreetly. */
  phone: z.string().nullable(),
  isDiscreet: z.boolean(),
  at: z.string(),
  visitKind: z.enum(visitKinds).nullable(),
  doctorName: z.string().nullable(),
  purposes: z.array(z.enum(purposes)),
});
export type PrintedLine = z.infer<typeof PrintedLine>;
export const PrintedSheets = z.object({
  clinicName: z.string(),
  day: z.string(),
  timezone: z.string(),
  printedAt: z.string(),
  printedByName: z.string().nullable(),
  /** Numbers that stand there masked because the day's are used up. */
  numbersLeftOut: z.int(),
  /** Calls are a sheet for each who makes them. */
  sheets: z.array(
    z.object({
      kind: z.enum(sheetKinds),
      staffName: z.string().nullable(),
      role: z.string().nullable(),
      edition: z.enum(editions),
      lines: z.array(PrintedLine),
    }),
  ),
});
export type PrintedSheets = z.infer<typeof PrintedSheets>;

export const FindPaperLine = z.strictObject({ code: z.string().max(40) });

/** What was written behind a line, with the time it happened. */
export const EnterPaperLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('confirmation'),
    result: z.enum(lineResults.confirmation),
    happenedAt: instantShape.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('waiting'),
    result: z.enum(lineResults.waiting),
    arrivedAt: instantShape.nullable().default(null),
    calledAt: instantShape.nullable().default(null),
    leftAt: instantShape.nullable().default(null),
    /** Asked of a first visitor whose record does not say it (B2). */
    channelSource: line(40).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('call'),
    result: z.enum(lineResults.call),
    happenedAt: instantShape.nullable().default(null),
    score: z.int().min(0).max(10).nullable().default(null),
    notes: note(2000).nullable().default(null),
    /** Why the customer refused. */
    reason: line(300).nullable().default(null),
    callBackAt: instantShape.nullable().default(null),
  }),
]);
export type EnterPaperLine = z.output<typeof EnterPaperLine>;

export const EnteredPaperLine = z.object({
  line: PaperLine,
  /** False where it stood already, by paper or on the screen: then nothing was changed. */
  isNew: z.boolean(),
});
export type EnteredPaperLine = z.infer<typeof EnteredPaperLine>;
