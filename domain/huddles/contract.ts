import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { huddleKinds, lineKinds } from './pack.ts';

export const ShowHuddle = z.strictObject({
  clinicId: idShape,
  kind: z.enum(huddleKinds),
  day: calendarDateShape.optional(),
});
export const MakeHuddle = z.strictObject({ clinicId: idShape, kind: z.enum(huddleKinds) });

export const HuddleLine = z.object({
  id: z.string(),
  kind: z.enum(lineKinds),
  subjectId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  facts: z.object({
    reason: z.string().nullable().optional(),
    isSilent: z.boolean().optional(),
    byName: z.string().nullable().optional(),
    startsAt: z.string().optional(),
    risk: z.int().optional(),
    minutes: z.int().optional(),
    target: z.int().optional(),
    score: z.int().optional(),
    breaksAt: z.string().optional(),
    what: z.enum(['followup', 'case']).optional(),
  }),
  firstOn: z.string(),
  /** It was open when this meeting began. */
  isCarried: z.boolean(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueAt: z.string().nullable(),
  followupId: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  /** `fact`: the record settled it. */
  closedHow: z.enum(['word', 'fact']).nullable(),
  outcome: z.string().nullable(),
  version: z.int(),
});
export type HuddleLine = z.infer<typeof HuddleLine>;

export const Huddle = z.object({
  clinicId: z.string(),
  day: z.string(),
  kind: z.enum(huddleKinds),
  /** Null where none was made for that day. */
  id: z.string().nullable(),
  madeAt: z.string().nullable(),
  heldAt: z.string().nullable(),
  heldByName: z.string().nullable(),
  lines: z.array(HuddleLine),
});
export type Huddle = z.infer<typeof Huddle>;

export const AssignLine = z.strictObject({ ownerId: idShape, dueAt: instantShape });
export const CloseLine = z.strictObject({ outcome: line(300).min(2) });
