import { describe, expect, it } from 'vitest';
import { points, type Point } from '#domain/checkout/answers.ts';
import { finishedOf, openPoints, sentOf, type Draft } from './draft.ts';

const blank: Draft = {
  answers: {},
  paidNote: '',
  appointmentId: null,
  booking: null,
  reason: null,
  reasonNote: '',
  offers: [],
  followup: null,
  matter: '',
};
const notAsked: Draft = {
  ...blank,
  answers: Object.fromEntries(points.map((point) => [point, 'not_asked'])),
};

describe('what the desk has answered so far', () => {
  it('is sent only once every point has an answer, be it that nobody asked', () => {
    expect(openPoints(blank)).toEqual([...points]);
    expect(finishedOf(blank)).toBeNull();
    expect(finishedOf(notAsked)).toMatchObject({ paid: { answer: 'not_asked' } });
  });

  it.each<{ name: string; point: Point; draft: Partial<Draft>; isOpen: boolean }>([
    { name: 'owing without words', point: 'paid', draft: { answers: { paid: 'owes' } }, isOpen: true },
    {
      ...{ name: 'owing with words', point: 'paid', isOpen: false },
      draft: { answers: { paid: 'owes' }, paidNote: '下次付' },
    },
    { name: 'booked, but when', point: 'next', draft: { answers: { next: 'booked' } }, isOpen: true },
    {
      ...{ name: 'booked before', point: 'next', isOpen: false },
      draft: { answers: { next: 'booked' }, appointmentId: '018f3c5e-1b2a-7c3d-8e4f-5a6b7c8d9e0f' },
    },
    { name: 'no next without a reason', point: 'next', draft: { answers: { next: 'none' } }, isOpen: true },
    {
      ...{ name: 'an offer nobody answered', point: 'offer', isOpen: true },
      draft: {
        answers: { offer: 'offered' },
        offers: [{ kind: 'product', name: '牙刷', answer: null }],
      },
    },
    { name: 'agreed, but when', point: 'followup', draft: { answers: { followup: 'agreed' } }, isOpen: true },
  ])('$name', ({ point, draft, isOpen }) => {
    expect(sentOf({ ...notAsked, ...draft }, point) === undefined).toBe(isOpen);
  });
});
