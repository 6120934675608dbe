import { z } from 'zod';
import { Wording } from './protocol.ts';

/**
 * What may become of a followup after it was planned. held: its holder was chosen by a rule. covered: a stand-in has
 * it while its holder is away; returned: the holder has it back. extended, lent, dropped: decided on a day that is full.
 * handed: a person gave it to another; followed: it went with its customer to another owner; freed: its holder left.
 * moved: another version of its protocol has it at another time.
 */
export const changeKinds = [
  'held',
  'covered',
  'returned',
  'extended',
  'lent',
  'dropped',
  'handed',
  'followed',
  'freed',
  'moved',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Why somebody holds a followup, where it is not simply the customer's own person or the role's turn. */
export const holdingReasons = [
  'customers-owner',
  'treating-doctor',
  'team',
  'fair-turn',
  'stand-in',
  'holder-away',
  'holder-gone',
  'lent',
  'handed-over',
  'owner-changed',
] as const;

export const HeldBecause = z.object({
  code: z.enum(holdingReasons),
  /** Whom it would have been otherwise. */
  insteadOfId: z.string().nullable(),
});
export type HeldBecause = z.infer<typeof HeldBecause>;

export const FollowupChange = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  at: z.string(),
  /** Null: it happened by itself. */
  byName: z.string().nullable(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  dueBefore: z.string().nullable(),
  dueAfter: z.string().nullable(),
  because: HeldBecause.nullable(),
  isUndone: z.boolean(),
});

/** Why a followup stands where it does: its day, its holder, and what was changed of it since. */
export const FollowupHistory = z.object({
  stepName: Wording,
  assigneeName: z.string().nullable(),
  dueAt: z.string(),
  closesAt: z.string(),
  /** Where the protocol has another day. */
  dueByProtocol: z.string().nullable(),
  because: HeldBecause.extend({ insteadOfName: z.string().nullable() }).nullable(),
  changes: z.array(FollowupChange),
});
export type FollowupHistory = z.infer<typeof FollowupHistory>;
