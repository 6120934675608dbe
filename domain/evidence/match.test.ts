import { describe, expect, it } from 'vitest';
import { gradeOfAnswer, strongest } from './grade.ts';
import { callAnsweredBy, fits, isLate, matchesOf } from './match.ts';
import type { LoggedCall, RecordedCall } from './match.ts';
import { standardEvidenceRules as rules } from './rules.ts';

const at = (time: string) => `2026-03-12T${time}.000Z`;
const call: RecordedCall = {
  ...{
    callId: 'c1',
    at: at('02:05:00'),
    happenedAt: null,
    staffId: 'li',
    channel: 'phone',
    result: 'reached',
    phones: ['h1', 'h2'],
  },
};
const log: LoggedCall = {
  ...{ id: 'l1', phone: 'h2', direction: 'out', staffId: null, startedAt: at('02:00:00'), seconds: 90 },
};

describe('a logged call', () => {
  it.each([
    { name: 'with the customer’s second number', call: {}, log: {}, is: true },
    { name: 'with another number', call: {}, log: { phone: 'h9' }, is: false },
    { name: 'from the person’s own telephone', call: {}, log: { staffId: 'li' }, is: true },
    { name: 'from somebody else’s', call: {}, log: { staffId: 'wu' }, is: false },
    { name: 'that came in, and was spoken', call: {}, log: { direction: 'in' }, is: true },
    {
      name: 'that came in, where nobody answered',
      call: { result: 'no_answer' },
      log: { direction: 'in', seconds: 0 },
      is: false,
    },
    { name: 'of a message', call: { channel: 'wechat' }, log: {}, is: false },
    { name: 'below the least of seconds', call: {}, log: { seconds: 9 }, is: false },
    { name: 'at the least of seconds', call: {}, log: { seconds: 10 }, is: true },
    { name: 'unanswered, as recorded', call: { result: 'no_answer' }, log: { seconds: 0 }, is: true },
    { name: 'spoken, recorded as unanswered', call: { result: 'no_answer' }, log: {}, is: false },
    { name: 'short, to a wrong number', call: { result: 'wrong_number' }, log: { seconds: 3 }, is: true },
    { name: 'recorded while it rang, within the skew', call: { at: at('01:58:00') }, log: {}, is: true },
    { name: 'recorded before it began', call: { at: at('01:57:59') }, log: {}, is: false },
    { name: 'recorded at the end of a day', call: { at: '2026-03-13T02:01:30.000Z' }, log: {}, is: true },
    {
      name: 'written on paper half an hour before it began, and recorded two days later',
      call: { at: '2026-03-14T02:00:00.000Z', happenedAt: at('01:30:00') },
      log: {},
      is: true,
    },
    { name: 'on paper before that', call: { happenedAt: at('01:29:59') }, log: {}, is: false },
    { name: 'on paper half an hour after its end', call: { happenedAt: at('02:31:30') }, log: {}, is: true },
    { name: 'on paper after that', call: { happenedAt: at('02:31:31') }, log: {}, is: false },
    { name: 'recorded after that', call: { at: '2026-03-13T02:01:31.000Z' }, log: {}, is: false },
  ] as { name: string; call: Partial<RecordedCall>; log: Partial<LoggedCall>; is: boolean }[])(
    '$name: $is',
    ({ call: recorded, log: logged, is }) => {
      expect(fits({ ...call, ...recorded }, { ...log, ...logged }, rules)).toBe(is);
    },
  );

  it.each([
    { name: 'at the limit', at: at('03:01:30'), late: false },
    { name: 'over it', at: at('03:01:31'), late: true },
  ])('recorded $name is late: $late', ({ at, late }) => {
    expect(isLate({ at }, log, rules)).toBe(late);
  });

  it('shows one recorded call, the nearest', () => {
    const twice = [call, { ...call, callId: 'c2', at: at('02:02:00') }];
    expect(matchesOf(twice, [log], rules)).toEqual([{ callId: 'c2', logId: 'l1', isLate: false }]);
    const again = { ...log, id: 'l2', startedAt: at('02:03:00') };
    expect(matchesOf(twice, [log, again], rules).map(({ callId, logId }) => [callId, logId])).toEqual([
      ['c1', 'l2'],
      ['c2', 'l1'],
    ]);
  });
});

describe('an answer of the customer', () => {
  it.each([
    { answer: { source: 'staff', score: 9 }, grade: null },
    { answer: { source: 'tablet', score: 9 }, grade: null },
    { answer: { source: 'link', score: null }, grade: 'E2' },
    { answer: { source: 'link', score: 0 }, grade: 'E3' },
  ] as const)('$answer shows $grade', ({ answer, grade }) => {
    expect(gradeOfAnswer(answer)).toBe(grade);
  });

  it.each([
    { days: 7, found: 'c1' },
    { days: 7.01, found: undefined },
    { days: -0.01, found: undefined },
  ])('$days days after the call speaks for $found', ({ days, found }) => {
    const answered = new Date(Date.parse(call.at) + days * 86_400_000).toISOString();
    expect(callAnsweredBy([call], answered, rules)?.callId).toBe(found);
  });

  it('speaks for the last call that reached the customer', () => {
    const later = { ...call, callId: 'c2', at: at('05:00:00') };
    const silent = { ...call, callId: 'c3', at: at('06:00:00'), result: 'no_answer' as const };
    expect(callAnsweredBy([call, later, silent], at('07:00:00'), rules)?.callId).toBe('c2');
  });
});

it('evidence is raised and never lowered', () => {
  expect([strongest('E1', 'E3'), strongest('E3', 'E1'), strongest('E0', 'E0')]).toEqual(['E3', 'E3', 'E0']);
});
