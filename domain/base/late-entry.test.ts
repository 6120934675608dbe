import { describe, expect, it } from 'vitest';
import { no, yes } from './decision.ts';
import { mayEnterLate } from './late-entry.ts';

describe('what is entered later than it happened', () => {
  it.each([
    {
      name: 'three days ago and a minute is too long',
      at: '2026-03-09T00:59:00.000Z',
      is: no('too-long-ago'),
    },
    { name: 'three days ago is in time', at: '2026-03-09T01:00:00.000Z', is: yes },
    { name: 'just now', at: '2026-03-12T01:00:00.000Z', is: yes },
    { name: 'by a clock two minutes ahead', at: '2026-03-12T01:02:00.000Z', is: yes },
    {
      name: 'by one that is three ahead it has not happened',
      at: '2026-03-12T01:03:00.000Z',
      is: no('not-happened-yet'),
    },
  ])('$name', ({ at, is }) => {
    expect(mayEnterLate(at, '2026-03-12T01:00:00.000Z')).toEqual(is);
  });
});
