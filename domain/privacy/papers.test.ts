import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCardNumber, isIdNumber, withoutPapers } from './papers.ts';

describe('what somebody wrote', () => {
  it.each([
    {
      name: 'an identity number',
      text: '身份证11010519491231002X，谢谢',
      kept: '身份证**************002X，谢谢',
    },
    { name: 'one in small letters and groups', text: '110105 19491231 002x', kept: '**************002X' },
    { name: 'one in full width', text: '１１０１０５１９４９１２３１００２Ｘ', kept: '**************002X' },
    { name: 'a bank card in groups', text: '卡号6222 0212 3456 7894 吧', kept: '卡号************7894 吧' },
    { name: 'a number whose check digit is wrong', text: '110105194912310021', kept: '110105194912310021' },
    { name: 'a telephone and an hour', text: '13800001234，下午3点', kept: '13800001234，下午3点' },
    {
      name: 'an order with more digits than a card',
      text: '62220212345678940000',
      kept: '62220212345678940000',
    },
    { name: 'nothing', text: '', kept: '' },
  ])('keeps no papers: $name', ({ text, kept }) => {
    expect(withoutPapers(text)).toBe(kept);
  });

  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const words = fc.stringMatching(/^[一-龥，。]{0,9}$/);
  const ids = fc
    .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.integer({ min: 1900, max: 2025 }), digits(3))
    .map(([place, year, order]) => `${place}${year}0307${order}`)
    .map((begun) => begun + [...'0123456789X'].find((last) => isIdNumber(begun + last))!);
  const cards = fc
    .tuple(fc.constantFrom('62', '40', '51'), fc.integer({ min: 13, max: 16 }))
    .chain(([begin, more]) => digits(more).map((rest) => begin + rest))
    .map((begun) => begun + [...'0123456789'].find((last) => isCardNumber(begun + last))!);

  it('whatever papers and cards stand in whatever words', () => {
    fc.assert(
      fc.property(words, fc.oneof(ids, cards), words, (before, number, after) => {
        const kept = withoutPapers(before + number + after);
        expect(kept).toBe(before + '*'.repeat(number.length - 4) + number.slice(-4) + after);
        expect(withoutPapers(kept)).toBe(kept);
      }),
    );
  });
});
