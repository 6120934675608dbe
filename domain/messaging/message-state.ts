import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { MessageKind } from './template.ts';

/**
 * A message's life: queued → sending (written down before the provider is called) → accepted → delivered or failed.
 * Where nobody knows what the provider did it is unknown, until a receipt or a person says so. By hand it waits for a
 * colleague. `stopped` was kept back by a rule, `dropped` by a person or because its time was over.
 */
export const messageStates = [
  'queued',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'by_hand',
  'sent_by_hand',
  'stopped',
  'dropped',
] as const;
export type MessageState = (typeof messageStates)[number];

/** Nothing more comes of it by itself. */
export const finalStates: readonly MessageState[] = [
  'delivered',
  'failed',
  'sent_by_hand',
  'stopped',
  'dropped',
];

/** A provider that took it says within three days that it did not arrive, or never; until then a hand may need its link. */
export const receiptDays = 3;

/** A one-time code is waited for, care must not wait behind an offer. */
export const priorityOf: Record<MessageKind, number> = { otp: 0, care: 1, service_notice: 2, marketing: 3 };

/** What a colleague may say of a message. */
export const settlements = ['sent', 'not-sent', 'arrived', 'send-again'] as const;
export type Settlement = (typeof settlements)[number];

/** Who did not get it is still owed it; an offer or a code that did not arrive is nothing. */
const isOwed = (kind: MessageKind | 'staff_notice'): boolean => kind === 'care' || kind === 'service_notice';

/** Which answers a message takes, and what they make of it. */
export function settle(
  { state, kind }: { state: MessageState; kind: MessageKind | 'staff_notice' },
  settlement: Settlement,
): MessageState | null {
  if (state === 'by_hand') {
    if (settlement === 'sent') return 'sent_by_hand';
    if (settlement === 'not-sent') return 'dropped';
    return null;
  }
  // Before it is on its way a person may still stop it.
  if (state === 'queued' && settlement === 'not-sent') return 'dropped';
  if (state === 'unknown') {
    if (settlement === 'arrived') return 'delivered';
    // In doubt nobody has said that it is not needed: that is said of the one that waits for a hand.
    if (settlement === 'not-sent') return isOwed(kind) ? 'by_hand' : 'dropped';
    // Somebody has made sure that it did not arrive: only a person may say so.
    if (settlement === 'send-again') return 'by_hand';
  }
  return null;
}

export function maySettle(message: Parameters<typeof settle>[0], settlement: Settlement): Decision {
  return settle(message, settlement) === null ? no('message-not-waiting') : yes;
}
