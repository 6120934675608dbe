import { describe, expect, it } from 'vitest';
import { codeCount, codeOf, readCode, shownCode } from './code.ts';

const serials = [0, 1, 22, 23, 12_345_678, codeCount - 1];

describe('the code of a line on paper', () => {
  it.each(serials)('of serial %d is read again however it is typed', (serial) => {
    const code = codeOf(serial);
    expect(code).toMatch(/^[2-9ACEFHJKMNPRTWXY]{7}$/);
    const asFullWidth = [...code].map((char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)).join('');
    for (const typed of [code, shownCode(code), shownCode(code).toLowerCase(), ` ${code} `, asFullWidth])
      expect(readCode(typed)).toBe(code);
    const asMisread = code
      .replaceAll('8', 'B')
      .replaceAll('5', 'S')
      .replaceAll('2', 'z')
      .replaceAll('6', 'G');
    expect(readCode(asMisread)).toBe(code);
  });

  it.each(serials)(
    'of serial %d is refused with one character wrong, or two in each other’s place',
    (serial) => {
      const code = codeOf(serial);
      const wrong = [...code].flatMap((char, at) =>
        [...'23456789ACEFHJKMNPRTWXY']
          .filter((other) => other !== char)
          .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
      );
      const swapped = [...code.slice(1)]
        .map((char, at) => code.slice(0, at) + char + code[at]! + code.slice(at + 2))
        .filter((other) => other !== code);
      expect([...wrong, ...swapped].filter((typed) => readCode(typed) !== null)).toEqual([]);
    },
  );

  it.each(['', 'K7M', '0000000', 'K7M-3PX-T9', 'DROP TABLE', '愈线'])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('is another one for each serial', () => {
    const many = Array.from({ length: 2_000 }, (_, serial) => codeOf(serial * 37));
    expect(new Set(many).size).toBe(2_000);
  });
});
