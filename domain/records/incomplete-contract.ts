import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { recordParts } from '#domain/customers/completeness.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';

/** One's own, or a colleague's for who supervises. */
export const ListIncomplete = z.strictObject({ ...pageQuery, ownerId: idShape.optional() });

/** A record of grade A or B that lacks something. */
export const IncompleteRecord = z.object({
  id: z.string(),
  customer: z.object({ id: z.string(), number: z.string(), name: z.string(), grade: gradeShape }),
  score: z.int(),
  /** The heaviest first. */
  missing: z.array(z.enum(recordParts)),
  /** In the last twelve months. */
  spentFen: z.int(),
});
export type IncompleteRecord = z.infer<typeof IncompleteRecord>;
export const IncompletePage = pageOf(IncompleteRecord);

export const IncompletePeople = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** Null: nobody answers for them. */
      ownerId: z.string().nullable(),
      name: z.string().nullable(),
      /** Customers of grade A or B. */
      best: z.int(),
      incomplete: z.int(),
    }),
  ),
});
export type IncompletePerson = z.infer<typeof IncompletePeople>['items'][number];
