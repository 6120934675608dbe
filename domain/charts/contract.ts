import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { chartParts, chartPlaces } from './chart.ts';

export const ListCharts = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });

export const ChartLine = z.object({
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  /** Null where there is no chart yet. */
  place: z.enum(chartPlaces).nullable(),
  keptAs: z.string().nullable(),
  since: z.string().nullable(),
  /** When they come that day, to whom. */
  startsAt: z.string().nullable(),
  doctorName: z.string().nullable(),
  isComing: z.boolean(),
  /** Comes again after now. */
  isBooked: z.boolean(),
  /** What was last done: by this they are kept. */
  lastTreatment: z.string().nullable(),
});
export type ChartLine = z.infer<typeof ChartLine>;

export const ChartCount = z.object({
  part: z.enum(chartParts),
  expected: z.int(),
  counted: z.int(),
  note: z.string().nullable(),
  at: z.string(),
  byName: z.string().nullable(),
});

export const ChartDay = z.object({
  clinicId: z.string(),
  day: z.string(),
  /** Who comes that day, whatever is not on its shelf, and what is kept apart. */
  lines: z.array(ChartLine),
  expected: z.object({ morning: z.int(), evening: z.int() }),
  counts: z.array(ChartCount),
});
export type ChartDay = z.infer<typeof ChartDay>;

/** A chart that is not there yet is made by being put somewhere. */
export const MoveCharts = z
  .strictObject({
    clinicId: idShape,
    day: calendarDateShape.optional(),
    customerIds: z.array(idShape).min(1).max(200),
    place: z.enum(chartPlaces),
    keptAs: line(40).min(1).nullable().default(null),
  })
  .refine(({ place, keptAs }) => (place === 'kept') === (keptAs !== null), {
    error: 'kept-by-kind',
    path: ['keptAs'],
  });
export const CountCharts = z.strictObject({
  clinicId: idShape,
  part: z.enum(chartParts),
  counted: z.int().min(0).max(10_000),
  note: line(200).nullable().default(null),
});
