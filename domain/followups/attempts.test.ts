import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, hourAt, instantAt, instantOf, millisecondsOf, wallTimeAt } from '#domain/base/time.ts';
import { afterAttempt, byPhone, standardRetry } from './attempts.ts';
import type { Attempt } from './attempts.ts';
import type { RetryPolicy } from './retry-policy.ts';
import { attemptResults } from './contract.ts';
import { retryChannels } from './ways-to-try.ts';

const zone = 'Asia/Shanghai';
const reach = byPhone(zone);

function attempt(part: Omit<Partial<Attempt>, 'at'> & { at?: string }): Attempt {
  return {
    result: 'no_answer',
    triesBefore: 0,
    callBackAt: null,
    ...part,
    at: instantAt(part.at ?? '2016-06-09T10:00', zone),
  };
}

describe('after an attempt', () => {
  it('an answer ends it', () => {
    expect(afterAttempt(attempt({ result: 'reached' }), reach)).toEqual({ kind: 'done' });
  });

  it('a refusal ends it', () => {
    expect(afterAttempt(attempt({ result: 'refused' }), reach)).toEqual({ kind: 'refused' });
  });

  it('a wrong number goes to the supervisor at once', () => {
    expect(afterAttempt(attempt({ result: 'wrong_number' }), reach)).toEqual({
      kind: 'escalate',
      why: 'wrong_number',
    });
  });

  it('a customer who asked to be called at a time is called then, and it is no failed try', () => {
    const callBackAt = instantAt('2016-06-09T21:30', zone);
    expect(afterAttempt(attempt({ result: 'call_back', callBackAt, triesBefore: 2 }), reach)).toEqual({
      kind: 'retry',
      at: callBackAt,
      channel: 'phone',
      countsAsTry: false,
      message: false,
    });
  });

  it.each([
    { callBackAt: null },
    { callBackAt: '2016-06-09T01:59:59.999Z' },
    { callBackAt: '2016-06-09T02:00:00.000Z' },
  ])(
    'a call back at no time that is still to come ($callBackAt) is made two hours later',
    ({ callBackAt }) => {
      expect(afterAttempt(attempt({ result: 'call_back', callBackAt }), reach)).toEqual({
        kind: 'retry',
        at: instantAt('2016-06-09T12:00', zone),
        channel: 'phone',
        countsAsTry: false,
        message: false,
      });
    },
  );
});

describe('silence', () => {
  it.each([
    {
      name: 'the first brings it back two hours later',
      triesBefore: 0,
      at: '2016-06-09T10:00',
      next: '2016-06-09T12:00',
    },
    { name: 'the first keeps its minutes', triesBefore: 0, at: '2016-06-09T10:17', next: '2016-06-09T12:17' },
    {
      name: 'before seven in the morning it waits until nine',
      triesBefore: 0,
      at: '2016-06-09T06:30',
      next: '2016-06-09T09:00',
    },
    {
      name: 'just before six in the evening it still comes back today',
      triesBefore: 0,
      at: '2016-06-09T17:59',
      next: '2016-06-09T19:59',
    },
    {
      name: 'from six in the evening it comes back the next morning',
      triesBefore: 0,
      at: '2016-06-09T18:00',
      next: '2016-06-10T10:00',
    },
    {
      name: 'late at night it comes back the next morning',
      triesBefore: 0,
      at: '2016-06-09T23:30',
      next: '2016-06-10T10:00',
    },
    {
      name: 'the second, in the morning, comes back the next afternoon',
      triesBefore: 1,
      at: '2016-06-09T12:00',
      next: '2016-06-10T16:00',
    },
    {
      name: 'the second, at the last minute before two, comes back the next afternoon',
      triesBefore: 1,
      at: '2016-06-09T13:59',
      next: '2016-06-10T16:00',
    },
    {
      name: 'the second, from two o’clock, comes back the next morning',
      triesBefore: 1,
      at: '2016-06-09T14:00',
      next: '2016-06-10T10:00',
    },
    {
      name: 'the second runs over the end of a month',
      triesBefore: 1,
      at: '2016-02-29T15:00',
      next: '2016-03-01T10:00',
    },
  ])('$name', ({ triesBefore, at, next }) => {
    const step = afterAttempt(attempt({ triesBefore, at }), reach);
    expect(step.kind === 'retry' && { ...step, at: wallTimeAt(step.at, zone) }).toEqual({
      kind: 'retry',
      at: next,
      channel: 'phone',
      countsAsTry: true,
      message: triesBefore === 1,
    });
  });

  it.each([3, 4, 10])('after %i silences before it goes to the supervisor', (triesBefore) => {
    expect(afterAttempt(attempt({ triesBefore }), reach)).toEqual({ kind: 'escalate', why: 'unreachable' });
  });

  it('is tried at four different times of three days before the supervisor sees it', () => {
    const tried: string[] = [];
    let at = '2016-06-09T09:30';
    for (let triesBefore = 0; ; triesBefore++) {
      tried.push(at);
      const step = afterAttempt(attempt({ triesBefore, at }), reach);
      if (step.kind !== 'retry') break;
      at = wallTimeAt(step.at, zone);
    }
    expect(tried).toEqual(['2016-06-09T09:30', '2016-06-09T11:30', '2016-06-10T16:00', '2016-06-11T10:00']);
  });
});

