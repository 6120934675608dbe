import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { treatmentCategories, visitKinds } from './visit.ts';

export const Treatment = z.object({
  id: z.string(),
  category: z.enum(treatmentCategories),
  name: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  /** The last session of its course. */
  finishesCourse: z.boolean(),
});

export const Visit = z.object({
  id: z.string(),
  customerId: z.string(),
  clinicId: z.string(),
  appointmentId: z.string().nullable(),
  kind: z.enum(visitKinds),
  state: z.enum(['open', 'closed']),
  visitedOn: z.string(),
  openedAt: z.string(),
  /** Of one under way whose arrival was written down first: when it was entered; null of all others. */
  enteredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  chiefComplaint: z.string().nullable(),
  /** The customer was kept in, and goes home with it. */
  isDischarge: z.boolean(),
  treatments: z.array(Treatment),
  version: z.int(),
});
export type Visit = z.infer<typeof Visit>;

export const OpenVisit = z.strictObject({
  customerId: idShape,
  clinicId: idShape,
  /** The appointment they come to; without one they walked in. */
  appointmentId: idShape.nullable().default(null),
  chiefComplaint: note(1000).nullable().default(null),
  /** What brought the customer, where the record does not say it yet; a first visit needs it. */
  channelSource: line(40).nullable().default(null),
});

export const NewTreatment = z.strictObject({
  category: z.enum(treatmentCategories),
  name: line(120).min(1),
  teamId: idShape.nullable().default(null),
  doctorId: idShape.nullable().default(null),
  finishesCourse: z.boolean().optional(),
});
/** Replaces the visit's treatments by these. */
export const EditVisit = z.strictObject({
  chiefComplaint: note(1000).nullable().optional(),
  treatments: z.array(NewTreatment).max(50).optional(),
  isDischarge: z.boolean().optional(),
});
export const CloseVisit = z.strictObject({});

export const ListVisits = z.strictObject({
  customerId: idShape.optional(),
  clinicId: idShape.optional(),
  day: calendarDateShape.optional(),
  state: z.enum(['open', 'closed']).optional(),
});
export const VisitList = z.object({ items: z.array(Visit) });
