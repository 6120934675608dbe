import { describe, expect, it } from 'vitest';
import { phoneColumns, readPhone } from './phone.ts';

describe('a phone as a person writes it', () => {
  it.each([
    '+86 131 2345 6789',
    '0086-131-2345-6789',
    '（131）2345 6789',
    '１３１２３４５６７８９',
    '8613123456789',
  ])('%s is the same mobile number', (text) => {
    expect(phoneColumns(text)).toEqual({ phone: '+8613123456789', phoneLast4: '6789' });
  });

  it.each([
    { text: '0571-88888888', phone: '+8657188888888' },
    { text: '400-812-3123', phone: '+864008123123' },
    { text: '+55 11 91234-5678', phone: '+5511912345678' },
  ])('$text is $phone', ({ text, phone }) => {
    expect(readPhone(text)).toBe(phone);
  });

  it.each([
    '11111111111',
    '12345',
    '110',
    '138****5678',
    '13800001111/13900002222',
    '13800001111 妈妈',
    '无',
  ])('%s is none', (text) => {
    expect(readPhone(text)).toBeNull();
    expect(() => phoneColumns(text)).toThrow('phone: not-a-phone');
  });

  it.each([null, '', '  '])('%j is nothing, and that is allowed', (text) => {
    expect(phoneColumns(text)).toEqual({ phone: null, phoneLast4: null });
  });
});
