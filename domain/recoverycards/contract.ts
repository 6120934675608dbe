import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { cardCode, CardDays, RecoveryCard } from './card.ts';
import { findings } from './finding.ts';
import { CardAnswers, HeardRecovery } from './heard.ts';

const words = z.object({ zh: z.string(), en: z.string() });

/** A card as a doctor approved it; version 0 is as it ships, which nobody of the clinic has approved. */
export const CardVersion = z.object({
  version: z.int(),
  definition: RecoveryCard,
  writtenAt: z.string().nullable(),
  writtenByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedByName: z.string().nullable(),
});
export type CardVersion = z.infer<typeof CardVersion>;

/** A text that waits for its doctor. */
export const WaitingCard = z.object({
  definition: RecoveryCard,
  authorIds: z.array(z.string()),
  writtenAt: z.string(),
  writtenByName: z.string().nullable(),
  /** What may be promised by nobody, and stands in it. */
  promises: z.array(z.string()),
});
export type WaitingCard = z.infer<typeof WaitingCard>;

export const CardRow = z.object({
  code: z.string(),
  name: words,
  procedure: RecoveryCard.shape.procedure,
  isShipped: z.boolean(),
  /** In force; null where it waits for its first approval. */
  version: z.int().nullable(),
  approvedAt: z.string().nullable(),
  approvedByName: z.string().nullable(),
  waitsSince: z.string().nullable(),
});
export type CardRow = z.infer<typeof CardRow>;
export const CardList = z.object({ items: z.array(CardRow) });

export const CardView = z.object({
  code: z.string(),
  inForce: CardVersion.nullable(),
  waiting: WaitingCard.nullable(),
  /** The newest first; the last is as it ships, where it does. */
  history: z.array(CardVersion),
  /** How often the waiting text was written on; 0 where none waits. */
  version: z.int(),
});
export type CardView = z.infer<typeof CardView>;

export const byCardCode = z.strictObject({ code: cardCode });
export const WriteCard = z.strictObject({ definition: RecoveryCard });

/** The part of a card that holds today for one procedure of a customer. */
export const CardOfDay = z.object({
  code: z.string(),
  version: z.int(),
  /** As it ships nobody of the clinic has approved it. */
  isApproved: z.boolean(),
  name: words,
  visitId: z.string(),
  visitedOn: z.string(),
  treatment: z.string(),
  doctorId: z.string().nullable(),
  doctorName: z.string().nullable(),
  /** Days since the procedure. */
  day: z.int(),
  days: CardDays,
});
export type CardOfDay = z.infer<typeof CardOfDay>;

/** A card as it was answered in a call. */
export const AnsweredCard = CardAnswers.extend({
  visitId: idShape,
  code: cardCode,
  version: z.int().min(0),
  finding: z.enum(findings),
});
export type AnsweredCard = z.infer<typeof AnsweredCard>;

/** The same, later. */
export const PastRecovery = z.object({
  name: words,
  day: z.int(),
  finding: z.enum(findings),
  heard: HeardRecovery,
});
export type PastRecovery = z.infer<typeof PastRecovery>;
