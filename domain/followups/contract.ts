import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape, instantShape } from '#domain/base/time.ts';
import { heardBy } from '#domain/contacts/contact.ts';
import { SpentContact } from '#domain/contacts/contract.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { AnsweredCard, CardOfDay, PastRecovery } from '#domain/recoverycards/contract.ts';
import { RedFlag } from '#domain/redflags/contract.ts';
import { RedFlagRules } from '#domain/redflags/rules.ts';
import { LatentProblem, ToldWarning } from '#domain/records/contract.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { CustomerInScript, SaidScript, ScriptInForce } from '#domain/scripts/contract.ts';
import { HeardAnswer, scriptCode } from '#domain/scripts/script.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { channels, ProtocolDefinition, purposes, triggerEvents, Wording } from './protocol.ts';
import { PlaceShape } from './protocol-contract.ts';
import { RetryPolicy } from './retry-policy.ts';
import { retryChannels } from './ways-to-try.ts';
import { ClinicCalendar } from './working-days.ts';

/**
 * open: owed to the customer. done: answered. refused: the customer does not want it.
 * ended: a supervisor ended it with a reason, or a fact did (`ending.ts`). Nothing else ends one (C5).
 */
export const followupStates = ['open', 'done', 'refused', 'ended'] as const;
export type FollowupState = (typeof followupStates)[number];

/** Why an open followup stands with the supervisor. */
export const escalations = ['unreachable', 'wrong_number'] as const;
export type Escalation = (typeof escalations)[number];

export const attemptResults = ['reached', 'no_answer', 'call_back', 'refused', 'wrong_number'] as const;
export type AttemptResult = (typeof attemptResults)[number];

export const sections = ['overdue', 'due_now', 'later_today', 'waiting'] as const;
export type Section = (typeof sections)[number];

/** Which time of a step that comes back, and how often it does. */
export const Repeat = z.object({
  occurrence: z.int(),
  times: z.int(),
  every: z.int(),
  unit: z.enum(['day', 'month']),
});
export type Repeat = z.infer<typeof Repeat>;

export const Followup = z.object({
  id: z.string(),
  customerId: z.string(),
  clinicId: z.string(),
  protocolCode: z.string(),
  protocolName: Wording,
  protocolVersion: z.int(),
  stepKey: z.string(),
  stepName: Wording,
  repeat: Repeat.nullable(),
  purpose: z.enum(purposes),
  role: z.enum(followupRoles),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  /** What it goes back to: the event, and when that happened. */
  event: z.enum(triggerEvents),
  eventAt: z.string(),
  opensAt: z.string(),
  dueAt: z.string(),
  closesAt: z.string(),
  state: z.enum(followupStates),
  escalation: z.enum(escalations).nullable(),
  tries: z.int(),
  nextTryAt: z.string().nullable(),
  /** By which way it is tried next, where a try was not answered. */
  nextChannel: z.enum(retryChannels).nullable(),
  lastAttemptAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  version: z.int(),
});
export type Followup = z.infer<typeof Followup>;

/**
 * Whose list: `mine` is what is assigned to me and what nobody holds of my role; `team` is my team's
 * (or the given team's); `all` is everything of the clinics I may see, for supervisors.
 */
export const ListToday = z.strictObject({
  ...pageQuery,
  scope: z.enum(['mine', 'team', 'all']).default('mine'),
  clinicId: idShape.optional(),
  teamId: idShape.optional(),
  assigneeId: idShape.optional(),
  section: z.enum(sections).optional(),
  protocolCode: z.string().max(80).optional(),
  purpose: z.enum(purposes).optional(),
  /** The customer's: who owns them, their grade, their class. */
  ownerId: idShape.optional(),
  grade: gradeShape.optional(),
  classCode: z.string().max(8).optional(),
  search: line(80).optional(),
});
export type ListToday = z.infer<typeof ListToday>;

/** What would be on the same list if the customers had not been contacted so often lately. */
export const ListHeldBack = ListToday.omit({ page: true, pageSize: true, section: true });
export type ListHeldBack = z.infer<typeof ListHeldBack>;

