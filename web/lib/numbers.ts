import { useLanguage } from './words.ts';

/** 110,527: the same grouping in both languages, in figures of one width. */
export function useNumber(): (value: number) => string {
  const format = new Intl.NumberFormat(useLanguage());
  return (value) => format.format(value);
}
