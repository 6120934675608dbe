import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy, confusionMatrix, kappa, meetsAccuracyBar, shareClassified } from './class-accuracy.ts';
import type { ClassedContact } from './class-accuracy.ts';

let count = 0;
function contacts(
  times: number,
  preclass: string | null,
  confirmed: string | null,
  staffId = 'li',
): ClassedContact[] {
  return Array.from({ length: times }, () => ({ contactId: `k${++count}`, staffId, preclass, confirmed }));
}

describe('the share with a class', () => {
  it('counts those without against it', () => {
    const all = [...contacts(3, 'M-A', null), ...contacts(1, null, null)];
    expect(shareClassified(all)).toEqual({ count: 3, of: 4, share: 0.75 });
    expect(shareClassified([])).toEqual({ count: 0, of: 0, share: null });
  });
});

describe('the accuracy', () => {
  it.each([
    { right: 94, meets: false },
    { right: 95, meets: true },
    { right: 96, meets: true },
  ])('with $right of 100 right meets the bar: $meets', ({ right, meets }) => {
    const judged = [...contacts(right, 'M-A', 'M-A'), ...contacts(100 - right, 'M-A', 'M-B')];
    expect(accuracy(judged)).toEqual({ count: right, of: 100, share: right / 100 });
    expect(meetsAccuracyBar(accuracy(judged))).toBe(meets);
  });

  it('is of confirmed classes only', () => {
    const some = [...contacts(1, 'M-A', 'M-A'), ...contacts(9, 'M-A', null), ...contacts(9, null, 'M-A')];
    expect(accuracy(some)).toEqual({ count: 1, of: 1, share: 1 });
    expect(meetsAccuracyBar(accuracy([]))).toBe(false);
  });
});

describe('kappa', () => {
  it.each([
    { name: 'the textbook: 20, 5, 10 and 15', cells: [20, 5, 10, 15], value: 0.4 },
    { name: 'full agreement', cells: [25, 0, 0, 25], value: 1 },
    { name: 'dice', cells: [25, 25, 25, 25], value: 0 },
    { name: 'everything the wrong way round', cells: [0, 25, 25, 0], value: -1 },
  ])('$name: $value', ({ cells: [yesYes, yesNo, noYes, noNo], value }) => {
    const judged = [
      ...contacts(yesYes!, 'M-A', 'M-A'),
      ...contacts(yesNo!, 'M-A', 'M-B'),
      ...contacts(noYes!, 'M-B', 'M-A'),
      ...contacts(noNo!, 'M-B', 'M-B'),
    ];
    expect(kappa(judged)).toBeCloseTo(value, 10);
  });

  it('says nothing of nothing, or of one class only', () => {
    expect(kappa([])).toBeNull();
    expect(kappa(contacts(9, 'M-A', 'M-A'))).toBeNull();
  });
});

describe('what each person took for what', () => {
  it('stands with the contacts behind it', () => {
    const right = contacts(2, 'M-A', 'M-A', 'li');
    const wrong = contacts(1, 'M-A', 'M-B', 'li');
    const open = contacts(1, null, null, 'wu');
    expect(confusionMatrix([...open, ...right, ...wrong])).toMatchObject([
      {
        staffId: 'li',
        classified: { count: 3, of: 3 },
        accuracy: { count: 2, of: 3 },
        meetsBar: false,
        cells: [
          { preclass: 'M-A', confirmed: 'M-A', contactIds: right.map(({ contactId }) => contactId) },
          { preclass: 'M-A', confirmed: 'M-B', contactIds: wrong.map(({ contactId }) => contactId) },
        ],
      },
      {
        staffId: 'wu',
        classified: { count: 0, of: 1 },
        accuracy: { of: 0, share: null },
        kappa: null,
        cells: [],
      },
    ]);
  });

  it('has every judged contact once', () => {
    const code = fc.constantFrom(null, 'M-A', 'M-B', 'C-A');
    const contact = fc.record({ staffId: fc.constantFrom('li', 'wu'), preclass: code, confirmed: code });
    fc.assert(
      fc.property(fc.array(contact), (list) => {
        const all = list.map((each, place) => ({ ...each, contactId: `k${place}` }));
        const inCells = confusionMatrix(all).flatMap(({ cells }) =>
          cells.flatMap(({ contactIds }) => contactIds),
        );
        expect(inCells.length).toBe(accuracy(all).of);
        expect(new Set(inCells).size).toBe(inCells.length);
        const value = kappa(all);
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
