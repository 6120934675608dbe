import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import type { Instant } from '#domain/base/time.ts';
import { channels, purposes } from '#domain/contacts/contact.ts';
import type { Channel } from '#domain/contacts/contact.ts';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';
import { scriptCode } from '#domain/scripts/script.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { endingFacts } from './ending.ts';

/** What can start a plan (C1). */
export const triggerEvents = [
  'visit.closed',
  'course.finished',
  'discharge',
  'consultation.no_deal',
  'product.sold',
  'orthodontics.started',
  'month.closed',
  'deposit.untreated',
  'birthday',
  'appointment.booked',
  'appointment.cancelled',
  'appointment.missed',
  'satisfaction.low',
  'manual',
] as const;
export type TriggerEvent = (typeof triggerEvents)[number];

/** Events of a visit that is over. */
export const visitEvents: readonly TriggerEvent[] = [
  'visit.closed',
  'course.finished',
  'discharge',
  'orthodontics.started',
];

/** Events that say for which treatment somebody wants to come. */
const aimedEvents: readonly TriggerEvent[] = [
  'consultation.no_deal',
  'appointment.booked',
  'appointment.cancelled',
  'appointment.missed',
];

/** Events that are known before their day: only their followups may come before it. */
export const eventsAhead: readonly TriggerEvent[] = ['birthday', 'appointment.booked'];

export { channels, purposes };
export type { Channel };

/** Both languages of something a person reads; a clinic's own protocol may fill one twice. */
export const Wording = z.object({ zh: note(2000), en: note(2000) });
export type Wording = z.infer<typeof Wording>;

const hours = z.number().min(0).max(87_600);
const days = z.int().min(0).max(3_650);
/** Below zero: before the event, where it is known ahead. */
const daysAround = z.int().min(-366).max(3_650);

/**
 * When a followup may begin, should be done, and is late.
 * `after`: hours after the event. `days`: whole days after the event's own day, in the clinic's zone.
 * `months`: the same day that many months later, and `leadDays` before it.
 * `next-month`: from the 1st of the month after the event's until the day before `before`; the close of
 * a month is an event of that month, at its last moment.
 * `repeat`: every so many days or months, from the `first` of them on, `times` times; a fact may end it sooner.
 * Ten years are as far as a followup is planned.
 */
const anyWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('after'), opensHours: hours, dueHours: hours }),
  z.object({ kind: z.literal('days'), opensDay: daysAround, dueDay: daysAround }),
  z.object({ kind: z.literal('months'), dueMonth: z.int().min(1).max(120), leadDays: days }),
  z.object({ kind: z.literal('next-month'), before: z.int().min(2).max(28) }),
  z.object({
    kind: z.literal('repeat'),
    unit: z.enum(['day', 'month']),
    every: z.int().min(1).max(120),
    first: z.int().min(1).max(120),
    times: z.int().min(1).max(60),
    leadDays: days,
  }),
]);
export const WindowRule = anyWindow
  .refine(runsForward, { error: 'window-runs-backwards' })
  .refine(endsWithinTenYears, { error: 'window-beyond-ten-years' })
  .refine(leavesTimeBetween, { error: 'repeats-overlap' });
export type WindowRule = z.infer<typeof WindowRule>;

const stepKey = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);

/**
 * Who holds the step's followups, where it is not the customer's own people and then the role in turn: whoever owns
 * the customer, whoever treated, the one of the role with the least on the list, or the least of a team.
 */
export const ownerRules = ['customers-owner', 'treating-doctor', 'fair-turn'] as const;
export const OwnerRule = z.union([z.enum(ownerRules), z.strictObject({ teamId: idShape })]);
export type OwnerRule = z.infer<typeof OwnerRule>;

export const Step = z.object({
  key: stepKey,
  name: Wording,
  window: WindowRule,
  /** The step, further up, whose due day the window is counted from; without it, from the event. */
  from: stepKey.optional(),
  /** What ends it before anybody called: nobody is chased who has come. */
  until: z.enum(endingFacts).optional(),
  /** Due on its day even where the clinic is closed: a birthday is not moved. */
  anyDay: z.boolean().optional(),
  role: z.enum(followupRoles),
  owner: OwnerRule.optional(),
  /** So many days later than its window it may still be done where the people's days are full. */
  mayWaitDays: z.int().min(0).max(30).optional(),
  channels: z.array(z.enum(channels)).min(1),
  purpose: z.enum(purposes),
  script: Wording,
  /** The script that is walked passage by passage instead of these words. */
  scriptCode: scriptCode.optional(),
  /** The form whose link the customer is sent when it begins; answered by themselves, nobody calls. */
  sendsForm: stepKey.optional(),
  asksScore: z.boolean(),
});
export type Step = z.infer<typeof Step>;

