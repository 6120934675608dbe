import { useLanguage } from './words.ts';

/** 110,527: the same grouping in both languages, in figures of one width. */
export function useNumber(): (value: number) => string {
  const format = new Intl.NumberFormat(useLanguage());
  return (value) => format.format(value);
}

/** A share of 0 to 1 as 95.0%; a dash where there is nothing to share. */
export function percentOf(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`;
}
