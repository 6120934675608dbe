import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { recordParts } from '#domain/customers/completeness.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { areas, isPlaceOf } from './places.ts';
import { relationKinds } from './relations.ts';
import { warningKinds } from './warning.ts';

/** Somebody on record, as far as who asks may know them. */
export const Somebody = z.object({ id: z.string(), number: z.string(), name: z.string() });
export type Somebody = z.infer<typeof Somebody>;

export const Relation = z.object({
  id: z.string(),
  /** What the other is to this customer. */
  kind: z.enum(relationKinds),
  isGuardian: z.boolean(),
  name: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  /** Null where the other is no customer, or none of a clinic the reader sees. */
  customerId: z.string().nullable(),
  /** Written on the other's record; there it is taken off. */
  isFromOtherSide: z.boolean(),
});
export type Relation = z.infer<typeof Relation>;

/** Either a customer on record, or somebody who is none. */
export const AddRelation = z
  .strictObject({
    kind: z.enum(relationKinds),
    isGuardian: z.boolean().default(false),
    relativeId: idShape.nullable().default(null),
    name: line(80).min(1).nullable().default(null),
    phone: line(40).nullable().default(null),
  })
  .refine(({ relativeId, name }) => (relativeId === null) !== (name === null), {
    error: 'one-of-two',
    path: ['name'],
  });
export type AddRelation = z.infer<typeof AddRelation>;

export const ExtraPhone = z.object({ id: z.string(), phone: z.string(), label: z.string().nullable() });
export type ExtraPhone = z.infer<typeof ExtraPhone>;
export const AddPhone = z.strictObject({
  phone: line(40).min(3),
  label: line(40).nullable().default(null),
});
export type AddPhone = z.infer<typeof AddPhone>;

/** Who has this phone. In a body, so that no log keeps the number. */
export const AskPhone = z.strictObject({ phone: line(40).min(3) });
export const PhoneSharers = z.object({
  items: z.array(Somebody),
  /** More of clinics the reader does not see. */
  elsewhere: z.int(),
});
export type PhoneSharers = z.infer<typeof PhoneSharers>;

export const problemStates = ['open', 'treated'] as const;
export const LatentProblem = z.object({
  id: z.string(),
  area: z.enum(areas),
  places: z.array(z.string()),
  finding: z.string(),
  state: z.enum(problemStates),
  foundOn: z.string(),
  visitId: z.string().nullable(),
  foundById: z.string().nullable(),
  foundByName: z.string().nullable(),
  treatedOn: z.string().nullable(),
  version: z.int(),
});
export type LatentProblem = z.infer<typeof LatentProblem>;

const places = z.array(z.string().max(20)).min(1).max(52);
export const NoteProblem = z
  .strictObject({
    area: z.enum(areas),
    places,
    finding: note(500).min(1),
    /** Today where nobody says. */
    foundOn: calendarDateShape.optional(),
    visitId: idShape.nullable().default(null),
    /** The actor where nobody says. */
    foundById: idShape.optional(),
  })
  .refine(({ area, places }) => places.every((place) => isPlaceOf(area, place)), {
    error: 'not-a-place',
    path: ['places'],
  });
export type NoteProblem = z.infer<typeof NoteProblem>;

export const EditProblem = z.strictObject({
  places: places.optional(),
  finding: note(500).min(1).optional(),
  state: z.enum(problemStates).optional(),
  /** With `treated`; today where nobody says. */
  treatedOn: calendarDateShape.optional(),
});
export type EditProblem = z.infer<typeof EditProblem>;

export const photoMoments = ['before', 'after', 'other'] as const;
const Consent = z.object({ at: z.string(), byName: z.string().nullable() }).nullable();
export const Photo = z.object({
  id: z.string(),
  moment: z.enum(photoMoments),
  takenOn: z.string(),
  caption: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** The customer's two consents, each by itself: use within the clinic, and showing it to others. */
  internalUse: Consent,
  publish: Consent,
  createdAt: z.string(),
  createdByName: z.string().nullable(),
  version: z.int(),
});
export type Photo = z.infer<typeof Photo>;

/** The fields beside the file. */
export const PhotoUpload = z.strictObject({
  moment: z.enum(photoMoments).default('other'),
  takenOn: calendarDateShape.optional(),
  caption: line(200).optional(),
});
export type PhotoUpload = z.infer<typeof PhotoUpload>;

export const EditPhoto = z.strictObject({
  moment: z.enum(photoMoments).optional(),
  takenOn: calendarDateShape.optional(),
  caption: line(200).nullable().optional(),
  internalUse: z.boolean().optional(),
  publish: z.boolean().optional(),
});
export type EditPhoto = z.infer<typeof EditPhoto>;
export const PhotoSize = z.strictObject({ size: z.enum(['small', 'full']).default('small') });

export const Discreet = z.object({
  profile: DiscreetProfile,
  updatedAt: z.string(),
  updatedByName: z.string().nullable(),
  version: z.int(),
});
export type Discreet = z.infer<typeof Discreet>;
/** Null takes the wish back. */
export const SetDiscreet = z.strictObject({ profile: DiscreetProfile.nullable() });

export const KeptDiscreet = z.object({ discreet: Discreet.nullable() });
export type KeptDiscreet = z.infer<typeof KeptDiscreet>;

/** What whoever treats must know; as short as a card shows it. */
export const ToldWarning = z.object({ kind: z.enum(warningKinds), words: z.string() });
export const HealthWarning = ToldWarning.extend({
  id: z.string(),
  /** The answer that told it; null where a colleague noted it. */
  answerId: z.string().nullable(),
  notedAt: z.string(),
  notedByName: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type HealthWarning = z.infer<typeof HealthWarning>;
export const NoteWarning = z.strictObject({ kind: z.enum(warningKinds), words: line(200).min(1) });
export type NoteWarning = z.infer<typeof NoteWarning>;
export const EndWarning = z.strictObject({ reason: line(200).min(2) });

export const recordWarnings = ['minor-without-guardian'] as const;

/** Everything of a record that is not a plain field of the customer. */
export const CustomerRecord = z.object({
  referrer: Somebody.nullable(),
  referred: z.array(Somebody),
  relations: z.array(Relation),
  phones: z.array(ExtraPhone),
  /** Others who have the same phone. */
  samePhone: PhoneSharers,
  problems: z.array(LatentProblem),
  /** Those that stand first; what has ended stays readable. */
  healthWarnings: z.array(HealthWarning),
  photos: z.array(Photo),
  discreet: Discreet.nullable(),
  /** What an edit of `discreet` is made on; 0 where there is none. */
  discreetVersion: z.int(),
  completeness: z.object({ score: z.int(), missing: z.array(z.enum(recordParts)) }),
  warnings: z.array(z.enum(recordWarnings)),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;

export const NewlyMade = z.object({ id: z.string() });
