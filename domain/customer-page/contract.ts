import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { consentChannels, consentPurposes } from '#domain/consents/consent.ts';
import { standings } from '#domain/consents/standing.ts';
import { AnswerValues, FormDefinition } from '#domain/forms/form.ts';

/** The token of a link: always in a body, so that no address and no log has it. */
export const FollowLink = z.strictObject({ token: z.string().max(100) });

/** What a customer is shown of a form: not its name, and nothing of what was done. */
export const FormPage = z.object({
  kind: z.literal('form'),
  clinicName: z.string(),
  /** Zhang* : somebody who looks over the shoulder learns no name. */
  greeting: z.string(),
  form: FormDefinition.pick({ title: true, readBy: true, thanks: true, questions: true }),
});
export type FormPage = z.infer<typeof FormPage>;

/** Whether somebody comes at the hour they are booked for; not what for, nor with whom. */
export const AppointmentPage = z.object({
  kind: z.literal('appointment'),
  clinicName: z.string(),
  greeting: z.string(),
  /** By the clinic's wall clock. */
  startsAt: z.string(),
  answer: z.enum(['confirmed', 'cannot-come']).nullable(),
  /** It is soon: they may say that they are here. */
  mayCheckIn: z.boolean(),
});
export type AppointmentPage = z.infer<typeof AppointmentPage>;

/** A time that became free, kept for who waits; by the clinic's wall clock. */
export const OfferPage = z.object({
  kind: z.literal('offer'),
  clinicName: z.string(),
  greeting: z.string(),
  startsAt: z.string(),
  minutes: z.int(),
  until: z.string(),
});
export type OfferPage = z.infer<typeof OfferPage>;

/** What somebody agreed to or may refuse, each with the words it was agreed to in. */
export const ConsentPage = z.object({
  kind: z.literal('consent'),
  clinicName: z.string(),
  greeting: z.string(),
  /** Their guardian answers. */
  isForChild: z.boolean(),
  choices: z.array(
    z.object({
      purpose: z.enum(consentPurposes),
      channel: z.enum(consentChannels).nullable(),
      stands: z.enum(standings),
      text: z.string(),
      /** When it was last answered. */
      since: z.string().nullable(),
    }),
  ),
});
export type ConsentPage = z.infer<typeof ConsentPage>;

/** The page behind a link, by what the link is for. */
export const CustomerPage = z.discriminatedUnion('kind', [FormPage, AppointmentPage, OfferPage, ConsentPage]);
export type CustomerPage = z.infer<typeof CustomerPage>;

export const SendByLink = z.strictObject({
  token: z.string().max(100),
  values: AnswerValues,
  /** The telephone's own name for this sending; sent again with it, nothing is done twice. */
  sendId: idShape,
});
export const Thanks = z.object({ thanks: z.object({ zh: z.string(), en: z.string() }) });
export const SentPhoto = z.object({ id: z.string() });

/** One press is enough: no reason, and no question whether one is sure. */
export const WithdrawByLink = z.strictObject({
  token: z.string().max(100),
  purpose: z.enum(consentPurposes),
  channel: z.enum(consentChannels).nullable(),
});

/** What reaches somebody, asked on any of their pages: offers, which one press ends, and whether care still comes. */
export const ReachPage = z.object({
  offers: z.enum(['given', 'withdrawn', 'never']),
  hasCare: z.boolean(),
});
export type ReachPage = z.infer<typeof ReachPage>;
