import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';
import { Answer, ScriptDefinition, scriptCode } from './script.ts';

const name = z.object({ zh: z.string(), en: z.string() });

/** A script as it was published; version 0 is as it ships. */
export const ScriptVersion = z.object({
  version: z.int(),
  definition: ScriptDefinition,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedByName: z.string().nullable(),
  note: z.string().nullable(),
});
export type ScriptVersion = z.infer<typeof ScriptVersion>;

export const ScriptDraft = z.object({
  definition: ScriptDefinition,
  /** The version it was begun from. */
  basedOn: z.int(),
  authorIds: z.array(z.string()),
  updatedAt: z.string(),
  updatedByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedById: z.string().nullable(),
  approvedByName: z.string().nullable(),
  version: z.int(),
});
export type ScriptDraft = z.infer<typeof ScriptDraft>;

/** Where a draft stands: being mended, waiting for a doctor, or ready to be published. */
export const draftStates = ['wrong', 'waiting', 'ready'] as const;
export type DraftState = (typeof draftStates)[number];

export const ScriptRow = z.object({
  code: z.string(),
  name,
  isClinical: z.boolean(),
  isShipped: z.boolean(),
  /** In force; null where there is only a draft. */
  version: z.int().nullable(),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  approvedByName: z.string().nullable(),
  draft: z
    .object({
      state: z.enum(draftStates),
      updatedAt: z.string(),
      updatedByName: z.string().nullable(),
    })
    .nullable(),
});
export type ScriptRow = z.infer<typeof ScriptRow>;
export const ScriptList = z.object({ items: z.array(ScriptRow) });

export const ScriptView = z.object({
  code: z.string(),
  inForce: ScriptVersion.nullable(),
  draft: ScriptDraft.nullable(),
  /** The newest first; the last is as it ships, where it does. */
  history: z.array(ScriptVersion),
  forbiddenWords: z.array(z.string()),
});
export type ScriptView = z.infer<typeof ScriptView>;

export const byCode = z.strictObject({ code: scriptCode });
export const WriteDraft = z.strictObject({ definition: ScriptDefinition });
export const PublishScript = z.strictObject({ note: line(300).nullable().default(null) });

export const ForbiddenWords = z.object({ items: z.array(z.string()) });
export type ForbiddenWords = z.infer<typeof ForbiddenWords>;
export const SetForbiddenWords = z.strictObject({ items: z.array(line(40).min(2)).max(200) });

/** What a script asks and says of one customer. */
export const CustomerInScript = z.object({
  name: z.string(),
  gender: z.enum(['female', 'male', 'unknown']),
  age: z.int().nullable(),
  visitKind: z.enum(visitKinds).nullable(),
  grade: gradeShape,
  treatmentCategories: z.array(z.enum(treatmentCategories)),
  hasAppointment: z.boolean(),
  lastVisitOn: z.string().nullable(),
  treatments: z.array(z.string()),
  doctorName: z.string().nullable(),
  colleagueName: z.string().nullable(),
  guardianName: z.string().nullable(),
  appointmentAt: z.string().nullable(),
});
export type CustomerInScript = z.infer<typeof CustomerInScript>;
export const AskCustomerInScript = z.strictObject({ customerId: idShape });

/** A script as the call sheet shows it. */
export const ScriptInForce = z.object({ version: z.int(), definition: ScriptDefinition });
export type ScriptInForce = z.infer<typeof ScriptInForce>;

/** The script that was walked in a call, and what was answered. */
export const SaidScript = z.strictObject({
  code: scriptCode,
  version: z.int().min(0),
  answers: z.array(Answer).max(60),
});
export type SaidScript = z.infer<typeof SaidScript>;
