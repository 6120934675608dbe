import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { roleShape } from '#domain/staff/role.ts';
import { levels } from './deadline.ts';
import { caseStates, caseSteps, closings } from './recovery-case.ts';
import { RecoveryRules } from './recovery-rules.ts';
import { remedyKinds, remedyStates } from './remedy.ts';
import { gravities, signKinds, specialMatters } from './sign.ts';

const words = note(2000).min(1);
const person = z.object({ id: z.string(), name: z.string(), role: roleShape });
const fen = z.int().min(0).max(100_000_000);

/** Whose cases: `mine` is what I hold and what came up to me; `department` is what my teams' people are asked about. */
export const ListCases = z.strictObject({
  ...pageQuery,
  scope: z.enum(['mine', 'department', 'all']).default('mine'),
  state: z.enum(['open', 'closed']).default('open'),
  /** Only what breaks within the clinic's hours of reminding, or is broken. */
  breaking: z.enum(['yes']).optional(),
  clinicId: idShape.optional(),
});
export type ListCases = z.infer<typeof ListCases>;

export const CaseBrief = z.object({
  id: z.string(),
  clinicId: z.string(),
  kind: z.enum(signKinds),
  gravity: z.enum(gravities),
  special: z.enum(specialMatters).nullable(),
  state: z.enum(caseStates),
  step: z.enum(caseSteps),
  level: z.enum(levels),
  owner: person.nullable(),
  firstScore: z.int().nullable(),
  secondScore: z.int().nullable(),
  openedAt: z.string(),
  /** When the step, or the written answer of a formal complaint, breaks; and the whole. */
  breaksAt: z.string(),
  resolveBy: z.string(),
  closedAt: z.string().nullable(),
  closing: z.enum(closings).nullable(),
  reopened: z.int(),
  version: z.int(),
});
export type CaseBrief = z.infer<typeof CaseBrief>;

