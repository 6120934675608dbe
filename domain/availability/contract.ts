import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { leaveKinds, WeekHours } from './availability.ts';

export const Leave = z.object({
  id: z.string(),
  staffId: z.string(),
  from: z.string(),
  to: z.string(),
  /** Null: not for whom asks. */
  kind: z.enum(leaveKinds).nullable(),
  /** Who gets what falls due meanwhile; null leaves it to the others of the role. */
  standInId: z.string().nullable(),
});
export type Leave = z.infer<typeof Leave>;

export const StaffAvailability = z.object({
  staffId: z.string(),
  /** Null: the clinic's hours. */
  hours: WeekHours.nullable(),
  /** Of the hours, 0 where none were ever entered. */
  hoursVersion: z.int(),
  /** Those of the days asked about, the first one first. */
  leaves: z.array(Leave),
});
export type StaffAvailability = z.infer<typeof StaffAvailability>;
export const AvailabilityList = z.object({ items: z.array(StaffAvailability) });

/** Leaves that touch these days; without them, from today on. */
export const ListAvailability = z.strictObject({
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
});

export const SaveHours = z.strictObject({ hours: WeekHours.nullable() });

export const EnterLeave = z
  .strictObject({
    from: calendarDateShape,
    to: calendarDateShape,
    kind: z.enum(leaveKinds),
    standInId: idShape.nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { error: 'ends-before-it-begins', path: ['to'] });
export type EnterLeave = z.infer<typeof EnterLeave>;
