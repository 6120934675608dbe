import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone } from './masking.ts';

describe('a phone number, masked', () => {
  it.each([
    { name: 'a mobile', phone: '+8613812345678', shown: '138****5678' },
    { name: 'a mobile without its country', phone: '13812345678', shown: '138****5678' },
    { name: 'a landline of Beijing', phone: '+861088886666', shown: '10****6666' },
    { name: 'a landline with its zero', phone: '02188886666', shown: '021****6666' },
    { name: 'a landline of eight digits', phone: '88886666', shown: '****6666' },
    { name: 'a landline of seven digits', phone: '8886666', shown: '****666' },
    { name: 'a mobile of Brazil', phone: '+5511987654321', shown: '+55****4321' },
    { name: 'a number of Hong Kong', phone: '+85291234567', shown: '+85****4567' },
    { name: 'a short number', phone: '12345', shown: '****' },
    { name: 'an empty one', phone: '', shown: '****' },
  ])('$name', ({ phone, shown }) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it('is nothing where there is none', () => {
    expect(maskPhone(null)).toBeNull();
  });

  const digits = (min: number, max: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(''));

  it('shows three and four digits of a mobile, and never more', () => {
    fc.assert(
      fc.property(digits(10, 10), fc.constantFrom('', '+86'), (rest, country) => {
        const mobile = `1${rest}`;
        expect(maskPhone(country + mobile)).toBe(`${mobile.slice(0, 3)}****${mobile.slice(-4)}`);
      }),
    );
  });

  it('hides at least four characters of any number, and shows at most seven', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          digits(4, 20),
          digits(4, 15).map((all) => `+${all}`),
        ),
        (phone) => {
          const seen = maskPhone(phone)!.replaceAll('*', '').length;
          expect(seen).toBeLessThanOrEqual(Math.min(7, phone.length - 4));
        },
      ),
    );
  });
});
