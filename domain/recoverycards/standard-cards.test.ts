import { describe, expect, it } from 'vitest';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { promisesOf } from './approval.ts';
import { daysOf, RecoveryCard } from './card.ts';
import { cardOf } from './card-of.ts';
import { standardCards } from './standard-cards.ts';

describe.each(standardCards.map((card) => ({ code: card.code, card })))('the card $code', ({ card }) => {
  it('is whole, promises nothing, and leaves no day out', () => {
    expect(RecoveryCard.parse(card)).toEqual(card);
    expect(promisesOf(card)).toEqual([]);
    expect(card.days[0]!.from).toBe(0);
    card.days.slice(1).forEach(({ from }, at) => expect(from).toBe(card.days[at]!.to + 1));
  });
});

it('has a code of its own for each card', () => {
  expect(new Set(standardCards.map(({ code }) => code)).size).toBe(standardCards.length);
});

describe('the card of a treatment', () => {
  it.each([
    { category: 'extraction', name: '下颌阻生智齿拔除', card: 'extraction' },
    { category: 'surgery', name: '种植体植入术', card: 'implant' },
    { category: 'implant', name: '种植体植入', card: 'implant' },
    { category: 'implant', name: '种植牙复查维护', card: undefined },
    { category: 'course', name: '根管治疗·开髓封药', card: 'root-canal' },
    { category: 'filling', name: '树脂充填', card: undefined },
    { category: 'orthodontics', name: '固定矫治器粘接', card: 'orthodontic-start' },
    { category: 'cleaning', name: '冷光美白', card: 'whitening' },
    { category: 'cleaning', name: '超声波洁牙', card: 'scaling' },
    { category: 'surgery', name: '双眼皮成形术', card: 'eye-area' },
    { category: 'surgery', name: '假体隆鼻术', card: 'rhinoplasty' },
    { category: 'surgery', name: '面颈部吸脂术', card: 'liposuction' },
    { category: 'skin', name: '光子嫩肤', card: 'laser' },
    { category: 'injection', name: '玻尿酸填充·下巴', card: 'injection' },
    { category: 'injection', name: '线雕 提升', card: 'thread-lift' },
    { category: 'surgery', name: '切开术', card: undefined },
    { category: 'consultation', name: '双眼皮面诊', card: undefined },
  ] satisfies { category: TreatmentCategory; name: string; card: string | undefined }[])(
    '$category $name: $card',
    ({ card, ...treatment }) => {
      expect(cardOf(standardCards, treatment)?.code).toBe(card);
    },
  );

  it.each([
    { day: 0, from: 0 },
    { day: 1, from: 0 },
    { day: 2, from: 2 },
    { day: 4, from: 2 },
    { day: 5, from: 5 },
    { day: 14, from: 5 },
    { day: 15, from: undefined },
  ])('on day $day after an extraction it is the part from day $from', ({ day, from }) => {
    const extraction = standardCards.find(({ code }) => code === 'extraction')!;
    expect(daysOf(extraction, day)?.from).toBe(from);
  });
});
