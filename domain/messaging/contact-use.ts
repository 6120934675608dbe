import { messageCounts } from '#domain/contacts/contact-budget.ts';
import type { Channel, Purpose } from '#domain/contacts/contact.ts';
import type { MessageKind } from './template.ts';

/** Texts that ask for something: however gently, they take part of what one person can be asked for. */
const surveys: readonly string[] = ['rating-link'];

/** What a message is about, for the contact budget; null where nobody is contacted by it. */
export function purposeOf(kind: MessageKind | 'staff_notice', templateKey: string): Purpose | null {
  if (kind === 'otp' || kind === 'staff_notice') return null;
  if (kind === 'marketing') return 'marketing';
  return surveys.includes(templateKey) ? 'satisfaction' : 'service';
}

/** Whether a message uses the budget up, and as what. */
export function useOf(message: {
  kind: MessageKind | 'staff_notice';
  templateKey: string;
  channel: string;
}): { purpose: Purpose; channel: Channel } | null {
  const purpose = purposeOf(message.kind, message.templateKey);
  if (purpose === null || !messageCounts(purpose)) return null;
  // A letter is read like a short message.
  return { purpose, channel: message.channel === 'wechat' || message.channel === 'wecom' ? 'wechat' : 'sms' };
}