describe('there is no dead end', () => {
  const zones = fc.constantFrom(zone, 'America/Sao_Paulo', 'Asia/Kathmandu', 'Europe/London');
  const moments = fc
    .integer({
      min: millisecondsOf('2000-01-01T00:00:00.000Z'),
      max: millisecondsOf('2060-01-01T00:00:00.000Z'),
    })
    .map(instantOf);
  const policies: fc.Arbitrary<RetryPolicy> = fc
    .record({
      rungs: fc.array(
        fc.record({
          wait: fc.constantFrom('hours' as const, 'days' as const),
          count: fc.integer({ min: 1, max: 30 }),
          message: fc.boolean(),
          channel: fc.constantFrom(...retryChannels),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      // From four o'clock: what summer time skips lies before it.
      fromHour: fc.integer({ min: 4, max: 22 }),
      toHour: fc.integer({ min: 5, max: 23 }),
    })
    .filter((policy) => policy.fromHour < policy.toHour);
  const attempts = fc.record({
    result: fc.constantFrom(...attemptResults),
    at: moments,
    triesBefore: fc.nat({ max: 20 }),
    callBackAt: fc.option(moments),
  });

  it('every result of every try is done, refused, tried again later, or before the supervisor', () => {
    fc.assert(
      fc.property(attempts, zones, policies, (attempt, zone, policy) => {
        const step = afterAttempt(attempt, byPhone(zone), policy);
        expect(['done', 'refused', 'retry', 'escalate']).toContain(step.kind);
        if (step.kind === 'retry') expect(step.at > attempt.at).toBe(true);
        expect(step.kind === 'done').toBe(attempt.result === 'reached');
        expect(step.kind === 'refused').toBe(attempt.result === 'refused');
      }),
    );
  });

  it('nobody is tried again outside the calling hours, whatever they are', () => {
    fc.assert(
      fc.property(attempts, zones, policies, (attempt, zone, policy) => {
        const step = afterAttempt({ ...attempt, result: 'no_answer' }, byPhone(zone), policy);
        if (step.kind !== 'retry') return;
        expect(hourAt(step.at, zone)).toBeGreaterThanOrEqual(policy.fromHour);
        expect(hourAt(step.at, zone)).toBeLessThan(policy.toHour);
      }),
    );
  });

  it('silence alone reaches the supervisor after exactly the tries of the policy', () => {
    fc.assert(
      fc.property(moments, zones, policies, (first, zone, policy) => {
        let at = first;
        let tries = 0;
        for (;;) {
          const step = afterAttempt(
            { result: 'no_answer', at, triesBefore: tries, callBackAt: null },
            byPhone(zone),
            policy,
          );
          tries++;
          if (step.kind !== 'retry') {
            expect(step).toEqual({ kind: 'escalate', why: 'unreachable' });
            break;
          }
          at = step.at;
        }
        expect(tries).toBe(policy.rungs.length + 1);
      }),
    );
  });

  it('with the figures that ship, three silences in working hours take no longer than two days', () => {
    fc.assert(
      fc.property(fc.integer({ min: standardRetry.fromHour, max: 17 }), (hour) => {
        const first = attempt({ at: `2016-06-09T${String(hour).padStart(2, '0')}:00` });
        const second = afterAttempt(first, reach);
        const third =
          second.kind === 'retry' && afterAttempt({ ...first, at: second.at, triesBefore: 1 }, reach);
        expect(third && third.kind === 'retry' && dayAt(third.at, zone)).toBe('2016-06-10');
      }),
    );
  });
});
