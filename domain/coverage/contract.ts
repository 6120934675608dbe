import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { standings } from './coverage.ts';

const Counts = z.record(z.enum(standings), z.int());

export const AskCoverage = z.strictObject({ clinicId: idShape.optional() });

/** The proof as it was last made, over the clinics asked for, and how it went in the days before. */
export const Coverage = z.object({
  checkedAt: z.string().nullable(),
  counts: Counts,
  kept: z.int(),
  of: z.int(),
  /** Of the last month, the latest day first; a day on which nothing ran is missing. */
  days: z.array(z.object({ day: z.string(), kept: z.int(), of: z.int() })),
  /** Who is listed as lost now, by their owner; null: nobody owns them. */
  owners: z.array(
    z.object({ staffId: z.string().nullable(), name: z.string().nullable(), customers: z.int() }),
  ),
});
export type Coverage = z.infer<typeof Coverage>;

export const ListLost = z.strictObject({
  ...pageQuery,
  clinicId: idShape.optional(),
  /** `nobody` for those without an owner. */
  ownerId: idShape.or(z.literal('nobody')).optional(),
});

export const LostCustomer = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  grade: gradeShape,
  clinicId: z.string(),
  ownerName: z.string().nullable(),
  since: z.string(),
  foundAt: z.string(),
  /** What keeps the customer since the proof was made; `lost` while nothing does. */
  standingNow: z.enum(standings),
  version: z.int(),
});
export type LostCustomer = z.infer<typeof LostCustomer>;
export const LostPage = z.object({ items: z.array(LostCustomer), total: z.int() });

export const NameReason = z.strictObject({ reason: line(300).min(2) });

export const NamedReason = z.object({ id: z.string(), reason: z.string() });

export const CheckNow = z.strictObject({ clinicId: idShape.optional() });

export const AskCertificate = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'not-a-month' }),
  clinicId: idShape.optional(),
});

/** What can be said of a month: how often the proof was made, who was found lost, and what became of each. */
export const Certificate = z.object({
  month: z.string(),
  daysChecked: z.int(),
  daysOfMonth: z.int(),
  /** At the last proof of the month. */
  kept: z.int(),
  of: z.int(),
  counts: Counts,
  found: z.int(),
  /** Found in the month, and kept by something since. */
  takenUp: z.int(),
  reasons: z.array(
    z.object({
      customerName: z.string(),
      customerNumber: z.string(),
      since: z.string(),
      reason: z.string(),
      byName: z.string().nullable(),
    }),
  ),
  stillLost: z.int(),
});
export type Certificate = z.infer<typeof Certificate>;
