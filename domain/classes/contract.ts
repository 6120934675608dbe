import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { deskChannels } from './desk-contact.ts';
import { ClassRules, classCode, classStages, CustomerClass } from './preclass.ts';

export const ClassTableView = z.object({
  /** 0 is as shipped: nothing was published yet. */
  version: z.int(),
  rules: ClassRules,
  /** Classes of former tables, by the name they had last: contacts may still bear them. */
  retired: z.array(CustomerClass),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type ClassTableView = z.infer<typeof ClassTableView>;

export const PublishClasses = z.strictObject({
  rules: ClassRules,
  /** A class that customers still have goes only when this is said. */
  retire: z.boolean().default(false),
});
export type PublishClasses = z.infer<typeof PublishClasses>;

const Person = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  gender: z.enum(['female', 'male', 'unknown']),
  age: z.int().nullable(),
});

export const DeskContact = z.object({
  id: z.string(),
  customer: Person,
  clinicId: z.string(),
  channel: z.enum(deskChannels),
  at: z.string(),
  stage: z.enum(classStages),
  staffId: z.string(),
  staffName: z.string(),
  /** What was asked, in a line or two. */
  matter: z.string().nullable(),
  /** The class that was set first: what is measured. */
  preclass: z.string().nullable(),
  /** The class by the desk as it stands. */
  code: z.string().nullable(),
  confirmed: z.string().nullable(),
  confirmedByName: z.string().nullable(),
});
export type DeskContact = z.infer<typeof DeskContact>;

export const RecordContact = z.strictObject({
  customerId: idShape,
  /** Where it was taken; the customer's own clinic where nobody says. */
  clinicId: idShape.optional(),
  channel: z.enum(deskChannels),
  code: classCode.nullable().default(null),
  matter: note(500).nullable().default(null),
});
export type RecordContact = z.infer<typeof RecordContact>;

export const SetClass = z.strictObject({ code: classCode });
export type SetClass = z.infer<typeof SetClass>;

/** The contacts of some days, today where nobody says; those without a class first. */
export const ListDeskContacts = z.strictObject({
  ...pageQuery,
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  clinicId: idShape.optional(),
  staffId: idShape.optional(),
});
export type ListDeskContacts = z.infer<typeof ListDeskContacts>;
export const DeskContactPage = pageOf(DeskContact).extend({
  from: z.string(),
  to: z.string(),
  unclassed: z.int(),
});
export type DeskContactPage = z.infer<typeof DeskContactPage>;

export const CustomerClasses = z.object({
  /** Which half of the table a contact of now is classed by. */
  stage: z.enum(classStages),
  code: z.string().nullable(),
  /** The newest first. */
  contacts: z.array(DeskContact),
  changes: z.array(
    z.object({
      id: z.string(),
      contactId: z.string(),
      source: z.enum(['desk', 'confirmed']),
      before: z.string().nullable(),
      code: z.string(),
      at: z.string(),
      byName: z.string(),
    }),
  ),
});
export type CustomerClasses = z.infer<typeof CustomerClasses>;

/** A contact as the supervisor codes it again: everything but how it was classed. */
export const BlindContact = z.object({
  id: z.string(),
  customer: Person.omit({ number: true }).extend({ channelSource: z.string().nullable() }),
  clinicId: z.string(),
  channel: z.enum(deskChannels),
  at: z.string(),
  stage: z.enum(classStages),
  staffName: z.string(),
  matter: z.string().nullable(),
  isCoded: z.boolean(),
  /** How the one who asks coded it. */
  coded: z.string().nullable(),
});
export type BlindContact = z.infer<typeof BlindContact>;

/** The sample of a week, the last whole one where nobody says; what is still to be coded first. */
export const ListReviews = z.strictObject({
  week: calendarDateShape.optional(),
  clinicId: idShape.optional(),
});
export type ListReviews = z.infer<typeof ListReviews>;
export const ReviewList = z.object({
  week: z.string(),
  coded: z.int(),
  total: z.int(),
  items: z.array(BlindContact),
});
export type ReviewList = z.infer<typeof ReviewList>;

export const CodedContact = z.object({ id: z.string(), coded: z.string() });

/** Against what the classes of the desk are held: the supervisor's blind code, or what consultants and doctors confirmed. */
export const yardsticks = ['blind', 'confirmed'] as const;
export type Yardstick = (typeof yardsticks)[number];

const period = {
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  clinicId: idShape.optional(),
  against: z.enum(yardsticks).default('blind'),
};
/** Which days: the last four weeks where nobody says; at most a year. */
export const AskAccuracy = z.strictObject(period);
export type AskAccuracy = z.infer<typeof AskAccuracy>;

const Share = z.object({ count: z.int(), of: z.int(), share: z.number().nullable() });
const measured = { classified: Share, accuracy: Share, meetsBar: z.boolean(), kappa: z.number().nullable() };
export const AccuracyReport = z.object({
  from: z.string(),
  to: z.string(),
  accuracyPercent: z.int(),
  total: z.object(measured),
  /** Of the weekly samples of these days: how much has been coded again. */
  coded: Share,
  /** First visits whose customer's channel source is known (B2). */
  sources: Share,
  people: z.array(
    z.object({
      ...measured,
      staffId: z.string(),
      staffName: z.string(),
      cells: z.array(z.object({ preclass: z.string(), judged: z.string(), count: z.int() })),
    }),
  ),
});
export type AccuracyReport = z.infer<typeof AccuracyReport>;

export const ListJudged = z.strictObject({
  ...pageQuery,
  ...period,
  from: calendarDateShape,
  to: calendarDateShape,
  staffId: idShape.optional(),
  /** A cell of the matrix. */
  preclass: classCode.optional(),
  judged: classCode.optional(),
  /** Or those with a class, or without. */
  classed: z.enum(['yes', 'no']).optional(),
});
export type ListJudged = z.infer<typeof ListJudged>;
export const JudgedContact = DeskContact.extend({
  judged: z.string().nullable(),
  judgedByName: z.string().nullable(),
});
export type JudgedContact = z.infer<typeof JudgedContact>;
export const JudgedPage = pageOf(JudgedContact);
export type JudgedPage = z.infer<typeof JudgedPage>;
