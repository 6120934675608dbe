import type { TimelineEntry } from '#domain/customers/contract.ts';
import { useLanguage, useListed, useWording } from '#web/lib/words.ts';

/** Reads the facts of an entry by name; what is missing or of another kind reads as nothing. */
export function factsOf({ facts }: TimelineEntry) {
  return {
    text: (name: string): string | null => {
      const value = facts[name];
      return typeof value === 'string' && value !== '' ? value : null;
    },
    number: (name: string): number | null => {
      const value = facts[name];
      return typeof value === 'number' ? value : null;
    },
    list: (name: string): string[] => {
      const value = facts[name];
      return Array.isArray(value) ? value : [];
    },
    isSo: (name: string): boolean => facts[name] === true,
  };
}

/** What an entry names one by one in both languages: `signsZh` and `signsEn`. */
export function useFactList() {
  const listed = useListed();
  const isEnglish = useLanguage() === 'en';
  return (entry: TimelineEntry, name: 'signs'): string =>
    listed(factsOf(entry).list(isEnglish ? `${name}En` : `${name}Zh`));
}

/** Words that an entry holds in both languages: `stepZh` and `stepEn`. */
export function useFactWording() {
  const wording = useWording();
  return (entry: TimelineEntry, name: 'step' | 'protocol'): string => {
    const { text } = factsOf(entry);
    return wording({ zh: text(`${name}Zh`) ?? '', en: text(`${name}En`) ?? '' });
  };
}
