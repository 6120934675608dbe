import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { channels } from '#domain/contacts/contact.ts';
import { attemptResults } from '#domain/followups/contract.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { numberFaults } from './number-fault.ts';

export const ListBrokenNumbers = z.strictObject({
  ...pageQuery,
  clinicId: idShape.optional(),
  fault: z.enum(numberFaults).optional(),
});
export type ListBrokenNumbers = z.infer<typeof ListBrokenNumbers>;

const Try = z.object({
  at: z.string(),
  channel: z.enum(channels),
  result: z.enum(attemptResults),
  byName: z.string().nullable(),
});

/** A customer who cannot be reached, and what was done about it. */
export const BrokenNumber = z.object({
  customer: z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    grade: gradeShape,
  }),
  clinicId: z.string(),
  fault: z.enum(numberFaults),
  /** Followups that wait for the number. */
  followups: z.int(),
  /** When the first of their windows ends; null where none waits. */
  closesAt: z.string().nullable(),
  /** The last tries, the newest first. */
  tries: z.array(Try),
  /** Who looks for the number. */
  takenBy: z
    .object({ staffId: z.string().nullable(), name: z.string().nullable(), at: z.string() })
    .nullable(),
});
export type BrokenNumber = z.infer<typeof BrokenNumber>;

export const BrokenNumbers = z.object({
  items: z.array(BrokenNumber),
  total: z.int(),
  counts: z.object({ missing: z.int(), wrong: z.int(), undeliverable: z.int(), unreachable: z.int() }),
});
export type BrokenNumbers = z.infer<typeof BrokenNumbers>;

export const OfCustomer = z.strictObject({ customerId: idShape });
/** The number as a person writes it. */
export const RepairNumber = z.strictObject({ customerId: idShape, phone: line(40).min(1) });
export type RepairNumber = z.infer<typeof RepairNumber>;
export const RepairedNumber = z.object({
  id: z.string(),
  /** How many followups are on the list again. */
  resumed: z.int(),
  /** Until then whoever entered it may take it back. */
  undoUntil: z.string(),
});
export type RepairedNumber = z.infer<typeof RepairedNumber>;
export const UndoneRepair = z.object({ restored: z.int() });
export const TakenRepair = z.object({ customerId: z.string(), takenByMe: z.boolean() });
