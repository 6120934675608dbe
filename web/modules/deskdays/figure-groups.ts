import type { Count, FigureKey } from '#domain/deskdays/figures.ts';

/** In which order a day is read. */
export const figureGroups: { group: 'book' | 'visits' | 'door' | 'charts' | 'money'; keys: FigureKey[] }[] = [
  {
    group: 'book',
    keys: [
      ...(['booked', 'confirmed', 'kept', 'late', 'lateCalled', 'missed', 'cancelled'] as const),
      'cancelContacted',
    ],
  },
  {
    group: 'visits',
    keys: [
      ...(['visits', 'firstVisits', 'walkIns', 'withSource', 'classed', 'contactsClassed'] as const),
      ...(['waitFirst', 'waitReturn', 'firstMet', 'wordsKept'] as const),
    ],
  },
  {
    group: 'door',
    keys: [
      ...(['checkedOut', 'nextBooked', 'offered', 'offerBought', 'followupAgreed'] as const),
      ...(['ratingAsked', 'accountAdded'] as const),
    ],
  },
  { group: 'charts', keys: ['chartsPulled', 'chartsBack'] },
  { group: 'money', keys: ['cashFen'] },
];

/** 83 of 100, whole; nothing of nothing is no share. */
export function percentOf({ count, of }: Count): number | null {
  return of === null || of === 0 ? null : Math.round((100 * count) / of);
}