export const protocolCode = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/);

export const ProtocolDefinition = z.object({
  code: protocolCode,
  name: Wording,
  /** What ships says here in a line where its figures come from; empty in what the clinic wrote itself. */
  source: line(300),
  trigger: z.object({
    event: z.enum(triggerEvents),
    /** Only where it happened in a visit, or only where it did not: a consultation in the clinic, or by telephone. */
    atVisit: z.boolean().optional(),
    visitKinds: z.array(z.enum(visitKinds)).optional(),
    treatmentCategories: z.array(z.enum(treatmentCategories)).optional(),
    /** The customer's class and grade, and the teams that treated, as they are when it is planned. */
    classes: z
      .array(z.string().regex(/^[MC]-[A-Z]$/))
      .max(20)
      .optional(),
    grades: z.array(gradeShape).optional(),
    teamIds: z.array(idShape).max(50).optional(),
  }),
  /** A followup is known by its step's key: two alike would be one followup, and the other would be lost. */
  steps: z
    .array(Step)
    .min(1)
    .max(60)
    .refine(keysDiffer, { error: 'step-keys-repeat' })
    .refine(countFromStepsAbove, { error: 'counts-from-no-step-above' }),
});
export type ProtocolDefinition = z.infer<typeof ProtocolDefinition>;

const always = ['grades', 'classes'] as const;
const filters = [...always, 'treatmentCategories', 'visitKinds', 'teamIds'] as const;
export type TriggerFilter = (typeof filters)[number];

/** What a trigger can ask of an event: who was treated, how and by whom is known of visits, for what also of plans to come. */
export function filtersOf(event: TriggerEvent): readonly TriggerFilter[] {
  if (visitEvents.includes(event)) return filters;
  return aimedEvents.includes(event) ? [...always, 'treatmentCategories'] : always;
}

/** Whether anybody can meet the trigger: what an event does not tell, and a list of nothing, lets nobody through. */
export function canBeMet({ trigger }: Pick<ProtocolDefinition, 'trigger'>): boolean {
  const known = filtersOf(trigger.event);
  return filters.every(
    (name) => trigger[name] === undefined || (known.includes(name) && trigger[name].length > 0),
  );
}

/** Whether its steps can be done: nothing is due before an event that nobody knows ahead. */
export function isDoable({ trigger, steps }: Pick<ProtocolDefinition, 'trigger' | 'steps'>): boolean {
  if (eventsAhead.includes(trigger.event)) return true;
  return steps.every(
    ({ window, from }) => window.kind !== 'days' || window.opensDay >= 0 || from !== undefined,
  );
}

/** How many days before the event the first of the steps begins. */
export function reachBefore(steps: readonly Step[]): number {
  return Math.max(
    0,
    ...steps.map(({ window, from }) => (window.kind === 'days' && from === undefined ? -window.opensDay : 0)),
  );
}

/** Where a clinic's or a team's additions hold; null is the organization's own, the minimum for everybody. */
export type Place = { clinicId: string } | { teamId: string } | null;

/** A protocol as published: plans are made by these and keep them. */
export interface PublishedProtocol {
  versionId: string;
  version: number;
  definition: ProtocolDefinition;
  /** Events from then on are planned by it; null: all that ever were, too. */
  effectiveFrom: Instant | null;
  /** Until then; null: no later version is known. */
  retiredAt: Instant | null;
  place: Place;
  /** The code of the protocol of the organization that it adds to. */
  addsTo: string | null;
}

type Window = z.infer<typeof anyWindow>;
function runsForward(rule: Window): boolean {
  if (rule.kind === 'after') return rule.opensHours <= rule.dueHours;
  return rule.kind !== 'days' || rule.opensDay <= rule.dueDay;
}

function endsWithinTenYears(rule: Window): boolean {
  if (rule.kind !== 'repeat') return true;
  const last = rule.every * (rule.first + rule.times - 1);
  return last <= (rule.unit === 'day' ? 3_650 : 120);
}

function leavesTimeBetween(rule: Window): boolean {
  return rule.kind !== 'repeat' || rule.leadDays < rule.every * (rule.unit === 'day' ? 1 : 28);
}

function keysDiffer(steps: readonly { key: string }[]): boolean {
  return new Set(steps.map((step) => step.key)).size === steps.length;
}

function countFromStepsAbove(
  steps: readonly { key: string; from?: string | undefined; window: Window }[],
): boolean {
  return steps.every(
    ({ from }, place) =>
      from === undefined ||
      steps.slice(0, place).some((above) => above.key === from && above.window.kind !== 'repeat'),
  );
}
