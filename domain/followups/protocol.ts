import { z } from 'zod';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';
import { followupRoles } from '#domain/staff/role.ts';

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
  'appointment.cancelled',
  'satisfaction.low',
  'manual',
] as const;
export type TriggerEvent = (typeof triggerEvents)[number];

export const purposes = ['medical', 'complaint', 'satisfaction', 'service', 'marketing'] as const;
export const channels = ['phone', 'wechat', 'sms', 'visit'] as const;
export type Channel = (typeof channels)[number];

/** Both languages of something a person reads; a clinic's own protocol may fill one twice. */
export const Wording = z.object({ zh: z.string().max(2000), en: z.string().max(2000) });
export type Wording = z.infer<typeof Wording>;

const hours = z.number().min(0).max(87_600);
const days = z.int().min(0).max(3_650);

/**
 * When a followup may begin, should be done, and is late.
 * `after`: hours after the event. `days`: whole days after the event's own day, in the clinic's zone.
 * `months`: the same day that many months later, and `leadDays` before it.
 * `next-month`: from the 1st of the month after the event's until the day before `before`; the close of
 * a month is an event of that month, at its last moment.
 * Ten years are as far as a followup is planned.
 */
export const WindowRule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('after'), opensHours: hours, dueHours: hours }),
    z.object({ kind: z.literal('days'), opensDay: days, dueDay: days }),
    z.object({ kind: z.literal('months'), dueMonth: z.int().min(1).max(120), leadDays: days }),
    z.object({ kind: z.literal('next-month'), before: z.int().min(2).max(28) }),
  ])
  .refine(runsForward, { error: 'window-runs-backwards' });
export type WindowRule = z.infer<typeof WindowRule>;

export const Step = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  name: Wording,
  window: WindowRule,
  role: z.enum(followupRoles),
  channels: z.array(z.enum(channels)).min(1),
  purpose: z.enum(purposes),
  script: Wording,
  asksScore: z.boolean(),
});
export type Step = z.infer<typeof Step>;

export const ProtocolDefinition = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: Wording,
  /** The mission row or the clinic's own decision that the figures come from. */
  source: z.string(),
  trigger: z.object({
    event: z.enum(triggerEvents),
    /** Only where it happened in a visit, or only where it did not: a consultation in the clinic, or by telephone. */
    atVisit: z.boolean().optional(),
    visitKinds: z.array(z.enum(visitKinds)).optional(),
    treatmentCategories: z.array(z.enum(treatmentCategories)).optional(),
  }),
  /** A followup is known by its step's key: two alike would be one followup, and the other would be lost. */
  steps: z.array(Step).min(1).refine(keysDiffer, { error: 'step-keys-repeat' }),
});
export type ProtocolDefinition = z.infer<typeof ProtocolDefinition>;

/** A protocol as published: plans are made by these and keep them. */
export interface PublishedProtocol {
  versionId: string;
  version: number;
  definition: ProtocolDefinition;
}

function runsForward(
  rule:
    | { kind: 'after'; opensHours: number; dueHours: number }
    | { kind: 'days'; opensDay: number; dueDay: number }
    | { kind: 'months' }
    | { kind: 'next-month' },
): boolean {
  if (rule.kind === 'after') return rule.opensHours <= rule.dueHours;
  return rule.kind !== 'days' || rule.opensDay <= rule.dueDay;
}

function keysDiffer(steps: readonly { key: string }[]): boolean {
  return new Set(steps.map((step) => step.key)).size === steps.length;
}
