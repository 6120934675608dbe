import { describe, expect, it } from 'vitest';
import { showDay, showInstant, spanOf } from './dates.ts';

describe('a moment on the screen', () => {
  it.each([
    { zone: 'Asia/Shanghai', language: 'zh-CN', text: '2016年6月9日 09:00' },
    { zone: 'America/Sao_Paulo', language: 'zh-CN', text: '2016年6月8日 22:00' },
    { zone: 'Asia/Shanghai', language: 'en', text: '9 Jun 2016, 09:00' },
  ] as const)('is shown in $zone in $language', ({ zone, language, text }) => {
    expect(showInstant('2016-06-09T01:00:00.000Z', 'dateTime', zone, language)).toBe(text);
  });

  it('shows midnight as 00:00', () => {
    expect(showInstant('2016-06-08T16:00:00.000Z', 'time', 'Asia/Shanghai', 'zh-CN')).toBe('00:00');
  });
});

it('a day is shown as it stands, wherever the browser is', () => {
  expect(showDay('1989-04-23', 'day', 'zh-CN')).toBe('1989年4月23日');
});

describe('a length of time', () => {
  const minute = 60_000;
  it.each([
    { minutes: 0.5, span: { unit: 'minutes', count: 0 } },
    { minutes: 119, span: { unit: 'minutes', count: 119 } },
    { minutes: 120, span: { unit: 'hours', count: 2 } },
    { minutes: 48 * 60 - 1, span: { unit: 'hours', count: 47 } },
    { minutes: 48 * 60, span: { unit: 'days', count: 2 } },
    { minutes: -49 * 60, span: { unit: 'days', count: 2 } },
  ])('of $minutes minutes is said as $span.count $span.unit', ({ minutes, span }) => {
    expect(spanOf(minutes * minute)).toEqual(span);
  });
});
