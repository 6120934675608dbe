import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { figureKeys, targetKeys } from './figures.ts';

const figure = z.enum(figureKeys);
const Count = z.object({ count: z.int(), of: z.int().nullable() });

/** In minutes: what the figures are judged by. */
const targets = z.record(z.enum(targetKeys), z.int());

export const ShowDeskDay = z.strictObject({ clinicId: idShape, day: calendarDateShape.optional() });
export const ofDeskDay = z.object({ id: idShape, day: calendarDateShape });

export const DayFigure = z.object({
  key: figure,
  /** As the record counts it now. */
  counted: Count,
  /** As it was counted when the desk confirmed the day; null before. */
  confirmed: Count.nullable(),
  /** Set right by a person, the last one first. */
  corrections: z.array(
    z.object({
      counted: z.int(),
      corrected: z.int(),
      reason: z.string(),
      at: z.string(),
      byName: z.string().nullable(),
    }),
  ),
});
export type DayFigure = z.infer<typeof DayFigure>;

export const DeskDay = z.object({
  clinicId: z.string(),
  day: z.string(),
  figures: z.array(DayFigure),
  targets,
  confirmedAt: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  /** 0 before it is confirmed. */
  version: z.int(),
});
export type DeskDay = z.infer<typeof DeskDay>;

/** `groups` are how many messages went to the team's groups; none where the clinic has no group. */
export const ConfirmedDay = DeskDay.extend({ groups: z.int() });

export const CorrectFigure = z.strictObject({
  figure,
  corrected: z.int().min(-100_000_000_000).max(100_000_000_000),
  reason: line(200).min(2),
});
export type CorrectFigure = z.infer<typeof CorrectFigure>;

export const ListDeskDays = z.strictObject({
  clinicId: idShape,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'not-a-month' }),
});
const AllFigures = z.record(figure, Count);
export const DeskDays = z.object({
  items: z.array(
    z.object({
      day: z.string(),
      isConfirmed: z.boolean(),
      corrections: z.int(),
      figures: AllFigures,
    }),
  ),
  sum: AllFigures,
  targets,
});
export type DeskDays = z.infer<typeof DeskDays>;
