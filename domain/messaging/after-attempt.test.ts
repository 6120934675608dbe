import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { afterAttempt, afterReceipt, stillUnknown } from './after-attempt.ts';
import type { Attempted } from './after-attempt.ts';

const now = '2026-03-12T02:00:00.000Z';
const tried: Attempted = {
  ...{ kind: 'care', outcome: 'accepted', code: null, tries: 1, firstAt: now, dedupMinutes: 0 },
};
const after = (some: Partial<Attempted>) => afterAttempt({ ...tried, ...some }, now);

describe('after a try', () => {
  it.each([
    { some: { outcome: 'accepted' }, state: 'accepted' },
    { some: { outcome: 'refused' }, state: 'by_hand' },
    { some: { outcome: 'refused', kind: 'service_notice' }, state: 'by_hand' },
    { some: { outcome: 'refused', kind: 'marketing' }, state: 'failed' },
    { some: { outcome: 'refused', kind: 'otp' }, state: 'failed' },
    { some: { outcome: 'not-reached' }, state: 'queued' },
    { some: { outcome: 'throttled' }, state: 'queued' },
    { some: { outcome: 'unknown' }, state: 'unknown' },
    { some: { outcome: 'unknown', kind: 'otp' }, state: 'unknown' },
  ] as { some: Partial<Attempted>; state: string }[])('that was $some it is $state', ({ some, state }) => {
    expect(after(some).state).toBe(state);
  });

  it.each([
    { tries: 1, minutes: 1 },
    { tries: 2, minutes: 2 },
    { tries: 5, minutes: 16 },
    { tries: 6, minutes: 30 },
    { tries: 60, minutes: 30 },
  ])('number $tries that was not taken it waits $minutes minutes', ({ tries, minutes }) => {
    expect(after({ outcome: 'not-reached', tries }).dueAt).toBe(addMinutes(now, minutes));
  });

  it('waits as long as the provider says', () => {
    expect(after({ outcome: 'throttled', retryAfterSeconds: 600 }).dueAt).toBe(addMinutes(now, 10));
  });

  it.each([
    { dedupMinutes: 0, firstMinutesAgo: 0, state: 'unknown' },
    { dedupMinutes: 8, firstMinutesAgo: 0, state: 'queued' },
    { dedupMinutes: 8, firstMinutesAgo: 7, state: 'queued' },
    { dedupMinutes: 8, firstMinutesAgo: 8, state: 'unknown' },
    { dedupMinutes: 25, firstMinutesAgo: 24, state: 'queued' },
    { dedupMinutes: 25, firstMinutesAgo: 25, state: 'unknown' },
  ])(
    'of unknown end, where twins are told apart for $dedupMinutes minutes, $firstMinutesAgo minutes after the first: $state',
    ({ dedupMinutes, firstMinutesAgo, state }) => {
      const firstAt = addMinutes(now, -firstMinutesAgo);
      expect(after({ outcome: 'unknown', dedupMinutes, firstAt }).state).toBe(state);
    },
  );
});

describe('a message nobody knows of', () => {
  it.each([
    { kind: 'marketing', minutes: 59, becomes: 'wait' },
    { kind: 'marketing', minutes: 60, becomes: 'drop' },
    { kind: 'care', minutes: 29, becomes: 'wait' },
    { kind: 'care', minutes: 30, becomes: 'person' },
    { kind: 'service_notice', minutes: 600, becomes: 'person' },
  ] as const)('of kind $kind after $minutes minutes: $becomes', ({ kind, minutes, becomes }) => {
    expect(stillUnknown(kind, addMinutes(now, -minutes), now)).toBe(becomes);
  });
});

describe('a receipt', () => {
  it.each([
    { state: 'accepted', arrived: true, becomes: 'delivered' },
    { state: 'sending', arrived: true, becomes: 'delivered' },
    { state: 'unknown', arrived: true, becomes: 'delivered' },
    { state: 'dropped', arrived: true, becomes: 'delivered' },
    { state: 'by_hand', arrived: true, becomes: 'delivered' },
    { state: 'delivered', arrived: true, becomes: null },
    { state: 'sent_by_hand', arrived: true, becomes: null },
    { state: 'stopped', arrived: true, becomes: null },
    { state: 'accepted', arrived: false, becomes: 'by_hand' },
    { state: 'unknown', arrived: false, becomes: 'by_hand' },
    { state: 'delivered', arrived: false, becomes: null },
    { state: 'by_hand', arrived: false, becomes: null },
    { state: 'dropped', arrived: false, becomes: null },
  ] as const)('that it arrived: $arrived, of one that is $state: $becomes', ({ state, arrived, becomes }) => {
    expect(afterReceipt(state, { arrived, code: null }, 'care')?.state ?? null).toBe(becomes);
  });
});
