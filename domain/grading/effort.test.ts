import { describe, expect, it } from 'vitest';
import { effortOf, effortShare, reachesTarget } from './effort.ts';
import type { GradedContact } from './effort.ts';

function contact(part: Partial<GradedContact>): GradedContact {
  return { staffId: 'li', on: '2026-03-10', grade: 'C', minutes: 5, ...part };
}

describe('the effort for A and B', () => {
  it('is counted by contacts and by minutes, of every week and person', () => {
    expect(
      effortShare([
        contact({ grade: 'A', minutes: 20 }),
        contact({ grade: 'B', minutes: 10, on: '2026-03-15' }),
        contact({ grade: 'C', minutes: 10, on: '2026-03-09' }),
        contact({ grade: 'D', minutes: 0 }),
        contact({ grade: 'A', on: '2026-03-16' }),
        contact({ staffId: 'wu', grade: 'C', minutes: 0 }),
      ]),
    ).toEqual([
      {
        week: '2026-03-09',
        staffId: 'li',
        contacts: 4,
        contactsForBest: 2,
        minutes: 40,
        minutesForBest: 30,
        contactShare: 0.5,
        minuteShare: 0.75,
      },
      {
        week: '2026-03-09',
        staffId: 'wu',
        contacts: 1,
        contactsForBest: 0,
        minutes: 0,
        minutesForBest: 0,
        contactShare: 0,
        minuteShare: null,
      },
      {
        week: '2026-03-16',
        staffId: 'li',
        contacts: 1,
        contactsForBest: 1,
        minutes: 5,
        minutesForBest: 5,
        contactShare: 1,
        minuteShare: 1,
      },
    ]);
  });

  it.each([
    { best: 79, reaches: false },
    { best: 80, reaches: true },
    { best: 81, reaches: true },
  ])('$best of 100 contacts reach the four fifths: $reaches', ({ best, reaches }) => {
    const contacts = Array.from({ length: 100 }, (_, place) => contact({ grade: place < best ? 'A' : 'C' }));
    expect(reachesTarget(effortOf(contacts).contactShare)).toBe(reaches);
  });

  it('of nobody is no share, and reaches nothing', () => {
    expect(effortOf([]).contactShare).toBeNull();
    expect(reachesTarget(null)).toBe(false);
  });
});
