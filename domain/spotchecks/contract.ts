import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { channels } from '#domain/followups/protocol.ts';
import { signs } from './signs.ts';

export const verdicts = ['fine', 'doubtful', 'faked'] as const;
export type Verdict = (typeof verdicts)[number];

/** The calls of one day to look at; of yesterday where no day is named. */
export const ListSpotChecks = z.strictObject({
  day: calendarDateShape.optional(),
  clinicId: idShape.optional(),
});

export const SpotCheck = z.object({
  callId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  clinicId: z.string(),
  staffName: z.string(),
  isOwn: z.boolean(),
  /** When it was written down. */
  at: z.string(),
  /** When it was made, where that was before. */
  happenedAt: z.string().nullable(),
  channel: z.enum(channels),
  durationSeconds: z.int().nullable(),
  scores: z.array(z.int()),
  notes: z.string(),
  /** Why it is looked at; nothing: the dice drew it. */
  signs: z.array(z.enum(signs)),
  verdict: z.enum(verdicts).nullable(),
  verdictNote: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  /** 0 before anybody has decided. */
  version: z.int(),
});
export type SpotCheck = z.infer<typeof SpotCheck>;

export const SpotChecks = z.object({
  day: z.string(),
  /** Answers that were recorded that day, and how many of them show a sign. */
  answers: z.int(),
  doubted: z.int(),
  reviewed: z.int(),
  items: z.array(SpotCheck),
});
export type SpotChecks = z.infer<typeof SpotChecks>;

export const ReviewCall = z
  .strictObject({
    verdict: z.enum(verdicts),
    note: note(500).nullable().default(null),
    version: z.int().min(0),
  })
  .refine(({ verdict, note }) => verdict === 'fine' || (note !== null && note.trim() !== ''), {
    error: 'doubt-needs-words',
    path: ['note'],
  });
export type ReviewCall = z.infer<typeof ReviewCall>;
export const ReviewedCall = z.object({ callId: z.string(), verdict: z.enum(verdicts), version: z.int() });
