import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { Invalid } from '#server/platform/errors.ts';

export interface PhoneColumns {
  phone: string | null;
  phoneLast4: string | null;
}

/** A phone as a person writes it, in its one form (+8613123456789); without a country it is Chinese. Null when it is none. */
export function readPhone(text: string): string | null {
  const found = parsePhoneNumberFromString(text.normalize('NFKC').trim(), {
    defaultCountry: 'CN',
    extract: false,
  });
  return found?.isValid() ? found.number : null;
}

/** Throws Invalid `not-a-phone`. */
export function phoneColumns(text: string | null): PhoneColumns {
  if (text === null || text.trim() === '') return { phone: null, phoneLast4: null };
  const phone = readPhone(text);
  if (phone === null) throw new Invalid({ path: 'phone', code: 'not-a-phone' });
  return { phone, phoneLast4: phone.slice(-4) };
}
