import type { Customer } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { customersWords } from './words.ts';

/** "女 34 岁", as far as it is known. */
export function useGenderAndAge() {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  return ({ gender, age }: Pick<Customer, 'gender' | 'age'>): string =>
    [
      gender === 'unknown' ? '' : sayClinic(`gender.${gender}`),
      age === null ? '' : say('age', { count: age }),
    ]
      .filter(Boolean)
      .join(' ');
}
