import { z } from 'zod';
import { line, note } from '#domain/base/text.ts';
import { consentChannels, consentPurposes, consentWays } from './consent.ts';
import { standings } from './standing.ts';

export const Consent = z.object({
  id: z.string(),
  purpose: z.enum(consentPurposes),
  /** Null is every channel. */
  channel: z.enum(consentChannels).nullable(),
  decision: z.enum(['given', 'withdrawn']),
  way: z.enum(consentWays),
  textShown: z.string().nullable(),
  textVersion: z.int().nullable(),
  evidence: z.string().nullable(),
  guardianName: z.string().nullable(),
  guardianRelation: z.string().nullable(),
  at: z.string(),
  recordedByName: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

/** One purpose on one channel, as it stands. */
export const StandingConsent = z.object({
  purpose: z.enum(consentPurposes),
  channel: z.enum(consentChannels).nullable(),
  stands: z.enum(standings),
});
export type StandingConsent = z.infer<typeof StandingConsent>;

export const ConsentsOfCustomer = z.object({
  standing: z.array(StandingConsent),
  /** Their number has said no to offers, be it under another name. */
  isSuppressed: z.boolean(),
  /** Below an age a guardian answers. */
  needsGuardian: z.boolean(),
  /** What was said at an age at which another decided is asked anew. */
  asksAnew: z.boolean(),
  guardianName: z.string().nullable(),
  /** The newest first. */
  history: z.array(Consent),
});
export type ConsentsOfCustomer = z.infer<typeof ConsentsOfCustomer>;

const about = {
  purpose: z.enum(consentPurposes),
  channel: z.enum(consentChannels).nullable(),
  way: z.enum(consentWays),
};

/** A yes: its words are those of the house, as they were shown. */
export const GiveConsent = z.strictObject({
  ...about,
  evidence: line(200).min(2),
  guardianName: line(80).min(1).nullable().default(null),
  guardianRelation: line(40).min(1).nullable().default(null),
});
export type GiveConsent = z.infer<typeof GiveConsent>;

/** A no needs no evidence and no reason. */
export const WithdrawConsent = z.strictObject({ ...about, note: note(300).nullable().default(null) });
export type WithdrawConsent = z.infer<typeof WithdrawConsent>;