export const CaseRow = CaseBrief.extend({
  customer: z.object({ id: z.string(), number: z.string(), name: z.string() }),
  /** The customer's own words, where somebody wrote them down. */
  words: z.string().nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;
export const CasePage = pageOf(CaseRow).extend({
  /** Open cases of this list: all, about to break, broken. */
  counts: z.object({ open: z.int(), breaking: z.int(), broken: z.int() }),
});
export type CasePage = z.infer<typeof CasePage>;

export const CustomerCases = z.object({ items: z.array(CaseRow) });

export const SignView = z.object({
  id: z.string(),
  kind: z.enum(signKinds),
  at: z.string(),
  score: z.int().nullable(),
  words: z.string().nullable(),
  /** The words that a complaint was recognized by. */
  decidedBy: z.array(z.string()),
  byName: z.string().nullable(),
  isWithdrawn: z.boolean(),
});
export type SignView = z.infer<typeof SignView>;

export const actKinds = [
  'opened',
  'joined',
  'sign-withdrawn',
  'assigned',
  'answered',
  'sent-back',
  'confirmed',
  'tried',
  'word',
  'called',
  'end-asked',
  'end-declined',
  'remedy-asked',
  'remedy-agreed',
  'remedy-declined',
  'remedy-given',
  'remedy-withdrawn',
  'marked',
  'escalated',
  'closed',
  'reopened',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Everything that was done on a case, in its order. */
export const ActView = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  at: z.string(),
  byName: z.string().nullable(),
  words: z.string().nullable(),
  level: z.enum(levels).nullable(),
  score: z.int().nullable(),
  isSettled: z.boolean().nullable(),
});
export type ActView = z.infer<typeof ActView>;

export const RemedyView = z.object({
  id: z.string(),
  kind: z.enum(remedyKinds),
  what: z.string(),
  costFen: z.int(),
  state: z.enum(remedyStates),
  askedById: z.string().nullable(),
  askedByName: z.string().nullable(),
  decidedByName: z.string().nullable(),
});
export type RemedyView = z.infer<typeof RemedyView>;

/** What may be done with a case now, by who asks; with the reason where it may not. */
const may = z.object({ allowed: z.boolean(), reason: z.string().nullable() });
export const RecoveryCase = CaseRow.extend({
  about: z.array(person),
  cause: z.string().nullable(),
  answer: z.string().nullable(),
  formalDueAt: z.string().nullable(),
  tries: z.int(),
  endAsked: z.object({ byName: z.string(), reason: z.string() }).nullable(),
  signs: z.array(SignView),
  acts: z.array(ActView),
  remedies: z.array(RemedyView),
  causes: RecoveryRules.shape.causes.unwrap(),
  settledFrom: z.int(),
  triesBeforeEnd: z.int(),
  remedyLimitFen: z.int(),
  may: z.object({
    answer: may,
    sendBack: may,
    confirm: may,
    try: may,
    takeWord: may,
    askForEnd: may,
    decideEnd: may,
    direct: may,
    reopen: may,
  }),
});
export type RecoveryCase = z.infer<typeof RecoveryCase>;

/** Somebody noticed it. */
export const OpenCase = z.strictObject({
  words,
  score: z.int().min(0).max(10).nullable().default(null),
  special: z.enum(specialMatters).nullable().default(null),
  /** Whom it is about, where that is known. */
  aboutId: idShape.nullable().default(null),
  /** Whether the like of it is a complaint from now on: for words that were not taken for one. */
  isRemembered: z.boolean().optional(),
});
export type OpenCase = z.infer<typeof OpenCase>;

export const AnswerCase = z.strictObject({ cause: z.string().min(1).max(40), answer: words });
export type AnswerCase = z.infer<typeof AnswerCase>;
export const SendCaseBack = z.strictObject({ reason: words });
export const ConfirmCase = z.strictObject({ words });
export const TryCustomer = z.strictObject({ words: note(500).min(1) });
export const TakeWord = z.strictObject({
  isSettled: z.boolean(),
  score: z.int().min(0).max(10),
  words,
});
export type TakeWord = z.infer<typeof TakeWord>;
export const AskForEnd = z.strictObject({ reason: line(500).min(2) });
export const DecideEnd = z.strictObject({ isAgreed: z.boolean(), reason: line(500).min(2) });
export type DecideEnd = z.infer<typeof DecideEnd>;
export const ReopenCase = z.strictObject({ reason: line(500).min(2) });

/** Who has the step, and whom the case is about; what is left out stays. */
export const AssignCase = z.strictObject({
  ownerId: idShape.nullable().optional(),
  aboutIds: z.array(idShape).max(10).optional(),
});
export type AssignCase = z.infer<typeof AssignCase>;

/** What a case has become: a matter for the leadership, a formal complaint of one department or of several. */
export const MarkCase = z.strictObject({
  special: z.enum(specialMatters).nullable().optional(),
  formal: z.enum(['one-department', 'several']).optional(),
  reason: line(500).min(2),
});
export type MarkCase = z.infer<typeof MarkCase>;

export const AskRemedy = z.strictObject({
  kind: z.enum(remedyKinds),
  what: line(300).min(1),
  costFen: fen.default(0),
});
export type AskRemedy = z.infer<typeof AskRemedy>;
export const DecideRemedy = z.strictObject({ isAgreed: z.boolean(), reason: line(500).min(2) });
export const WithdrawRemedy = z.strictObject({ reason: line(500).min(2) });
export type DecideRemedy = z.infer<typeof DecideRemedy>;

export const RecoveryRulesView = z.object({
  /** 0 is as shipped: nothing was published yet. */
  version: z.int(),
  rules: RecoveryRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type RecoveryRulesView = z.infer<typeof RecoveryRulesView>;
export const PublishRecoveryRules = z.strictObject({ rules: RecoveryRules });

export const AskWeek = z.strictObject({ week: calendarDateShape.optional(), clinicId: idShape.optional() });
const Uplift = z.object({
  key: z.string().nullable(),
  name: z.string(),
  scored: z.int(),
  uplift: z.number(),
});
export const WeekSheet = z.object({
  /** Its Monday. */
  week: z.string(),
  repeatWeeks: z.int(),
  opened: z.int(),
  closed: z.int(),
  withWord: z.int(),
  inTime: z.int(),
  scored: z.int(),
  uplift: z.number().nullable(),
  withoutCause: z.int(),
  /** What the second score is above the first, over the week and those before it; an empty name: nobody knows. */
  uplifts: z.object({ cause: z.array(Uplift), doctor: z.array(Uplift) }),
  /** Texts that were taken for complaints, and of how many people said that they are none. */
  recognized: z.int(),
  corrected: z.int(),
  causes: z.array(
    z.object({
      cause: z.string(),
      name: z.string(),
      cases: z.int(),
      before: z.int(),
      lessons: z.array(
        z.object({
          id: z.string(),
          changed: z.string(),
          week: z.string(),
          byName: z.string(),
          repeats: z.int(),
          weeksSince: z.int(),
        }),
      ),
    }),
  ),
});
export type WeekSheet = z.infer<typeof WeekSheet>;
export const AddLesson = z.strictObject({
  week: calendarDateShape,
  cause: z.string().min(1).max(40),
  changed: note(1000).min(2),
});
export type AddLesson = z.infer<typeof AddLesson>;
export const LessonAdded = z.object({ id: z.string() });
