import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';

export const genders = ['female', 'male', 'unknown'] as const;

/** Some keep the lunar day of the day they were born on. */
export const birthdayCalendars = ['solar', 'lunar'] as const;

/** A phone as a person writes it; the server reads it into one form (+8613123456789). */
const phone = line(40);

export const Customer = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  gender: z.enum(genders),
  birthday: z.string().nullable(),
  /** Known from an age on a sheet, where no birthday is known. */
  birthYear: z.int().nullable(),
  /** By which calendar the birthday is kept. */
  birthdayCalendar: z.enum(birthdayCalendars),
  age: z.int().nullable(),
  /** Masked (138****5678) unless it was revealed by its own request. */
  phone: z.string().nullable(),
  hasPhone: z.boolean(),
  address: z.string().nullable(),
  occupation: z.string().nullable(),
  channelSource: z.string().nullable(),
  notes: z.string().nullable(),
  clinicId: z.string(),
  /** The consultant; beside them who looks after the customer online, and who treats. */
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  webConsultantId: z.string().nullable(),
  doctorId: z.string().nullable(),
  referrerId: z.string().nullable(),
  wechat: z.string().nullable(),
  likes: z.string().nullable(),
  taboos: z.string().nullable(),
  /** Social influence, noted by a person; null to a post that does not see it. */
  hasInfluence: z.boolean().nullable(),
  influenceNote: z.string().nullable(),
  /** Somebody who asked not to be contacted. */
  refusesContact: z.boolean(),
  grade: gradeShape,
  /** Unhappy: no offers and wishes until the case is closed. */
  isFrozen: z.boolean(),
  /** M-x or C-x as the desk or, later, a consultant or doctor said; null was never classed. */
  classCode: z.string().nullable(),
  lastVisitOn: z.string().nullable(),
  /** Nobody is called for somebody who died, or moved away. */
  deceasedOn: z.string().nullable(),
  movedAwayOn: z.string().nullable(),
  createdAt: z.string(),
  version: z.int(),
});
export type Customer = z.infer<typeof Customer>;

/** What the record holds besides, for a new customer and an edit alike. */
const furtherFields = {
  webConsultantId: idShape.nullable().optional(),
  doctorId: idShape.nullable().optional(),
  referrerId: idShape.nullable().optional(),
  wechat: line(80).nullable().optional(),
  likes: note(1000).nullable().optional(),
  taboos: note(1000).nullable().optional(),
  hasInfluence: z.boolean().optional(),
  influenceNote: note(500).nullable().optional(),
};

const customerFields = {
  name: line(80).min(1),
  gender: z.enum(genders).default('unknown'),
  birthday: calendarDateShape.nullable().default(null),
  phone: phone.nullable().default(null),
  address: line(200).nullable().default(null),
  occupation: line(80).nullable().default(null),
  channelSource: line(40).nullable().default(null),
  notes: note(2000).nullable().default(null),
  clinicId: idShape,
  ownerId: idShape.nullable().default(null),
  ...furtherFields,
};
export const CreateCustomer = z.strictObject(customerFields);
export type CreateCustomer = z.infer<typeof CreateCustomer>;

export const EditCustomer = z.strictObject({
  name: line(80).min(1).optional(),
  gender: z.enum(genders).optional(),
  birthday: calendarDateShape.nullable().optional(),
  birthdayCalendar: z.enum(birthdayCalendars).optional(),
  phone: phone.nullable().optional(),
  address: line(200).nullable().optional(),
  occupation: line(80).nullable().optional(),
  channelSource: line(40).nullable().optional(),
  notes: note(2000).nullable().optional(),
  ownerId: idShape.nullable().optional(),
  refusesContact: z.boolean().optional(),
  ...furtherFields,
});
export type EditCustomer = z.infer<typeof EditCustomer>;

/** `search`: a name, its pinyin or initials, a customer number, or the last four digits of a phone. */
export const ListCustomers = z.strictObject({
  ...pageQuery,
  search: line(80).optional(),
  clinicId: idShape.optional(),
  ownerId: idShape.optional(),
  channelSource: line(40).optional(),
  gender: z.enum(genders).optional(),
  grade: gradeShape.optional(),
  visitedFrom: calendarDateShape.optional(),
  visitedTo: calendarDateShape.optional(),
});
export type ListCustomers = z.infer<typeof ListCustomers>;
/** Of many customers `total` is not all: a search counts no more than its pages so far. */
export const CustomerPage = pageOf(Customer).extend({ andMore: z.boolean() });

export const RevealPhone = z.strictObject({ reason: line(200).min(2) });
export const RevealedPhone = z.object({ phone: z.string() });

export const timelineKinds = [
  'created',
  'imported',
  'appointment',
  'visit',
  'consultation-opened',
  'consultation-closed',
  'followup-planned',
  'attempt',
  'red-flag-raised',
  'red-flag-answered',
  'followup-ended',
  'edited',
  'message',
  'message-answered',
] as const;
/** One thing that happened to a customer (A3). `facts` holds what its kind says, by name; the screen has the words. */
export const TimelineEntry = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: z.string(),
  byName: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export const Timeline = z.object({ items: z.array(TimelineEntry), nextBefore: z.string().nullable() });
export const ListTimeline = z.strictObject({
  before: z.string().max(80).optional(),
  kind: z.enum(timelineKinds).optional(),
});

export const FieldChange = z.object({
  id: z.string(),
  field: z.string(),
  /** As it reads: a phone masked, a person by name. */
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  at: z.string(),
  byName: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;
/** The newest first. */
export const FieldChanges = z.object({ items: z.array(FieldChange) });
export const AskChanges = z.strictObject({ field: z.string().max(40).optional() });
