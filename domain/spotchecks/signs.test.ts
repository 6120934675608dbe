import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { riskOf, signsOf, standardSigns } from './signs.ts';
import type { RecordedCall, Sign } from './signs.ts';

const nine = '2026-03-12T01:00:00.000Z';
let last = 0;
function call(facts: Partial<RecordedCall> = {}): RecordedCall {
  last += 1;
  return {
    callId: `call ${last}`,
    staffId: 'chen',
    at: addMinutes(nine, (last * 7) % 600),
    happenedAt: null,
    zone: 'Asia/Shanghai',
    result: 'reached',
    durationSeconds: 95,
    scores: [9],
    notes: `客户说第${last}件事情：${'甲乙丙丁戊己庚辛'.slice(last % 8)}`,
    ...facts,
  };
}

const signsFor = (calls: RecordedCall[]): Sign[][] => [...signsOf(calls).values()];

describe('a record', () => {
  it.each<[string, Partial<RecordedCall>, Sign[]]>([
    ['like any other', {}, []],
    ['of 20 seconds', { durationSeconds: 20 }, []],
    ['of 19 seconds', { durationSeconds: 19 }, ['too-short']],
    ['whose length nobody knows', { durationSeconds: null }, []],
    ['of 8:00 in the morning', { at: '2026-03-12T00:00:00.000Z' }, []],
    ['of 7:59 in the morning', { at: '2026-03-11T23:59:00.000Z' }, ['out-of-hours']],
    ['of 20:59 in the evening', { at: '2026-03-12T12:59:00.000Z' }, []],
    ['of 21:00 in the evening', { at: '2026-03-12T13:00:00.000Z' }, ['out-of-hours']],
    [
      'written down at night, made in the evening',
      { at: '2026-03-12T15:00:00.000Z', happenedAt: '2026-03-12T12:59:00.000Z' },
      [],
    ],
    ['written down by day, made at night', { happenedAt: '2026-03-11T15:00:00.000Z' }, ['out-of-hours']],
    ['without a word or a score', { notes: ' ', scores: [] }, ['no-words']],
    ['without a word, but with a score', { notes: '', scores: [8] }, []],
  ])('%s', (_, facts, signs) => {
    expect(signsFor([call(facts)])).toEqual([signs]);
  });

  it('of a day of tens is doubted from the eighth score on', () => {
    const tens = (count: number) => Array.from({ length: count }, () => call({ scores: [10] }));
    expect(signsFor(tens(7)).flat()).toEqual([]);
    expect(signsFor(tens(8))).toEqual(Array.from({ length: 8 }, () => ['all-tens']));
    expect(signsFor([...tens(8), call({ scores: [9] })]).flat()).toEqual([]);
  });

  it('is one of a burst when five were written within five minutes, by one person', () => {
    const at = (minutes: number, staffId = 'chen') => call({ at: addMinutes(nine, minutes), staffId });
    const bursts = (calls: RecordedCall[]) =>
      signsFor(calls).filter((signs) => signs.includes('burst')).length;
    expect(bursts([0, 1, 2, 3].map((minute) => at(minute)))).toBe(0);
    expect(bursts([0, 1, 2, 3, 5].map((minute) => at(minute)))).toBe(5);
    expect(bursts([0, 1, 2, 3, 5.1].map((minute) => at(minute)))).toBe(0);
    expect(bursts([0, 1, 2, 3].map((minute) => at(minute)).concat(at(4, 'li')))).toBe(0);
    expect(bursts([0, 1, 2, 3, 5, 60].map((minute) => at(minute)))).toBe(5);

    const typedIn = (minutes: number) => ({ ...at(minutes), happenedAt: addMinutes(nine, minutes - 600) });
    expect(bursts([0, 1, 2, 3, 4, 5].map(typedIn))).toBe(0);
    expect(bursts([...[0, 1, 2, 3].map((minute) => at(minute)), typedIn(4)])).toBe(0);
    expect(bursts([...[0, 1, 2, 3, 4].map((minute) => at(minute)), typedIn(4)])).toBe(5);
  });

  it('repeats another of the day, whatever stands between the letters', () => {
    const same = [
      call({ notes: '客户恢复良好，无不适，很满意。' }),
      call({ notes: '客户恢复良好 无不适 很满意' }),
    ];
    expect(signsFor(same)).toEqual([['same-words'], ['same-words']]);
    expect(signsFor([call({ notes: '挺好的' }), call({ notes: '挺好的' })]).flat()).toEqual([]);
    expect(
      signsFor([call({ notes: '右下后牙咬硬物时酸痛，两天' }), call({ notes: '拆线后没有不舒服' })]).flat(),
    ).toEqual([]);
  });

  it('of somebody not reached is not doubted', () => {
    expect(signsFor([call({ result: 'no_answer', notes: '', scores: [], durationSeconds: 3 })])).toEqual([]);
  });
});

it('more signs never mean less risk, and the order of the records means nothing', () => {
  const some = fc.record({
    minute: fc.integer({ min: 0, max: 900 }),
    durationSeconds: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
    notes: fc.constantFrom('', '恢复得不错，没有不舒服', '恢复得不错，没有不舒服的', '有点肿，想问医生'),
    scores: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 20 }), (drawn) => {
      const calls = drawn.map(({ minute, ...facts }) => call({ ...facts, at: addMinutes(nine, minute) }));
      const forward = signsOf(calls);
      const backward = signsOf([...calls].reverse());
      for (const { callId } of calls) {
        const found = forward.get(callId)!;
        expect(backward.get(callId)).toEqual(found);
        expect(riskOf(found) > 0).toBe(found.length > 0);
        expect(riskOf(found.slice(1))).toBeLessThanOrEqual(riskOf(found));
      }
    }),
    { numRuns: 60 },
  );
  expect(standardSigns.burstCalls).toBeGreaterThan(1);
});
