import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { genders } from '#domain/customers/contract.ts';
import type { LikenessReason } from '#domain/customers/duplicates.ts';

/** Why two may be one, and why not. */
export const likenessReasons = [
  ...['name-same', 'name-swapped', 'name-similar', 'name-sounds-same', 'name-part', 'name-near'],
  ...['name-one-part', 'name-different', 'name-unknown'],
  ...['birthday-same', 'birthday-swapped', 'birthday-mistyped', 'birthday-same-year'],
  ...['birthday-different', 'birthday-unknown'],
  ...['address-same', 'address-similar', 'address-near', 'address-different', 'address-unknown'],
  ...['phone-same', 'phone-mistyped', 'number-same', 'gender-different'],
] as readonly LikenessReason[];

const Reason = z.object({
  code: z.enum(likenessReasons),
  /** Below zero it speaks against one person. */
  points: z.int(),
});

/** What is typed into a new record so far. */
export const AskAlike = z.strictObject({
  name: line(80).optional(),
  phone: line(40).optional(),
  birthday: calendarDateShape.optional(),
});
export type AskAlike = z.infer<typeof AskAlike>;

/** Somebody who has a record already and may be the one whose record is being made. */
export const AlikeCustomer = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  gender: z.enum(genders),
  age: z.int().nullable(),
  phone: z.string().nullable(),
  clinicId: z.string(),
  lastVisitOn: z.string().nullable(),
  reasons: z.array(Reason),
});
export const AlikeCustomers = z.object({ items: z.array(AlikeCustomer) });
export type AlikeCustomers = z.infer<typeof AlikeCustomers>;

/** What two records may say differently, in the order a person reads them. */
export const mergeFields = [
  'name',
  'gender',
  'birthday',
  'phone',
  'wechat',
  'address',
  'occupation',
  'channelSource',
  'referrer',
  'clinic',
  'owner',
  'webConsultant',
  'doctor',
  'likes',
  'taboos',
  'notes',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** Fields of free text, of which the record may keep both. */
export const joinableFields = ['likes', 'taboos', 'notes'] as const satisfies readonly MergeField[];

/** What a field will say: what the record that stays says, what the one that goes says, or both texts. */
export const mergeChoices = ['keep', 'gone', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];
export const MergeFieldChoices = z.partialRecord(z.enum(mergeFields), z.enum(mergeChoices));
export type MergeFieldChoices = z.infer<typeof MergeFieldChoices>;

/** One of two records that may be of one person. */
export const Party = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  version: z.int(),
  clinicId: z.string(),
  createdAt: z.string(),
  lastVisitOn: z.string().nullable(),
  refusesContact: z.boolean(),
  /** As a screen may show it: the phone masked, people and clinics by name. A field that says nothing is not there. */
  values: z.partialRecord(z.enum(mergeFields), z.string()),
  /** What hangs on the record. */
  counts: z.object({
    visits: z.int(),
    appointments: z.int(),
    calls: z.int(),
    followups: z.int(),
    ledgerEntries: z.int(),
  }),
});
export type Party = z.infer<typeof Party>;

export const duplicateStates = ['open', 'dismissed', 'merged'] as const;
export const Duplicate = z.object({
  id: z.string(),
  state: z.enum(duplicateStates),
  score: z.int(),
  isLikely: z.boolean(),
  reasons: z.array(Reason),
  a: Party,
  b: Party,
  /** Fields both records fill in, each otherwise; told by the whole values, of which masked ones look alike. */
  differs: z.array(z.enum(mergeFields)),
  foundAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  dismissReason: z.string().nullable(),
});
export type Duplicate = z.infer<typeof Duplicate>;
export const DuplicatePage = pageOf(Duplicate);

export const ListDuplicates = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'dismissed']).default('open'),
  clinicId: idShape.optional(),
});
export type ListDuplicates = z.infer<typeof ListDuplicates>;

/** Why they are two people; kept, so that nobody is asked again. */
export const DismissDuplicate = z.strictObject({ reason: line(200).min(2) });

/** Both versions, so that nobody merges records other than the ones on the screen. */
export const MergeCustomers = z.strictObject({
  keepId: idShape,
  keepVersion: z.int(),
  goneId: idShape,
  goneVersion: z.int(),
  /** What is not named stays as the record that is kept has it. */
  fields: MergeFieldChoices.default({}),
});
export type MergeCustomers = z.infer<typeof MergeCustomers>;

export const Merge = z.object({
  id: z.string(),
  keepId: z.string(),
  keepName: z.string(),
  keepNumber: z.string(),
  goneId: z.string(),
  goneName: z.string(),
  goneNumber: z.string(),
  mergedAt: z.string(),
  mergedByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneByName: z.string().nullable(),
});
export type Merge = z.infer<typeof Merge>;
export const MergePage = pageOf(Merge);
export const ListMerges = z.strictObject({ ...pageQuery });
export type ListMerges = z.infer<typeof ListMerges>;
