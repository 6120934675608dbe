import { foldWidth } from './cell.ts';

const highestFen = 100_000_000_000;

/** Money as a sheet shows it: 1234, 1,234.5, ¥1，234.50, 1234元; in whole fen, or null where it is none. */
export function readFen(text: string): number | null {
  const plain = foldWidth(text)
    .replace(/[￥¥$\s]|元$|人民币|RMB|CNY/gi, '')
    .replaceAll('，', ',')
    .replaceAll('．', '.');
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole = '', part = ''] = match;
  const fen = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  if (fen > highestFen) return null;
  return sign === '-' ? 0 - fen : fen;
}
