import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { screenLines } from './waiting-screen.ts';
import type { ScreenVisitor } from './waiting-screen.ts';

const called = '2026-03-12T01:00:00.000Z';
const at = (minutes: number) => addMinutes(called, minutes);

function visitor(facts: Partial<ScreenVisitor> = {}): ScreenVisitor {
  return {
    ...{ number: 3, name: '王小敏', gender: 'female', stage: 'in-treatment', inTreatmentAt: called },
    ...{ doctorName: '李医生', roomName: '2号诊室' },
    ...facts,
  };
}

describe('a screen in the waiting room', () => {
  it.each([
    { name: '王小敏', gender: 'female', shows: 'surnames', salutation: '王女士' },
    { name: '欧阳锋', gender: 'male', shows: 'surnames', salutation: '欧阳先生' },
    { name: '张三', gender: 'unknown', shows: 'surnames', salutation: '张女士/先生' },
    // Neither a surname of its own that could be told nor the whole name.
    { name: '阿卜杜·热合曼', gender: 'male', shows: 'surnames', salutation: null },
    { name: 'Ann Lee', gender: 'female', shows: 'surnames', salutation: null },
    { name: '王小敏', gender: 'female', shows: 'numbers', salutation: null },
  ] as const)('that shows $shows calls $name $salutation', ({ name, gender, shows, salutation }) => {
    expect(screenLines([visitor({ name, gender })], shows, called)).toEqual({
      called: [{ number: 3, salutation, doctorName: '李医生', roomName: '2号诊室', isNew: true }],
      waiting: [],
    });
  });

  it.each([
    { minutes: 0, isNew: [true] },
    { minutes: 0.9, isNew: [true] },
    { minutes: 1, isNew: [false] },
    { minutes: 9.9, isNew: [false] },
    { minutes: 10, isNew: [] },
  ])('of who was called $minutes minutes ago: new is $isNew', ({ minutes, isNew }) => {
    const lines = screenLines([visitor()], 'numbers', at(minutes)).called;
    expect(lines.map((line) => line.isNew)).toEqual(isNew);
  });

  it('has the latest call first, and who waits by number; who is at the checkout or gone is on it no more', () => {
    const visitors = [
      visitor({ number: 1 }),
      visitor({ number: 2, inTreatmentAt: at(2) }),
      visitor({ number: 3, stage: 'checkout' }),
      visitor({ number: 4, stage: 'gone' }),
      visitor({ number: 6, stage: 'waiting', inTreatmentAt: null }),
      visitor({ number: 5, stage: 'arrived', inTreatmentAt: null }),
    ];
    const { called, waiting } = screenLines(visitors, 'numbers', at(3));
    expect(called.map(({ number }) => number)).toEqual([2, 1]);
    expect(waiting.map(({ number }) => number)).toEqual([5, 6]);
  });

  it('has no more than can be read from across the room', () => {
    const many = Array.from({ length: 40 }, (_, index) => visitor({ number: index + 1 }));
    const waiting = many.map((each) => ({ ...each, stage: 'waiting' as const }));
    expect(screenLines(many, 'numbers', called).called).toHaveLength(6);
    expect(screenLines(waiting, 'numbers', called).waiting).toHaveLength(24);
  });
});
