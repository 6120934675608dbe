import { useLanguage } from './words.ts';

/** ¥1,234.50 from whole fen: the same form in both languages. */
export function useMoney(): (fen: number) => string {
  const format = new Intl.NumberFormat(useLanguage(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (fen) => `${fen < 0 ? '−' : ''}¥${format.format(Math.abs(fen) / 100)}`;
}
