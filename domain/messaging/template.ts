import { z } from 'zod';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';

/** What a message is for; fixed for a template, for it decides what consent, hours and limits it needs. */
export const messageKinds = ['otp', 'care', 'service_notice', 'marketing'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** By which way it goes out. `by_hand` is a colleague with the work phone. */
export const messageChannels = ['sms', 'wechat', 'wecom', 'email', 'by_hand'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/** What may stand between braces. `name` and `clinic` are filled in by the house, the others by who queues it. */
export const messageVariables = [
  'name',
  'clinic',
  'day',
  'time',
  'address',
  'phone',
  'doctor',
  'link',
  'code',
  'text',
] as const;
export type MessageVariable = (typeof messageVariables)[number];
export const filledByHouse: readonly MessageVariable[] = ['name', 'clinic'];

export const templateKeyShape = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'not-a-code' })
  .max(60);

const name = z.strictObject({ zh: line(80).min(1), en: line(80).min(1) });

export const MessageTemplate = z.strictObject({
  key: templateKeyShape,
  kind: z.enum(messageKinds),
  name,
  /** With places in braces: {name}您好，{day}{time}见。 */
  text: note(500).min(1),
  /** The line an e-mail is filed under. */
  subject: line(80).nullable().default(null),
  /** The first of them that the clinic has and the customer can be reached by; by hand is always there. */
  channels: z.array(z.enum(messageChannels)).min(1).max(messageChannels.length),
  /** 《医疗广告审查证明》: without it nothing medical is advertised. */
  approvalNumber: line(60).nullable().default(null),
  approvalUntil: calendarDateShape.nullable().default(null),
  /** Later than that it is not sent: a reminder of yesterday's hour is worse than none. */
  staleAfterHours: z.int().min(1).max(240).default(24),
  /** Under which number a provider has approved this text. */
  providerCodes: z.record(z.string().max(40), line(80)).default({}),
});
export type MessageTemplate = z.output<typeof MessageTemplate>;

export function isMessageVariable(text: string): text is MessageVariable {
  return (messageVariables as readonly string[]).includes(text);
}

export function isMessageKind(text: string): text is MessageKind {
  return (messageKinds as readonly string[]).includes(text);
}
