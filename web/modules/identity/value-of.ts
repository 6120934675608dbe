import type { MergeField, Party } from '#domain/identity/contract.ts';
import { isCalendarDate } from '#domain/base/time.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { identityWords } from './words.ts';

/** What one record says in a field, as a person reads it; null where it says nothing. */
export function useValueOf() {
  const say = useWords(identityWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  return ({ values }: Party, field: MergeField): string | null => {
    const value = values[field];
    if (value === undefined || (field === 'gender' && value === 'unknown')) return null;
    if (field === 'gender') return sayClinic(`gender.${value as 'female' | 'male'}`);
    if (field === 'birthday') return isCalendarDate(value) ? dates.day(value) : say('year', { year: value });
    return value;
  };
}

/** "就诊 3 次、联系 5 次", or nothing. */
export function useCountsOf() {
  const say = useWords(identityWords);
  return ({ counts }: Party): string[] =>
    (['visits', 'appointments', 'calls', 'followups', 'ledgerEntries'] as const)
      .filter((what) => counts[what] > 0)
      .map((what) => say(`count.${what}`, { count: counts[what] }));
}
