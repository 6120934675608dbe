import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { instantShape } from '#domain/base/time.ts';
import { accountKinds, sealedFields } from './account.ts';
import { addressChannels, boundBys, invitingChannels } from './address.ts';
import { MessageRules } from './rule-set.ts';
import { messageStates, settlements } from './message-state.ts';
import { pausableChannels, pausableKinds } from './pause.ts';
import {
  MessageTemplate,
  messageChannels,
  messageKinds,
  messageVariables,
  templateKeyShape,
} from './template.ts';

/** What providers give has no other letters. */
const given = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[\x21-\x7e]+$/, { error: 'not-a-code' });
/** Goes in and never comes out again. */
const secret = given(500);

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

/** To be sent by hand, in doubt, still to go, failed, kept back since a restore, or over. */
export const messageLists = ['by-hand', 'in-doubt', 'waiting', 'failed', 'quarantined', 'over'] as const;
export type MessageList = (typeof messageLists)[number];
export const ListMessages = z.strictObject({
  ...pageQuery,
  list: z.enum(messageLists).default('by-hand'),
  clinicId: idShape.optional(),
  customerId: idShape.optional(),
  kind: z.enum(messageKinds).optional(),
  channel: z.enum(messageChannels).optional(),
});
export type ListMessages = z.infer<typeof ListMessages>;
export const MessagePage = pageOf(Message);

/** How many are on each list that somebody may have to look at; what is over is not counted. */
export const MessageCounts = z.object({
  byHand: z.int(),
  inDoubt: z.int(),
  waiting: z.int(),
  failed: z.int(),
  quarantined: z.int(),
  /** Answers of customers that nobody has read. */
  replies: z.int(),
});
export type MessageCounts = z.infer<typeof MessageCounts>;
export const CountMessages = z.strictObject({ clinicId: idShape.optional() });

/** A way by which messages go out by themselves. */
export const MessageWay = z.object({
  channel: z.enum([...messageChannels, 'group']),
  kind: z.enum(accountKinds),
  name: z.string(),
  clinicId: z.string().nullable(),
  /** What stands in 【】 before a text message. */
  signName: z.string().nullable(),
});
export type MessageWay = z.infer<typeof MessageWay>;
export const MessageWays = z.object({
  items: z.array(MessageWay),
  /** A trial's or the demo's customers are nobody: whatever is switched on, nothing goes. */
  isMadeUp: z.boolean(),
  /** The links in messages open on a customer's telephone; without a public address they open on the server alone. */
  linksOpen: z.boolean(),
});

