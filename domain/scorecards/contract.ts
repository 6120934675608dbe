import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { Scorecard } from './scorecard.ts';

export const ScorecardView = z.object({ card: Scorecard, version: z.int() });
export type ScorecardView = z.infer<typeof ScorecardView>;
export const SaveScorecard = z.strictObject({ card: Scorecard });

/** Points by the criteria of the card in force, in its order. */
export const ScoreColleague = z.strictObject({
  clinicId: idShape,
  staffId: idShape,
  given: z.array(z.int().min(0).max(100)).min(1).max(20),
  note: line(300).nullable().default(null),
});

export const DeskScore = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  day: z.string(),
  score: z.int(),
  floor: z.int(),
  marks: z.array(z.object({ name: z.string(), points: z.int(), given: z.int() })),
  note: z.string().nullable(),
  byName: z.string().nullable(),
});
export type DeskScore = z.infer<typeof DeskScore>;

export const ListScores = z.strictObject({
  clinicId: idShape,
  from: calendarDateShape,
  to: calendarDateShape,
});
export const DeskScores = z.object({
  /** The latest first. */
  items: z.array(DeskScore),
  people: z.array(
    z.object({
      staffId: z.string(),
      staffName: z.string(),
      months: z.array(z.object({ month: z.string(), average: z.int(), looks: z.int(), below: z.int() })),
    }),
  ),
});
export type DeskScores = z.infer<typeof DeskScores>;
