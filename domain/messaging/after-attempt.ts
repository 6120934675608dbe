import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { MessageState } from './message-state.ts';
import type { MessageKind } from './template.ts';

/**
 * What a call to a provider came to. `refused`, `not-reached` and `throttled` are certain: nothing was taken. After a
 * time-out, a reset or a fault of theirs nobody knows (`unknown`).
 */
export const attemptOutcomes = ['accepted', 'refused', 'not-reached', 'throttled', 'unknown'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export interface Attempted {
  kind: MessageKind;
  outcome: AttemptOutcome;
  code: string | null;
  /** How often it was tried, this one counted. */
  tries: number;
  /** When it was tried first: a provider tells twins apart for so long only. */
  firstAt: Instant;
  /** For how many minutes the provider takes the same message sent twice for one; 0 where it does not. */
  dedupMinutes: number;
  retryAfterSeconds?: number | undefined;
}

export interface Next {
  state: Extract<MessageState, 'queued' | 'accepted' | 'failed' | 'unknown' | 'by_hand'>;
  reason: string | null;
  dueAt: Instant | null;
}

/** What becomes of a message after a try. Never again by itself where nobody knows, unless the provider tells twins apart. */
export function afterAttempt(attempted: Attempted, now: Instant): Next {
  const { outcome, code, tries, retryAfterSeconds } = attempted;
  const again = (minutes: number): Next => ({
    state: 'queued',
    reason: outcome,
    dueAt: addMinutes(now, minutes),
  });
  const backoff = Math.min(30, 2 ** (tries - 1));
  switch (outcome) {
    case 'accepted':
      return { state: 'accepted', reason: null, dueAt: null };
    case 'not-reached':
      return again(backoff);
    case 'throttled':
      return again(Math.max(backoff, (retryAfterSeconds ?? 0) / 60));
    case 'refused':
      return givenUp(attempted.kind, `refused:${code ?? ''}`);
    case 'unknown': {
      const { firstAt, dedupMinutes } = attempted;
      const repeatAt = addMinutes(now, 1);
      if (dedupMinutes > 0 && repeatAt <= addMinutes(firstAt, dedupMinutes)) return again(1);
      return { state: 'unknown', reason: code, dueAt: null };
    }
  }
}

/** What the provider will not deliver: care is brought by a person, an offer or a code is over. */
export function givenUp(kind: MessageKind, reason: string): Next {
  const isForPerson = kind === 'care' || kind === 'service_notice';
  return { state: isForPerson ? 'by_hand' : 'failed', reason, dueAt: null };
}

/**
 * When the provider is asked about a message nobody knows of, in minutes since it was tried: at half an hour care goes to
 * a person, at an hour an offer is let go, and after three days no provider remembers.
 */
export const askAfterMinutes = [1, 5, 15, 30, 60, 240, 1_440, 4_320] as const;

/** The next of these moments; null: it is not asked any more, and a receipt or a person says. */
export function askAgainAt(since: Instant, now: Instant): Instant | null {
  return askAfterMinutes.map((minutes) => addMinutes(since, minutes)).find((at) => at > now) ?? null;
}

/** An offer nobody knows of is let go; care stays before a person until they know. */
export function stillUnknown(kind: MessageKind, since: Instant, now: Instant): 'drop' | 'person' | 'wait' {
  if (kind === 'marketing' || kind === 'otp') return now >= addMinutes(since, 60) ? 'drop' : 'wait';
  return now >= addMinutes(since, 30) ? 'person' : 'wait';
}

/** What a receipt makes of a message; null: nothing new. That it arrived is never taken back. */
export function afterReceipt(
  state: MessageState,
  receipt: { arrived: boolean; code: string | null },
  kind: MessageKind,
): { state: MessageState; reason: string | null } | null {
  const open: readonly MessageState[] = ['sending', 'accepted', 'unknown', 'queued'];
  if (receipt.arrived) {
    // Also what was given up as unknown, or was about to be sent by hand for it.
    const takes = [...open, 'dropped', 'failed', 'by_hand'] as readonly MessageState[];
    return takes.includes(state) ? { state: 'delivered', reason: null } : null;
  }
  if (!open.includes(state)) return null;
  const { state: becomes, reason } = givenUp(kind, `not-delivered:${receipt.code ?? ''}`);
  return { state: becomes, reason };
}
