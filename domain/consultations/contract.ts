import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { nextSteps, outcomes, places } from './consultation.ts';
import { WhyNot, WhyNotList } from './reasons.ts';

const fen = z.int().min(1).max(100_000_000_000);

export const OfferedItem = z.strictObject({
  category: z.enum(treatmentCategories),
  name: line(120).min(1),
  /** An offer may be free. */
  fen: z.int().min(0).max(100_000_000_000),
  isAgreed: z.boolean().default(false),
});
export type OfferedItem = z.infer<typeof OfferedItem>;

export const NextStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('followup'),
    on: calendarDateShape,
    staffId: idShape,
    matter: line(200).min(1),
  }),
  z.strictObject({ kind: z.literal('appointment'), appointmentId: idShape }),
  z.strictObject({ kind: z.literal('treatment') }),
  z.strictObject({ kind: z.literal('none'), reason: line(300).min(2) }),
]);

/** The next step as a screen shows it: what its kind does not say is null. */
const NextStepView = z.object({
  kind: z.enum(nextSteps),
  on: z.string().nullable(),
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  matter: z.string().nullable(),
  appointmentId: z.string().nullable(),
  startsAt: z.string().nullable(),
  reason: z.string().nullable(),
});

/** What somebody asked for, what they were offered, and what became of it. */
export const Consultation = z.object({
  id: z.string(),
  customerId: z.string(),
  clinicId: z.string(),
  consultantId: z.string().nullable(),
  consultantName: z.string().nullable(),
  place: z.enum(places),
  /** The visit it happened in; only of one in the clinic. */
  visitId: z.string().nullable(),
  /** How they came to ask this time. */
  channelSource: z.string().nullable(),
  askedCategories: z.array(z.enum(treatmentCategories)),
  asked: z.string(),
  items: z.array(OfferedItem),
  /** For all that was agreed, where it is not the sum of the items. */
  agreedFen: z.int().nullable(),
  depositFen: z.int().nullable(),
  isDepositBooked: z.boolean(),
  /** As they were worded when they were picked. */
  whyNot: z.array(WhyNot),
  whyNotWords: z.string(),
  needs: z.string(),
  nextStep: NextStepView.nullable(),
  state: z.enum(['open', 'closed']),
  outcome: z.enum(outcomes).nullable(),
  /** What the deal was worth when it was closed. */
  dealFen: z.int().nullable(),
  isStuck: z.boolean(),
  openedAt: z.string(),
  openedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  version: z.int(),
});
export type Consultation = z.infer<typeof Consultation>;

const written = {
  askedCategories: z.array(z.enum(treatmentCategories)).max(treatmentCategories.length),
  asked: note(2000),
  channelSource: line(40).nullable(),
};

export const OpenConsultation = z.strictObject({
  place: z.enum(places).default('phone'),
  visitId: idShape.nullable().default(null),
  askedCategories: written.askedCategories.default([]),
  asked: written.asked.default(''),
  channelSource: written.channelSource.default(null),
});
export type OpenConsultation = z.infer<typeof OpenConsultation>;

export const EditConsultation = z.strictObject({
  consultantId: idShape.optional(),
  place: z.enum(places).optional(),
  visitId: idShape.nullable().optional(),
  askedCategories: written.askedCategories.optional(),
  asked: written.asked.optional(),
  channelSource: written.channelSource.optional(),
  items: z.array(OfferedItem).max(50).optional(),
  agreedFen: fen.nullable().optional(),
  depositFen: fen.nullable().optional(),
  whyNotKeys: z.array(WhyNot.shape.key).max(30).optional(),
  whyNotWords: note(1000).optional(),
  needs: note(1000).optional(),
  nextStep: NextStep.nullable().optional(),
});
export type EditConsultation = z.infer<typeof EditConsultation>;

/** `isDepositPaid` books the agreed deposit on the customer's own account. */
export const CloseConsultation = z.strictObject({ isDepositPaid: z.boolean().default(false) });
export const ReopenConsultation = z.strictObject({ reason: line(300).min(2) });

/** Of one customer, the newest first, with the booked appointments a next step can name. */
export const CustomerConsultations = z.object({
  items: z.array(Consultation),
  appointmentsAhead: z.array(z.object({ id: z.string(), startsAt: z.string() })),
});
export type CustomerConsultations = z.infer<typeof CustomerConsultations>;

/** Open ones stand with those first that nobody moves on; closed ones with the last first. Days are of the closing. */
export const ListConsultations = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'closed']).default('open'),
  clinicId: idShape.optional(),
  consultantId: idShape.optional(),
  outcome: z.enum(outcomes).optional(),
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
});
export type ListConsultations = z.infer<typeof ListConsultations>;

export const ConsultationRow = Consultation.extend({ customerName: z.string(), customerNumber: z.string() });
export type ConsultationRow = z.infer<typeof ConsultationRow>;
export const ConsultationPage = z.object({
  ...pageOf(ConsultationRow).shape,
  /** Of the list as asked, how many nobody moves on. */
  stuck: z.int(),
});
export type ConsultationPage = z.infer<typeof ConsultationPage>;

const Figures = z.object({ closed: z.int(), deals: z.int(), dealFen: z.int() });

/** Deals of what was closed on these days, for all and for each consultant. */
export const AskOutcomes = z.strictObject({
  clinicId: idShape.optional(),
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
});
export const Outcomes = z.object({
  from: z.string(),
  to: z.string(),
  total: Figures,
  items: z.array(Figures.extend({ staffId: z.string().nullable(), name: z.string().nullable() })),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const WhyNotView = z.object({ items: z.array(WhyNot), version: z.int() });
export type WhyNotView = z.infer<typeof WhyNotView>;
export const PublishWhyNot = z.strictObject({ items: WhyNotList });
