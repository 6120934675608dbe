import type { MessageChannel } from './template.ts';

/** What decides by which way a message goes. */
export interface Reach {
  /** Channels with an account that is switched on for the customer's clinic. */
  open: readonly MessageChannel[];
  hasPhone: boolean;
  hasWechat: boolean;
  hasWecom: boolean;
  hasEmail: boolean;
}

/** The first of the wished ways that leads to this customer; a colleague's hand is always there. */
export function chooseChannel(wished: readonly MessageChannel[], reach: Reach): MessageChannel {
  const leads: Record<MessageChannel, boolean> = {
    sms: reach.hasPhone,
    wechat: reach.hasWechat,
    wecom: reach.hasWecom,
    email: reach.hasEmail,
    by_hand: true,
  };
  return (
    wished.find((channel) => leads[channel] && (channel === 'by_hand' || reach.open.includes(channel))) ??
    'by_hand'
  );
}
