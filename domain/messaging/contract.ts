import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { instantShape } from '#domain/base/time.ts';
import { messageStates, settlements } from './message-state.ts';
import { messageChannels, messageKinds, messageVariables, templateKeyShape } from './template.ts';

const name = z.object({ zh: z.string(), en: z.string() });

/** A message as staff see it. */
export const Message = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  hasPhone: z.boolean(),
  clinicId: z.string(),
  templateKey: z.string(),
  templateName: name,
  kind: z.enum(messageKinds),
  channel: z.enum(messageChannels),
  text: z.string(),
  state: z.enum(messageStates),
  /** Why it was kept back, went to a person, or failed. */
  reason: z.string().nullable(),
  toGuardian: z.boolean(),
  isQuarantined: z.boolean(),
  tries: z.int(),
  queuedAt: z.string(),
  queuedByName: z.string().nullable(),
  dueAt: z.string(),
  staleAt: z.string(),
  sentAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  settledByName: z.string().nullable(),
});
export type Message = z.infer<typeof Message>;

/** To be sent by hand, in doubt, still to go, or over. */
export const messageLists = ['by-hand', 'in-doubt', 'waiting', 'over'] as const;
export const ListMessages = z.strictObject({
  ...pageQuery,
  list: z.enum(messageLists).default('by-hand'),
  clinicId: idShape.optional(),
  customerId: idShape.optional(),
});
export type ListMessages = z.infer<typeof ListMessages>;
export const MessagePage = pageOf(Message);

export const SettleMessage = z.strictObject({
  settlement: z.enum(settlements),
  reason: line(200).nullable().default(null),
});
export type SettleMessage = z.infer<typeof SettleMessage>;

/** What a person sends to one customer; the same `causeId` twice is one message. */
export const SendMessage = z.strictObject({
  customerId: idShape,
  templateKey: templateKeyShape,
  channel: z.enum(messageChannels).nullable().default(null),
  variables: z.partialRecord(z.enum(messageVariables), note(300)).default({}),
  causeId: idShape,
  notBefore: instantShape.nullable().default(null),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const QueuedMessage = z.object({ id: z.string(), state: z.enum(messageStates) });
export type QueuedMessage = z.infer<typeof QueuedMessage>;
