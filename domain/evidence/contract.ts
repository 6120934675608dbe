import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { attemptResults } from '#domain/followups/contract.ts';
import { channels } from '#domain/followups/protocol.ts';
import { logFields } from './call-log.ts';
import { evidenceGrades } from './grade.ts';
import { EvidenceRules } from './rules.ts';
import { mostCallsAtOnce, refusals } from './telephone.ts';

/** Without days: the last seven. */
export const AskEvidence = z.strictObject({
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  clinicId: idShape.optional(),
});
export type AskEvidence = z.infer<typeof AskEvidence>;

const counts = z.object({
  calls: z.int(),
  E0: z.int(),
  E1: z.int(),
  E2: z.int(),
  E3: z.int(),
  late: z.int(),
});
export type EvidenceCounts = z.infer<typeof counts>;

export const EvidenceReport = z.object({
  from: z.string(),
  to: z.string(),
  all: counts,
  people: z.array(counts.extend({ staffId: z.string(), name: z.string() })),
  /** The newest call that a telephone's log told of; null where there never was one. */
  lastLogAt: z.string().nullable(),
});
export type EvidenceReport = z.infer<typeof EvidenceReport>;

export const ListEvidence = AskEvidence.extend({
  ...pageQuery,
  staffId: idShape.optional(),
  grade: z.enum(evidenceGrades).optional(),
  late: z.literal('yes').optional(),
});
export type ListEvidence = z.infer<typeof ListEvidence>;

export const EvidenceRow = z.object({
  callId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  at: z.string(),
  staffName: z.string(),
  channel: z.enum(channels),
  result: z.enum(attemptResults),
  grade: z.enum(evidenceGrades),
  isLate: z.boolean(),
  /** The call in the telephone's log. */
  log: z
    .object({
      startedAt: z.string(),
      seconds: z.int(),
      direction: z.enum(['out', 'in']),
      phoneLast4: z.string(),
    })
    .nullable(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;
export const EvidencePage = z.object({ items: z.array(EvidenceRow), total: z.int() });

/** What shows each of a customer's calls that people made; the newest first. */
export const CustomerEvidence = z.object({
  items: z.array(z.object({ callId: z.string(), grade: z.enum(evidenceGrades), isLate: z.boolean() })),
});
export type CustomerEvidence = z.infer<typeof CustomerEvidence>;

/** What became of a sheet of calls. */
export const ReadCallLog = z.object({
  /** Which column told what; null where none did. */
  columns: z.record(z.enum(logFields), z.string().nullable()),
  rows: z.int(),
  added: z.int(),
  known: z.int(),
  /** Rows that tell of no call: without a number, a time or a length. */
  unread: z.int(),
  /** Lines of the first of them. */
  unreadLines: z.array(z.int()),
  /** Recorded calls that are shown by a log now. */
  matched: z.int(),
});
export type ReadCallLog = z.infer<typeof ReadCallLog>;

/** A file's own columns, told apart by hand: which of them, counted from 0, tells what. */
export const ChosenColumns = z.partialRecord(z.enum(logFields), z.int().min(0).max(999));
export type ChosenColumns = z.infer<typeof ChosenColumns>;

/** A call as a telephone system tells of it, the number as it dials it; what else it says is left out. */
export const ToldCall = z.object({
  key: line(120).min(1),
  phone: line(40).min(3),
  direction: z.enum(['out', 'in']),
  startedAt: instantShape,
  seconds: z.int().min(0).max(86_400),
  person: line(80).nullable().default(null),
});
export type ToldCall = z.infer<typeof ToldCall>;

export const ToldCalls = z.object({ calls: z.array(ToldCall).min(1).max(mostCallsAtOnce) });

/** What became of calls that were told of. */
export const HeardCalls = z.object({ added: z.int(), known: z.int(), unread: z.int(), matched: z.int() });
export type HeardCalls = z.infer<typeof HeardCalls>;

export const TelephoneSystem = z.object({
  id: z.string(),
  name: z.string(),
  isEnabled: z.boolean(),
  createdAt: z.string(),
  heardAt: z.string().nullable(),
  /** When it was last turned away, and why. */
  refusedAt: z.string().nullable(),
  refusal: z.enum(refusals).nullable(),
  /** Until when it may sign with the secret before. */
  formerUntil: z.string().nullable(),
  version: z.int(),
});
export type TelephoneSystem = z.infer<typeof TelephoneSystem>;

/** Whose telephone logs call so; `staffId` is null where nobody has said. */
export const TelephoneExtension = z.object({
  person: z.string(),
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  /** Of the last month. */
  calls: z.int(),
  lastAt: z.string().nullable(),
});
export type TelephoneExtension = z.infer<typeof TelephoneExtension>;

export const Telephones = z.object({
  systems: z.array(TelephoneSystem),
  extensions: z.array(TelephoneExtension),
});
export type Telephones = z.infer<typeof Telephones>;

export const AddTelephone = z.strictObject({ name: line(60).min(1) });
export const EditTelephone = z.strictObject({
  name: line(60).min(1).optional(),
  isEnabled: z.boolean().optional(),
});
export type EditTelephone = z.infer<typeof EditTelephone>;

/** Shown once: what the telephone system is set up with. */
export const TelephoneSecret = z.object({
  system: TelephoneSystem,
  /** The end of the address it calls; null where that stays. */
  token: z.string().nullable(),
  secret: z.string(),
});
export type TelephoneSecret = z.infer<typeof TelephoneSecret>;

export const NameExtension = z.strictObject({ person: line(80).min(1), staffId: idShape.nullable() });
export type NameExtension = z.infer<typeof NameExtension>;

export const EvidenceRulesView = z.object({
  version: z.int(),
  rules: EvidenceRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type EvidenceRulesView = z.infer<typeof EvidenceRulesView>;
export const PublishEvidenceRules = z.strictObject({ rules: EvidenceRules });
