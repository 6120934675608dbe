import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { satisfactionBands } from '#domain/followups/satisfaction.ts';
import { formCode } from './form.ts';

/** What the figures are told apart by (D2). `asker` is who asked or sent the link. */
export const figureAxes = ['doctor', 'team', 'category', 'asker', 'week', 'month'] as const;
export type FigureAxis = (typeof figureAxes)[number];

/** Asked by a colleague, on the telephone or in person; or filled in by the customer alone. */
export const askedHow = ['staff', 'self'] as const;
export type AskedHow = (typeof askedHow)[number];

export const AskSatisfaction = z.strictObject({
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  clinicId: idShape.optional(),
  by: z.enum(figureAxes).default('doctor'),
  how: z.enum(askedHow).optional(),
});

const Interval = z.object({ low: z.number(), high: z.number() });
const Share = z.object({ count: z.int(), of: z.int(), interval: Interval.nullable() });
export const DimensionFigures = z.object({
  dimension: z.string(),
  n: z.int(),
  mean: z.number().nullable(),
  bands: z.array(Share.extend({ band: z.enum(satisfactionBands) })),
});
const RecommendFigures = z.object({
  n: z.int(),
  promoters: z.int(),
  passives: z.int(),
  detractors: z.int(),
  score: z.int().nullable(),
  interval: Interval.nullable(),
});
const Side = z.object({ n: z.int(), mean: z.number().nullable() });

export const FigureRow = z.object({
  /** The id, the category, or the day a week or month begins; null is everybody else. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  dimensions: z.array(DimensionFigures),
  recommend: RecommendFigures,
  /** Of those asked by a link or on the tablet, who answered. */
  response: Share,
});
export type FigureRow = z.infer<typeof FigureRow>;

export const Satisfaction = z.object({
  from: z.string(),
  to: z.string(),
  by: z.enum(figureAxes),
  /** What may be looked at, in the clinic's order and words. */
  dimensions: z.array(z.object({ key: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
  all: FigureRow,
  rows: z.array(FigureRow),
  /** By person: scores they wrote down beside those their customers gave alone. */
  gaps: z.array(
    z.object({
      staffId: z.string(),
      name: z.string(),
      staffAsked: Side,
      selfFilled: Side,
      against: z.enum(['own', 'all']),
      gap: z.number().nullable(),
    }),
  ),
});
export type Satisfaction = z.infer<typeof Satisfaction>;

/** The ratings behind a number. */
export const ListRatings = z.strictObject({
  ...pageQuery,
  from: calendarDateShape,
  to: calendarDateShape,
  clinicId: idShape.optional(),
  dimension: formCode.default('overall'),
  band: z.enum(satisfactionBands).optional(),
  how: z.enum(askedHow).optional(),
  by: z.enum(figureAxes).optional(),
  /** The value on that axis; `none` is where nothing is known. */
  key: z.string().max(60).optional(),
});
export type ListRatings = z.infer<typeof ListRatings>;
export const Rating = z.object({
  /** Of a form; null where it was said in a call. */
  answerId: z.string().nullable(),
  callId: z.string().nullable(),
  customer: z.object({ id: z.string(), name: z.string(), number: z.string() }),
  score: z.int(),
  at: z.string(),
  how: z.enum(askedHow),
  askerName: z.string().nullable(),
  doctorName: z.string().nullable(),
});
export type Rating = z.infer<typeof Rating>;
export const RatingPage = pageOf(Rating);

/** Who was sent a link or handed the tablet: behind the response rate. */
export const ListAsked = z.strictObject({
  ...pageQuery,
  from: calendarDateShape,
  to: calendarDateShape,
  clinicId: idShape.optional(),
  by: z.enum(figureAxes).optional(),
  key: z.string().max(60).optional(),
  state: z.enum(['answered', 'silent']).optional(),
});
export type ListAsked = z.infer<typeof ListAsked>;
export const AskedCustomer = z.object({
  requestId: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), number: z.string() }),
  form: z.object({ zh: z.string(), en: z.string() }),
  askedAt: z.string(),
  askerName: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answerId: z.string().nullable(),
});
export type AskedCustomer = z.infer<typeof AskedCustomer>;
export const AskedPage = pageOf(AskedCustomer);

export const AskRound = z.strictObject({
  /** Last month where nobody says. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'not-a-month' })
    .optional(),
  clinicId: idShape.optional(),
});
const RoundCount = z.object({
  customers: z.int(),
  asked: Share,
  answered: Share,
  left: z.int(),
  hoursLeft: z.number(),
  askedToday: z.int(),
  overall: DimensionFigures,
});
export const RoundOwner = RoundCount.extend({ staffId: z.string().nullable(), name: z.string().nullable() });
export type RoundOwner = z.infer<typeof RoundOwner>;
export const MonthRound = z.object({
  month: z.string(),
  today: z.string(),
  lastDay: z.string(),
  daysLeft: z.int(),
  all: RoundCount,
  owners: z.array(RoundOwner),
});
export type MonthRound = z.infer<typeof MonthRound>;

export const ListRound = z.strictObject({
  ...pageQuery,
  ...AskRound.shape,
  state: z.enum(['left', 'asked', 'answered']).default('left'),
  /** `none`: nobody holds them. */
  ownerId: z.union([idShape, z.literal('none')]).optional(),
});
export const RoundCustomer = z.object({
  followupId: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), number: z.string() }),
  ownerName: z.string().nullable(),
  tries: z.int(),
  score: z.int().nullable(),
});
export type RoundCustomer = z.infer<typeof RoundCustomer>;
export const RoundPage = pageOf(RoundCustomer);
