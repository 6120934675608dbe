import type { Standing } from '#domain/consents/standing.ts';
import type { Channel, Purpose } from '#domain/contacts/contact.ts';

/** By which ways somebody who does not answer is tried again; a visit is nothing one tries. */
export const retryChannels = ['phone', 'wechat', 'sms'] as const satisfies readonly Channel[];
export type RetryChannel = (typeof retryChannels)[number];

export interface Contactable {
  hasPhone: boolean;
  hasWechat: boolean;
  refusesContact: boolean;
  /** What they said last of being written to, about care and about offers. */
  standing: (purpose: 'care' | 'marketing', channel: 'wechat' | 'sms') => Standing;
}

/**
 * The ways that lead to a customer and that they have not objected to. They are written to about their care unless
 * they said no, about an offer only when they said yes; who wants no contact is called where health asks for it.
 */
export function waysToTry(customer: Contactable, purpose: Purpose): RetryChannel[] {
  const { hasPhone, hasWechat, refusesContact, standing } = customer;
  const mayWrite = (channel: 'wechat' | 'sms') => {
    if (refusesContact || standing('care', channel) === 'withdrawn') return false;
    return purpose !== 'marketing' || standing('marketing', channel) === 'given';
  };
  const leads = {
    phone: hasPhone,
    wechat: hasWechat && mayWrite('wechat'),
    sms: hasPhone && mayWrite('sms'),
  };
  return retryChannels.filter((channel) => leads[channel]);
}

/** The way that is wished for, else the first that leads to the customer; where none does somebody looks for a number. */
export function wayToTry(wished: RetryChannel, ways: readonly RetryChannel[]): RetryChannel {
  return ways.includes(wished) ? wished : (ways[0] ?? 'phone');
}
