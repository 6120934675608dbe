import { describe, expect, it } from 'vitest';
import type { ConsentEntry } from './consent.ts';
import { standingConsent } from './standing.ts';

const grown = {
  person: { birthday: '1990-05-23', birthYear: 1990 },
  today: '2026-03-12',
  zone: 'Asia/Shanghai',
};
const at = (minute: number) => `2026-03-12T01:${String(minute).padStart(2, '0')}:00.000Z`;
const entry = (
  decision: ConsentEntry['decision'],
  minute: number,
  channel: ConsentEntry['channel'] = 'sms',
  purpose: ConsentEntry['purpose'] = 'marketing',
): ConsentEntry => ({ purpose, channel, decision, at: at(minute) });

describe('consent', () => {
  it.each([
    { name: 'nobody asked', entries: [], stands: 'never' },
    { name: 'given', entries: [entry('given', 1)], stands: 'given' },
    { name: 'taken back', entries: [entry('given', 1), entry('withdrawn', 2)], stands: 'withdrawn' },
    { name: 'given again', entries: [entry('withdrawn', 1), entry('given', 2)], stands: 'given' },
    {
      name: 'written down in another order',
      entries: [entry('withdrawn', 2), entry('given', 1)],
      stands: 'withdrawn',
    },
    { name: 'both at one moment', entries: [entry('withdrawn', 1), entry('given', 1)], stands: 'withdrawn' },
    {
      name: 'taken back everywhere',
      entries: [entry('given', 1), entry('withdrawn', 2, null)],
      stands: 'withdrawn',
    },
    { name: 'for another channel', entries: [entry('given', 1, 'wechat')], stands: 'never' },
    { name: 'for another purpose', entries: [entry('given', 1, 'sms', 'care')], stands: 'never' },
  ] as const)('$name: $stands', ({ entries, stands }) => {
    expect(standingConsent(entries, 'marketing', 'sms', grown)).toBe(stands);
  });
});
