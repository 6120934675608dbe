import { z } from 'zod';
import { channels, purposes } from './contact.ts';

/** What may wait for another day; medical matters and complaints never do, whatever a clinic publishes. */
export const waitingPurposes = ['service', 'satisfaction', 'marketing'] as const;
export type WaitingPurpose = (typeof waitingPurposes)[number];

/** So many contacts of any kind within so many days; none: it never waits. */
const limit = z.strictObject({ contacts: z.int().min(1).max(30), days: z.int().min(1).max(90) }).nullable();

/** How often one person is contacted, by all departments and clinics together. */
export const ContactBudget = z.strictObject({
  /** After so many contacts of a day, what has a limit comes another day. */
  perDay: z.int().min(1).max(20).nullable(),
  limits: z.strictObject({ service: limit, satisfaction: limit, marketing: limit }),
});
export type ContactBudget = z.infer<typeof ContactBudget>;

export const ContactBudgetView = z.object({
  /** 0: as shipped. */
  version: z.int(),
  budget: ContactBudget,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type ContactBudgetView = z.infer<typeof ContactBudgetView>;
export const PublishContactBudget = z.strictObject({ budget: ContactBudget });

/** A contact that used some of the budget: who, when, how and what about. */
export const SpentContact = z.object({
  /** It was about somebody else who is called by the same number. */
  isFamily: z.boolean(),
  at: z.string(),
  byName: z.string().nullable(),
  channel: z.enum(channels),
  purpose: z.enum(purposes),
});
export type SpentContact = z.infer<typeof SpentContact>;
