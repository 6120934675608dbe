import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { QueuedMessage } from '#domain/messaging/contract.ts';
import { satisfactionBands } from '#domain/followups/satisfaction.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { FormRules } from './dimension.ts';
import { AnswerValue, AnswerValues, FormDefinition, formCode, formKinds } from './form.ts';

const name = z.object({ zh: z.string(), en: z.string() });

/** How somebody is asked: by a link, on the tablet at the desk, or by a colleague who writes it down. */
export const formSources = ['staff', 'link', 'tablet'] as const;
export type FormSource = (typeof formSources)[number];

export const FormVersion = z.object({
  version: z.int(),
  definition: FormDefinition,
  isShipped: z.boolean(),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type FormVersion = z.infer<typeof FormVersion>;

export const FormDraft = z.object({
  definition: FormDefinition,
  basedOn: z.int(),
  updatedAt: z.string(),
  updatedByName: z.string().nullable(),
  version: z.int(),
});
export type FormDraft = z.infer<typeof FormDraft>;

export const FormRow = z.object({
  code: z.string(),
  name,
  kind: z.enum(formKinds),
  categories: z.array(z.enum(treatmentCategories)),
  questions: z.int(),
  /** In force; null where there is only a draft. */
  version: z.int().nullable(),
  isShipped: z.boolean(),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  draft: z.object({ flaws: z.int(), updatedAt: z.string(), updatedByName: z.string().nullable() }).nullable(),
});
export type FormRow = z.infer<typeof FormRow>;
export const FormList = z.object({ items: z.array(FormRow) });

export const FormView = z.object({
  code: z.string(),
  inForce: FormVersion.nullable(),
  draft: FormDraft.nullable(),
  /** The newest first. */
  history: z.array(FormVersion),
});
export type FormView = z.infer<typeof FormView>;

export const byFormCode = z.strictObject({ code: formCode });
export const WriteFormDraft = z.strictObject({ definition: FormDefinition });

export const AskForm = z.strictObject({
  code: formCode,
  source: z.enum(formSources),
  /** What it is about; where nobody says the followup's visit, and without one the last. */
  visitId: idShape.nullable().default(null),
  followupId: idShape.nullable().default(null),
  /** Whether the link goes out by a message at once; else whoever asks shows or copies it. */
  send: z.boolean().default(false),
});

export const FormRequest = z.object({
  id: z.string(),
  code: z.string(),
  name,
  source: z.enum(formSources),
  followupId: z.string().nullable(),
  category: z.enum(treatmentCategories).nullable(),
  doctorName: z.string().nullable(),
  askedAt: z.string(),
  askedByName: z.string().nullable(),
  expiresAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answerId: z.string().nullable(),
  /** Of the answer. */
  score: z.int().nullable(),
});
export type FormRequest = z.infer<typeof FormRequest>;

export const AskedForm = z.object({
  request: FormRequest,
  definition: FormDefinition,
  /** Shown once: only its hash is kept. */
  link: z.object({ path: z.string(), expiresAt: z.string() }).nullable(),
  /** The message that takes it there, and whether a colleague must send it. */
  message: QueuedMessage.nullable(),
});
export type AskedForm = z.infer<typeof AskedForm>;

export const SendAnswer = z.strictObject({
  values: AnswerValues,
  /** The sender's own name for this sending; sent again with it, nothing is done twice. */
  sendId: idShape,
});

export const FormCorrection = z.object({
  id: z.string(),
  question: z.string(),
  value: AnswerValue,
  reason: z.string(),
  correctedAt: z.string(),
  correctedByName: z.string().nullable(),
});
export const CorrectAnswer = z.strictObject({
  question: formCode,
  value: AnswerValue,
  reason: line(300).min(2),
});

export const FormAnswer = z.object({
  id: z.string(),
  requestId: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), number: z.string() }),
  definition: FormDefinition,
  formVersion: z.int(),
  source: z.enum(formSources),
  category: z.enum(treatmentCategories).nullable(),
  doctorName: z.string().nullable(),
  teamName: z.string().nullable(),
  values: AnswerValues,
  score: z.int().nullable(),
  answeredAt: z.string(),
  answeredByName: z.string().nullable(),
  corrections: z.array(FormCorrection),
});
export type FormAnswer = z.infer<typeof FormAnswer>;

export const CustomerForms = z.object({
  items: z.array(FormRequest),
  /** The forms of the last visit first. */
  suggested: z.array(z.string()),
});
export type CustomerForms = z.infer<typeof CustomerForms>;

/** The file of D1: answered forms, leafed through by treatment. */
export const ListAnswers = z.strictObject({
  ...pageQuery,
  clinicId: idShape.optional(),
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  code: formCode.optional(),
  kind: z.enum(formKinds).optional(),
  category: z.enum(treatmentCategories).optional(),
  doctorId: idShape.optional(),
  band: z.enum(satisfactionBands).optional(),
});
export type ListAnswers = z.infer<typeof ListAnswers>;
export const AnswerRow = z.object({
  id: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), number: z.string() }),
  code: z.string(),
  name,
  source: z.enum(formSources),
  category: z.enum(treatmentCategories).nullable(),
  doctorName: z.string().nullable(),
  score: z.int().nullable(),
  answeredAt: z.string(),
  /** What was said in the customer's own words. */
  words: z.array(z.string()),
});
export type AnswerRow = z.infer<typeof AnswerRow>;
export const AnswerPage = pageOf(AnswerRow);

export const FormRulesView = z.object({
  /** 0 is as shipped: nothing was published yet. */
  version: z.int(),
  rules: FormRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type FormRulesView = z.infer<typeof FormRulesView>;
export const PublishFormRules = z.strictObject({ rules: FormRules });
