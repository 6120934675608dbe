import { describe, expect, it } from 'vitest';
import { isNews, readAddressCode } from './address-code.ts';

describe('a code sent as a message', () => {
  it.each([
    { text: '48312907', code: '48312907' },
    { text: ' 4831 2907 ', code: '48312907' },
    { text: '4831-2907', code: '48312907' },
    { text: '４８３１２９０７', code: '48312907' },
    { text: '绑定 48312907', code: '48312907' },
    { text: '绑定：48312907', code: '48312907' },
    { text: 'Bind 48312907', code: '48312907' },
    { text: '4831290', code: null },
    { text: '483129071', code: null },
    { text: '13800001234', code: null },
    { text: '我的号码是48312907', code: null },
    { text: '绑定', code: null },
    { text: '', code: null },
  ])('“$text” is $code', ({ text, code }) => {
    expect(readAddressCode(text)).toBe(code);
  });
});

describe('what a provider tells', () => {
  it.each([
    { toldAt: null, isNew: true },
    { toldAt: '2026-03-12T00:59:59.000Z', isNew: true },
    { toldAt: '2026-03-12T01:00:00.000Z', isNew: false },
    { toldAt: '2026-03-12T01:00:01.000Z', isNew: false },
  ])('after a word of $toldAt is news: $isNew', ({ toldAt, isNew }) => {
    expect(isNews(toldAt, '2026-03-12T01:00:00.000Z')).toBe(isNew);
  });
});
