import { describe, expect, it } from 'vitest';
import { finalStates, maySettle, messageStates, settle, settlements } from './message-state.ts';
import type { MessageState } from './message-state.ts';

describe('what a colleague says of a message', () => {
  it.each([
    { state: 'by_hand', says: 'sent', becomes: 'sent_by_hand' },
    { state: 'by_hand', says: 'not-sent', becomes: 'dropped' },
    { state: 'unknown', says: 'not-sent', kind: 'marketing', becomes: 'dropped' },
    { state: 'unknown', says: 'not-sent', kind: 'otp', becomes: 'dropped' },
    { state: 'unknown', says: 'not-sent', kind: 'service_notice', becomes: 'by_hand' },
    { state: 'by_hand', says: 'arrived', becomes: null },
    { state: 'unknown', says: 'arrived', becomes: 'delivered' },
    { state: 'unknown', says: 'not-sent', becomes: 'by_hand' },
    { state: 'unknown', says: 'send-again', becomes: 'by_hand' },
    { state: 'unknown', says: 'sent', becomes: null },
    { state: 'queued', says: 'not-sent', becomes: 'dropped' },
    { state: 'queued', says: 'sent', becomes: null },
    { state: 'sending', says: 'not-sent', becomes: null },
  ] as const)('$says of one that is $state: $becomes', ({ state, says, becomes, ...of }) => {
    const kind = 'kind' in of ? of.kind : 'care';
    expect(settle({ state, kind }, says)).toBe(becomes);
  });

  it('is heard only of one that waits', () => {
    const waiting: readonly MessageState[] = ['by_hand', 'unknown', 'queued'];
    for (const state of messageStates.filter((each) => !waiting.includes(each))) {
      for (const settlement of settlements)
        expect(maySettle({ state, kind: 'care' }, settlement).allowed).toBe(false);
    }
  });

  it('never sends anything that is over', () => {
    for (const state of finalStates) {
      for (const settlement of settlements) expect(settle({ state, kind: 'care' }, settlement)).toBeNull();
    }
  });
});
