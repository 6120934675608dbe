import type { Cell, SheetLimits, SheetRow } from './sheet.ts';
import { SheetError } from './sheet-error.ts';

/** The header's cells as names to map by: trimmed, none empty, none twice. */
export function columnNames(header: Cell[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, position) => {
    const name = tidy(cell ?? '') || `(${columnLetters(position)})`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}

/** 0 → A, 25 → Z, 26 → AA: what a spreadsheet writes above the column. */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (position % 26));
}

export function isBlankRow(cells: Cell[]): boolean {
  return cells.every((cell) => cell === null || cell.trim() === '');
}

/** The row as wide as the header; what stands beyond it is kept, as long as it is something. */
export function fitRow(row: SheetRow, width: number, limits: SheetLimits): SheetRow {
  const { cells } = row;
  while (cells.length > width && !cells[cells.length - 1]) cells.pop();
  checkWidth(cells, row.line, limits);
  while (cells.length < width) cells.push(null);
  return row;
}

export function checkWidth(cells: Cell[], line: number, limits: SheetLimits): void {
  if (cells.length > limits.columns)
    throw new SheetError('too-many-columns', { limit: limits.columns, line });
}

// A byte-order mark or a zero-width space in a header is a copy-and-paste remnant nobody can see.
function tidy(name: string): string {
  return name
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
