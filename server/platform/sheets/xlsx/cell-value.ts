import type { Cell } from '../sheet.ts';
import { isoOfSerial, type DateKind } from './excel-date.ts';

/** A cell as it stands in the XML: its type, its style number, its value or text. */
export interface RawCell {
  type: string;
  style: number;
  value: string;
}

/** What a cell's type and style number refer to. */
export interface CellContext {
  sharedTexts: string[];
  /** By a cell's style number: whether its number is a day or a time. */
  dateKinds: DateKind[];
  usesEpoch1904: boolean;
}

/** What a person would type to get this cell; null where there is nothing. */
export function cellText(cell: RawCell, context: CellContext): Cell {
  const { value } = cell;
  switch (cell.type) {
    case 's':
      return context.sharedTexts[Number(value)] || null;
    case 'str':
    case 'inlineStr':
      return decodeEscapes(value) || null;
    case 'b':
      if (value === '') return null;
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(\.0+)?Z?$/, '') || null;
    case 'e':
      return value || null;
    default:
      return numberText(cell, context);
  }
}

function numberText(cell: RawCell, context: CellContext): Cell {
  if (cell.value.trim() === '') return null;
  const number = Number(cell.value);
  if (!Number.isFinite(number)) return cell.value;
  const kind = context.dateKinds[cell.style] ?? null;
  return (kind && isoOfSerial(number, kind, context.usesEpoch1904)) ?? plainDecimal(number);
}

/** The shortest decimal that means this number, never 1.38E+10: a phone kept as a number is one. */
export function plainDecimal(number: number): string {
  const text = String(number);
  const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!scientific) return text;
  const [, sign = '', first = '', fraction = '', exponent = ''] = scientific;
  const digits = first + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

/** Excel writes a control character as _x000D_. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