/** What a colleague makes of an answer: nothing was needed, a followup was planned, a case opened. */
export const replyWays = ['nothing', 'followup', 'case'] as const;
export type ReplyWay = (typeof replyWays)[number];
/** What came of one; a plain no to offers is carried out by the house itself. */
export const replyOutcomes = [...replyWays, 'opt-out'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** What a customer answered. */
export const Reply = z.object({
  id: z.string(),
  /** Null is a number that nobody here was written to. */
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  customerNumber: z.string().nullable(),
  phone: z.string().nullable(),
  clinicId: z.string().nullable(),
  messageText: z.string().nullable(),
  text: z.string(),
  isOptOut: z.boolean(),
  at: z.string(),
  readAt: z.string().nullable(),
  /** Null where the house itself saw to it. */
  readByName: z.string().nullable(),
  way: z.enum(replyOutcomes).nullable(),
});
export type Reply = z.infer<typeof Reply>;
export const replyLists = ['open', 'read', 'opt-out'] as const;
export const ListReplies = z.strictObject({
  ...pageQuery,
  list: z.enum(replyLists).default('open'),
  clinicId: idShape.optional(),
});
export type ListReplies = z.infer<typeof ListReplies>;
export const ReplyPage = pageOf(Reply);
export const SettleReply = z.strictObject({ way: z.enum(replyWays) });
export const SettledReply = z.object({ id: z.string(), way: z.enum(replyWays) });

/** How a customer is known otherwise than by telephone; shown in part. */
export const CustomerAddress = z.object({
  channel: z.enum(addressChannels),
  shown: z.string(),
  since: z.string(),
  byName: z.string().nullable(),
  boundBy: z.enum(boundBys),
  /** They left: nothing is sent there since. */
  leftAt: z.string().nullable(),
});
export type CustomerAddress = z.infer<typeof CustomerAddress>;
export const CustomerAddresses = z.object({ items: z.array(CustomerAddress) });
export type CustomerAddresses = z.infer<typeof CustomerAddresses>;
export const byAddress = z.strictObject({ id: idShape, channel: z.enum(addressChannels) });
/** Null takes it away. */
export const SetAddress = z.strictObject({ address: given(120).nullable() });

export const InviteToAccount = z.strictObject({ channel: z.enum(invitingChannels) });
/** By what a customer says who they are to a provider: a code to scan, a code to send, or both. */
export const AccountInvitation = z.object({
  id: z.string(),
  channel: z.enum(invitingChannels),
  accountName: z.string(),
  /** What the code to scan says, or a picture of it. */
  qrText: z.string().nullable(),
  qrPicture: z.string().nullable(),
  /** What the provider said where there is nothing to scan. */
  whyNoQr: z.string().nullable(),
  /** What is sent to the account as a message. */
  code: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type AccountInvitation = z.infer<typeof AccountInvitation>;

/** The link to the page where a customer sees what they agreed to, and takes it back. */
export const SendConsentLink = z.strictObject({ isSent: z.boolean().default(false) });
export const ConsentLink = z.object({
  path: z.string(),
  expiresAt: z.string(),
  message: z.object({ id: z.string(), state: z.enum(messageStates) }).nullable(),
});
export type ConsentLink = z.infer<typeof ConsentLink>;

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

export const MessageRulesView = z.object({
  version: z.int(),
  rules: MessageRules,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type MessageRulesView = z.infer<typeof MessageRulesView>;
export const PublishMessageRules = z.strictObject({ rules: MessageRules });

export const TemplateRow = z.object({
  key: z.string(),
  isShipped: z.boolean(),
  /** 0 is as it ships. */
  version: z.int(),
  definition: MessageTemplate,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;
export const TemplateList = z.object({ items: z.array(TemplateRow) });
/** As it was published, the newest first; as it ships last. */
export const TemplateVersions = z.object({ items: z.array(TemplateRow) });
export type TemplateList = z.infer<typeof TemplateList>;
export const byTemplateKey = z.strictObject({ key: templateKeyShape });
export const PublishTemplate = z.strictObject({ definition: MessageTemplate });

const setting = z.union([line(400), z.number(), z.boolean()]);
export const ChannelAccount = z.object({
  id: z.string(),
  clinicId: z.string().nullable(),
  kind: z.enum(accountKinds),
  name: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Which of those that never come out again are set. */
  sealed: z.array(z.enum(sealedFields)),
  isEnabled: z.boolean(),
  perMinute: z.int(),
  fenPerThousand: z.int(),
  /** Of those that lead one way the lower goes first. */
  position: z.int(),
  testedAt: z.string().nullable(),
  /** `ok`, or what the provider said. */
  testResult: z.string().nullable(),
  /** Whether its provider tells what is left, and in what. */
  balanceUnit: z.enum(['messages', 'fen']).nullable(),
  balanceLeft: z.int().nullable(),
  balanceAt: z.string().nullable(),
  /** What the provider said instead, when it was asked last. */
  balanceFault: z.string().nullable(),
  /** Below it somebody is told; null is never. */
  balanceFloor: z.int().nullable(),
  isLow: z.boolean(),
  sentToday: z.int(),
  costTodayFen: z.int(),
  version: z.int(),
});
export type ChannelAccount = z.infer<typeof ChannelAccount>;
export const ChannelAccounts = z.object({ items: z.array(ChannelAccount) });

const limits = {
  perMinute: z.int().min(1).max(10_000),
  /** 4.5 fen a message is 4500. */
  fenPerThousand: z.int().min(0).max(1_000_000),
  balanceFloor: z.int().min(0).max(1_000_000_000).nullable(),
};
export const AddAccount = z.strictObject({
  clinicId: idShape.nullable().default(null),
  kind: z.enum(accountKinds),
  name: line(80).min(1),
  settings: z.record(z.string().max(40), setting),
  secret,
  perMinute: limits.perMinute.default(60),
  fenPerThousand: limits.fenPerThousand.default(0),
  /** Absent is as usual for the kind. */
  balanceFloor: limits.balanceFloor.optional(),
});
export type AddAccount = z.infer<typeof AddAccount>;
export const EditAccount = z.strictObject({
  name: line(80).min(1).optional(),
  settings: z.record(z.string().max(40), setting).optional(),
  secret: secret.optional(),
  perMinute: limits.perMinute.optional(),
  fenPerThousand: limits.fenPerThousand.optional(),
  balanceFloor: limits.balanceFloor.optional(),
  position: z.int().min(1).max(99).optional(),
  isEnabled: z.boolean().optional(),
});
export type EditAccount = z.infer<typeof EditAccount>;
/** The token its provider calls back by is shown once. */
export const NewAccount = z.object({ account: ChannelAccount, callbackToken: z.string() });
export type NewAccount = z.infer<typeof NewAccount>;

/** What the brakes of rate and cost allow, what of it is used, and what they hold. */
export const SendingUse = z.object({
  spentTodayFen: z.int(),
  spentMonthFen: z.int(),
  dailyCostFen: z.int().nullable(),
  monthlyCostFen: z.int().nullable(),
  /** Which limit the next message that costs anything would pass. */
  costHolds: z.enum(['day', 'month']).nullable(),
  /** Messages that wait for money, and for the next minute. */
  heldByCost: z.int(),
  heldByRate: z.int(),
  accounts: z.array(
    z.object({
      ...ChannelAccount.pick({
        ...{ id: true, clinicId: true, kind: true, name: true, perMinute: true, fenPerThousand: true },
        ...{ balanceUnit: true, balanceLeft: true, balanceAt: true, balanceFloor: true, isLow: true },
      }).shape,
      lastMinute: z.int(),
      sentToday: z.int(),
      sentMonth: z.int(),
      costTodayFen: z.int(),
      costMonthFen: z.int(),
    }),
  ),
});
export type SendingUse = z.infer<typeof SendingUse>;

export const PauseSending = z.strictObject({
  /** These and no others from now on; none goes on with everything. */
  kinds: z.array(z.enum(pausableKinds)).max(pausableKinds.length).default([]),
  channels: z.array(z.enum(pausableChannels)).max(pausableChannels.length).default([]),
  reason: line(200).nullable().default(null),
});
export type PauseSending = z.infer<typeof PauseSending>;
/** Null is all of them. */
export const ReleaseMessages = z.strictObject({
  ids: z.array(idShape).min(1).max(200).nullable().default(null),
});
export type ReleaseMessages = z.infer<typeof ReleaseMessages>;
export const Brakes = z.object({
  kinds: z.array(z.enum(pausableKinds)),
  channels: z.array(z.enum(pausableChannels)),
  reason: z.string().nullable(),
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
  /** What waits since a restore. */
  quarantined: z.int(),
  version: z.int(),
});
export type Brakes = z.infer<typeof Brakes>;
