import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { note } from '#domain/base/text.ts';
import { RedFlagRules } from './rules.ts';
import { urgencies } from './urgency.ts';

export const redFlagStates = ['open', 'answered', 'withdrawn'] as const;

/** What the doctor says: no harm, look again, or let me see it. */
export const verdicts = ['fine', 'watch', 'come_in'] as const;
export type Verdict = (typeof verdicts)[number];

/** A doctor's task: what a customer named, and by when they were promised a call. */
export const RedFlag = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  clinicId: z.string(),
  callId: z.string(),
  signs: z.array(z.object({ zh: z.string(), en: z.string() })),
  urgency: z.enum(urgencies),
  notes: z.string().nullable(),
  raisedAt: z.string(),
  raisedByName: z.string().nullable(),
  promisedAt: z.string(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  /** Whom it went to when the promise was not kept. */
  supervisorToldAt: z.string().nullable(),
  managerToldAt: z.string().nullable(),
  state: z.enum(redFlagStates),
  endedAt: z.string().nullable(),
  answeredByName: z.string().nullable(),
  verdict: z.enum(verdicts).nullable(),
  words: z.string().nullable(),
  advice: z.string().nullable(),
  toldCustomer: z.boolean().nullable(),
  version: z.int(),
});
export type RedFlag = z.infer<typeof RedFlag>;

/** `mine`: of a doctor what waits for their word; of the supervisor and the manager what is overdue; of others what they heard. */
export const ListRedFlags = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'answered']).default('open'),
  scope: z.enum(['mine', 'all']).default('mine'),
  customerId: idShape.optional(),
  clinicId: idShape.optional(),
});
export type ListRedFlags = z.infer<typeof ListRedFlags>;

export const RedFlagPage = z.object({
  now: z.string(),
  items: z.array(RedFlag),
  total: z.int(),
  /** Of those asked for, how many promises are broken. */
  overdue: z.int(),
});
export type RedFlagPage = z.infer<typeof RedFlagPage>;

export const AnswerRedFlag = z.strictObject({
  verdict: z.enum(verdicts),
  /** What the doctor makes of it. */
  words: note(2000).min(1),
  /** What the customer shall do. */
  advice: note(2000).nullable().default(null),
  /** The doctor has spoken with the customer; else whoever heard it passes it on. */
  toldCustomer: z.boolean(),
});
export type AnswerRedFlag = z.infer<typeof AnswerRedFlag>;

export const RedFlagRulesView = z.object({
  version: z.int(),
  rules: RedFlagRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type RedFlagRulesView = z.infer<typeof RedFlagRulesView>;
export const PublishRedFlagRules = z.strictObject({ rules: RedFlagRules });
