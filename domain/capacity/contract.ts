import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { purposes, Wording } from '#domain/followups/protocol.ts';
import { followupRoles, roleShape } from '#domain/staff/role.ts';
import { CapacityRules } from './rules.ts';

export const PersonDay = z.object({
  day: z.string(),
  /** Minutes for followups; 0 while away or closed. */
  capacity: z.int(),
  load: z.int(),
  contacts: z.int(),
  /** Contacts that do not fit. */
  over: z.int(),
  isAway: z.boolean(),
});
export type PersonDay = z.infer<typeof PersonDay>;

export const AskCapacity = z.strictObject({ clinicId: idShape.optional() });
export const Capacity = z.object({
  today: z.string(),
  days: z.array(z.string()),
  people: z.array(
    z.object({ staffId: z.string(), name: z.string(), role: roleShape, days: z.array(PersonDay) }),
  ),
  /** Of the coming week: whose days are full, how many days, how many contacts do not fit. */
  warning: z.object({ people: z.int(), days: z.int(), contacts: z.int() }),
  /** Followups of these days that nobody holds. */
  heldByNobody: z.int(),
});
export type Capacity = z.infer<typeof Capacity>;

export const AskDay = z.strictObject({ staffId: idShape, day: calendarDateShape });
export const DayItem = z.object({
  followupId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  protocolName: Wording,
  stepName: Wording,
  purpose: z.enum(purposes),
  minutes: z.int(),
  fits: z.boolean(),
  /** Promised or begun: the day stays. */
  isFixed: z.boolean(),
  /** Whose it is, where the person stands in. */
  holderName: z.string().nullable(),
  /** The first and last day of its window. */
  opensOn: z.string(),
  closesOn: z.string(),
  /** Another day than its protocol's. */
  wantedOn: z.string().nullable(),
  /** So many days later is allowed. */
  mayWaitDays: z.int(),
});
export type DayItem = z.infer<typeof DayItem>;
export const DayLoad = z.object({
  staffId: z.string(),
  name: z.string(),
  role: roleShape,
  ...PersonDay.shape,
  /** In the order they give way: the last first. Those of clinics one may not see are only counted. */
  items: z.array(DayItem),
});
export type DayLoad = z.infer<typeof DayLoad>;

/** What of these days nobody holds, the first to be done first; handed over so many at a time. */
export const heldByNobodyShown = 200;
export const HeldByNobody = z.object({
  items: z.array(
    z.object({
      ...DayItem.pick({ followupId: true, customerId: true, customerName: true, purpose: true }).shape,
      ...DayItem.pick({ protocolName: true, stepName: true, opensOn: true, closesOn: true }).shape,
      role: z.enum(followupRoles),
      clinicId: z.string(),
      dueOn: z.string(),
    }),
  ),
  total: z.int(),
});
export type HeldByNobody = z.infer<typeof HeldByNobody>;

export const decisionKinds = ['extend', 'lend', 'drop'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What to do with followups of a day that is full. */
export const AskDecision = z
  .strictObject({
    kind: z.enum(decisionKinds),
    staffId: idShape,
    day: calendarDateShape,
    followupIds: z.array(idShape).min(1).max(500),
    /** To whom they are lent. */
    toId: idShape.nullable().default(null),
  })
  .refine(({ kind, toId }) => (kind === 'lend') === (toId !== null), {
    error: 'missing',
    path: ['toId'],
  });
export type AskDecision = z.infer<typeof AskDecision>;

/** Why a followup stays as it is. */
export const hindrances = [
  'gone',
  'promised',
  'may-not-wait',
  'no-room',
  'not-marketing',
  'not-for-them',
] as const;
export type Hindrance = (typeof hindrances)[number];

const DayBeforeAfter = z.object({
  staffId: z.string(),
  name: z.string(),
  day: z.string(),
  capacity: z.int(),
  before: z.int(),
  after: z.int(),
});
export const DecisionPreview = z.object({
  changes: z.array(
    z.object({
      followupId: z.string(),
      customerName: z.string(),
      stepName: Wording,
      /** Null: it is dropped. */
      toDay: z.string().nullable(),
      toName: z.string().nullable(),
    }),
  ),
  hindered: z.array(z.object({ followupId: z.string(), customerName: z.string(), why: z.enum(hindrances) })),
  days: z.array(DayBeforeAfter),
});
export type DecisionPreview = z.infer<typeof DecisionPreview>;

export const Decision = z.object({
  id: z.string(),
  kind: z.enum(decisionKinds),
  staffId: z.string(),
  staffName: z.string(),
  day: z.string(),
  toName: z.string().nullable(),
  decidedAt: z.string(),
  decidedByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type Decision = z.infer<typeof Decision>;
export const Decisions = z.object({ items: z.array(Decision) });
export const Decided = z.object({ decision: Decision, changed: z.int() });
export const UndoneDecision = z.object({
  decision: Decision,
  undone: z.int(),
  /** Somebody did something with them since. */
  kept: z.int(),
});

export const CapacityRulesView = z.object({
  version: z.int(),
  rules: CapacityRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  /** What everybody's contacts took, where enough were measured. */
  measured: z.array(z.object({ purpose: z.enum(purposes), contacts: z.int(), minutes: z.number() })),
});
export type CapacityRulesView = z.infer<typeof CapacityRulesView>;
export const PublishCapacityRules = z.strictObject({ rules: CapacityRules });