/** One customer of today's list: several followups are one call. */
export const WorklistRow = z.object({
  customer: z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    gender: z.enum(['female', 'male', 'unknown']),
    age: z.int().nullable(),
    phone: z.string().nullable(),
    grade: gradeShape,
  }),
  clinicId: z.string(),
  section: z.enum(sections),
  /** The first window to break among the row's followups. */
  closesAt: z.string(),
  /** The day that was made level for it, before the window ends. */
  dueAt: z.string(),
  opensAt: z.string(),
  nextTryAt: z.string().nullable(),
  /** By which way after silence, of the followup whose window breaks first. */
  nextChannel: z.enum(retryChannels).nullable(),
  tries: z.int(),
  escalated: z.boolean(),
  assigneeName: z.string().nullable(),
  followups: z.array(
    z.object({
      id: z.string(),
      protocolCode: z.string(),
      protocolName: Wording,
      stepName: Wording,
      repeat: Repeat.nullable(),
      purpose: z.enum(purposes),
      closesAt: z.string(),
    }),
  ),
});
export type WorklistRow = z.infer<typeof WorklistRow>;

/** Counts of customers (not of followups). `done` are those with an attempt today and nothing left for today. */
export const WorklistCounters = z.object({
  overdue: z.int(),
  due_now: z.int(),
  later_today: z.int(),
  waiting: z.int(),
  done: z.int(),
});
export const Worklist = z.object({
  day: z.string(),
  now: z.string(),
  /** Customers and followups of the list as filtered, section aside. */
  customers: z.int(),
  followups: z.int(),
  /** Followups by protocol, with the distinct customers of each. */
  protocols: z.array(z.object({ code: z.string(), name: Wording, customers: z.int(), followups: z.int() })),
  counters: WorklistCounters,
  items: z.array(WorklistRow),
  total: z.int(),
  /** When the list has something again that it has not now: the next window to open, the next try to come. */
  nextAt: z.string().nullable(),
});
export type Worklist = z.infer<typeof Worklist>;

export const HeldBack = z.object({
  customers: z.int(),
  followups: z.int(),
  /** The first to break their windows. */
  items: z.array(
    z.object({
      followupId: z.string(),
      customer: WorklistRow.shape.customer.pick({ id: true, number: true, name: true, grade: true }),
      protocolName: Wording,
      stepName: Wording,
      purpose: z.enum(purposes),
      assigneeName: z.string().nullable(),
      closesAt: z.string(),
      /** When it comes back to the list. */
      until: z.string(),
      /** Who used the customer's budget up. */
      usedBy: z.array(SpentContact),
    }),
  ),
});
export type HeldBack = z.infer<typeof HeldBack>;

export const PastContact = z.object({
  callId: z.string(),
  at: z.string(),
  /** When it was made, where it was entered later by hand. */
  happenedAt: z.string().nullable(),
  byName: z.string().nullable(),
  channel: z.enum(heardBy),
  result: z.enum(attemptResults),
  score: z.int().nullable(),
  notes: z.string().nullable(),
  protocolName: Wording,
  stepName: Wording,
  /** What was answered on the way through the script. */
  answers: z.array(HeardAnswer),
  /** What was heard of the recovery in that call. */
  recovery: z.array(PastRecovery),
});

/** Why a followup's form did not go out by itself; what the clinic can mend, and what only its software can. */
export const unsentReasons = ['form-gone', 'text-incomplete', 'fault'] as const;
export type UnsentReason = (typeof unsentReasons)[number];

export const CallSheetFollowup = Followup.extend({
  script: Wording,
  /** Walked passage by passage; without one, the words of `script` are read. */
  guide: ScriptInForce.nullable(),
  channels: z.array(z.enum(channels)),
  /** Those by which the customer can be tried again, as far as is known. */
  ways: z.array(z.enum(retryChannels)),
  asksScore: z.boolean(),
  /** The customer should have had its form and has not: it is asked in the call. */
  formUnsent: z.object({ at: z.string(), because: z.enum(unsentReasons) }).nullable(),
  /** Until then it is no reason of its own to call: the customer was contacted often enough. It may join a call. */
  waitsUntil: z.string().nullable(),
});
export type CallSheetFollowup = z.infer<typeof CallSheetFollowup>;

/** How the customer wants to be reached, and what the clinic's clock says to it. */
export const DiscreetCall = z.object({
  profile: DiscreetProfile,
  maySpeakNow: z.boolean(),
  /** When they next can, where they cannot now. */
  nextSafeAt: z.string().nullable(),
});
export type DiscreetCall = z.infer<typeof DiscreetCall>;

/** When the clinic works and writes, for whoever works out when somebody is tried again. */
export const ClinicHours = z.object({
  /** Null: it works every day at any hour. */
  calendar: ClinicCalendar.nullable(),
  /** The days ahead that are free, and made up for, by the state. */
  publicDays: z.object({
    lastYear: z.int(),
    holidays: z.array(calendarDateShape),
    makeUpDays: z.array(calendarDateShape),
  }),
  writingHours: z.object({ from: z.string(), to: z.string() }),
});
export type ClinicHours = z.infer<typeof ClinicHours>;

/** All that one screen needs for one call. */
export const CallSheet = z.object({
  customer: z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    gender: z.enum(['female', 'male', 'unknown']),
    age: z.int().nullable(),
    phone: z.string().nullable(),
    hasPhone: z.boolean(),
    notes: z.string().nullable(),
    likes: z.string().nullable(),
    taboos: z.string().nullable(),
    /** What whoever treats, or speaks with them, must know first. */
    healthWarnings: z.array(ToldWarning),
    ownerName: z.string().nullable(),
    refusesContact: z.boolean(),
    grade: gradeShape,
    /** Unhappy: no offers and wishes until the case is closed. */
    isFrozen: z.boolean(),
    lastVisitOn: z.string().nullable(),
    lastVisit: z
      .object({
        visitedOn: z.string(),
        kind: z.enum(['first', 'return']),
        chiefComplaint: z.string().nullable(),
        treatments: z.array(z.string()),
        doctorNames: z.array(z.string()),
      })
      .nullable(),
  }),
  clinic: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
  /** What a message after the call would tell of the customer's clinic; null where the customer is not written to. */
  inWriting: z.object({ address: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** Whom the scripts speak to; null where none of the followups has one. */
  inScript: CustomerInScript.nullable(),
  followups: z.array(CallSheetFollowup),
  /** How somebody who does not answer is tried again. */
  retry: RetryPolicy,
  clinicHours: ClinicHours,
  /** Who contacted the customer lately, in any department; the newest first. */
  spent: z.array(SpentContact),
  /** What waits while the customer is unhappy. */
  heldBack: z.array(Followup),
  /** What is planned for later days, the next one first. */
  upcoming: z.array(Followup),
  /** The last ones first, at most ten. */
  contacts: z.array(PastContact),
  /** Null where nobody minds who learns of it. */
  discreet: DiscreetCall.nullable(),
  /** What was found and is not treated yet. */
  latentProblems: z.array(LatentProblem.pick({ id: true, area: true, places: true, finding: true })),
  /** What to expect and to ask today after what was done, the latest first. */
  cards: z.array(CardOfDay),
  /** Warning signs that wait for a doctor's word, and what doctors said lately. */
  redFlags: z.array(RedFlag),
  redFlagRules: RedFlagRules,
});
export type CallSheet = z.infer<typeof CallSheet>;
export const AskCallSheet = z.strictObject({ customerId: idShape });

/** What was heard about one followup; each keeps its own result. */
const Heard = z.strictObject({
  followupId: idShape,
  version: z.int(),
  score: z.int().min(0).max(10).nullable().default(null),
  notes: note(4000).nullable().default(null),
  script: SaidScript.optional(),
});

/** One try to reach a customer, for all the followups it was made for (C4–C6). */
export const RecordCall = z
  .strictObject({
    customerId: idShape,
    result: z.enum(attemptResults),
    channel: z.enum(channels).default('phone'),
    durationSeconds: z.int().min(0).max(86_400).nullable().default(null),
    /** When its sheet was opened, by the server's clock: how long a contact takes is learnt from it. */
    sheetOpenedAt: instantShape.optional(),
    followups: z.array(Heard).min(1).max(50),
    /** What was heard of the recovery; only where the customer was reached. */
    cards: z.array(AnsweredCard).max(6).optional(),
    problem: note(2000).nullable().default(null),
    actionPlan: note(2000).nullable().default(null),
    /** The day the customer would like to come next. */
    nextAppointmentOn: calendarDateShape.nullable().default(null),
    callBackAt: instantShape.nullable().default(null),
    /** Why the customer refused; asked for with `refused`. */
    reason: line(300).nullable().default(null),
    /** The customer wants no contact at all from now on. */
    refusesAllContact: z.boolean().default(false),
    /** With `refused`: the customer goes elsewhere now, or has moved away, and is owed nothing more. */
    hasLeft: z.boolean().optional(),
    /** What was agreed, to be sent in writing after an invitation; without it nothing is. */
    summary: note(200).nullable().optional(),
    /** The customer agreed to come, and is sent the address. */
    sendsAddress: z.boolean().optional(),
  })
  .refine((call) => call.result !== 'call_back' || call.callBackAt !== null, {
    error: 'call-back-needs-a-time',
    path: ['callBackAt'],
  })
  .refine((call) => call.result === 'reached' || (!call.summary && !call.sendsAddress), {
    error: 'nobody-was-reached',
    path: ['summary'],
  })
  .refine((call) => call.result === 'reached' || !call.cards?.length, {
    error: 'nobody-was-reached',
    path: ['cards'],
  })
  .refine((call) => call.result !== 'refused' || call.reason !== null, {
    error: 'refusal-needs-a-reason',
    path: ['reason'],
  });
export type RecordCall = z.infer<typeof RecordCall>;

export const RecordedCall = z.object({
  callId: z.string(),
  followups: z.array(Followup),
  /** Until then the one who recorded it may take it back. */
  undoUntil: z.string(),
  /** When the customer was told that a doctor will have called; null where no warning sign was heard. */
  doctorCallsBy: z.string().nullable(),
});
export type RecordedCall = z.infer<typeof RecordedCall>;
export const UndoCall = z.strictObject({});

export const EndFollowup = z.strictObject({ reason: line(300).min(2) });
export const AssignFollowup = z.strictObject({ staffId: idShape.nullable() });
/** A reminder for oneself or a colleague (C3). */
export const CreateReminder = z.strictObject({
  customerId: idShape,
  assigneeId: idShape,
  dueOn: calendarDateShape,
  matter: line(300).min(1),
  /** What it is worked by, where it is more than the matter. */
  scriptCode: scriptCode.nullable().default(null),
});

/** The supervisor's questions: who was missed on that day, who cannot be reached. */
export const ListUnfinished = z.strictObject({
  ...pageQuery,
  day: calendarDateShape.optional(),
  clinicId: idShape.optional(),
  kind: z.enum(['missed', 'escalated']).default('missed'),
  /** Only what this person holds. */
  assigneeId: idShape.optional(),
});
export const UnfinishedRow = z.object({
  followup: Followup,
  customerName: z.string(),
  customerNumber: z.string(),
});
export const Unfinished = z.object({
  day: z.string(),
  items: z.array(UnfinishedRow),
  total: z.int(),
  /** Per person (null: nobody holds it): owed that day, done, missed. */
  people: z.array(
    z.object({
      staffId: z.string().nullable(),
      name: z.string().nullable(),
      owed: z.int(),
      done: z.int(),
      missed: z.int(),
    }),
  ),
  escalated: z.int(),
});
export type Unfinished = z.infer<typeof Unfinished>;

export const Protocol = z.object({
  id: z.string(),
  version: z.int(),
  publishedAt: z.string(),
  definition: ProtocolDefinition,
  /** Of an addition: what it adds to, and where it holds. */
  addsTo: z.string().nullable(),
  place: PlaceShape,
  hasDraft: z.boolean(),
  /** When its next version begins. */
  comesAt: z.string().nullable(),
});
export const ProtocolList = z.object({
  items: z.array(Protocol),
  /** Begun, and never published. */
  newDrafts: z.array(
    z.object({ code: z.string(), name: Wording, addsTo: z.string().nullable(), place: PlaceShape }),
  ),
});
