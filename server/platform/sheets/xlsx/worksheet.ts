import { isBlankRow } from '../columns.ts';
import type { Cell, SheetLimits, SheetRow } from '../sheet.ts';
import { SheetError } from '../sheet-error.ts';
import { cellText, type RawCell } from './cell-value.ts';
import type { Workbook } from './workbook.ts';
import { attributeOf, XmlReader, type XmlHandler } from './xml-reader.ts';

// Excel's own last row; a file of more row elements was not made by a person.
const lastRow = 1_048_576;
// Its longest cell has 32,767 characters.
const longestCell = 1024 * 1024;

/** The rows of a worksheet that hold something, as their XML arrives. */
export async function* readWorksheet(
  chunks: AsyncIterable<Buffer>,
  workbook: Workbook,
  limits: SheetLimits,
): AsyncGenerator<SheetRow[]> {
  const handler = new WorksheetHandler(workbook, limits);
  const reader = new XmlReader(handler);
  for await (const chunk of chunks) {
    reader.push(chunk);
    const rows = handler.takeRows();
    if (rows.length > 0) yield rows;
  }
  reader.end();
}

class WorksheetHandler implements XmlHandler {
  readonly #workbook: Workbook;
  readonly #limits: SheetLimits;
  #rows: SheetRow[] = [];
  #rowCount = 0;
  #line = 0;
  #cells: Cell[] = [];
  #column = -1;
  #cell: RawCell | null = null;
  #takesText = false;
  #inPhonetic = false;

  constructor(workbook: Workbook, limits: SheetLimits) {
    this.#workbook = workbook;
    this.#limits = limits;
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') {
      this.#column = columnOf(attributeOf(attributes, 'r')) ?? this.#column + 1;
      this.#cell = {
        type: attributeOf(attributes, 't') ?? 'n',
        style: Number(attributeOf(attributes, 's') ?? 0),
        value: '',
      };
    } else if (name === 'row') {
      const line = Number(attributeOf(attributes, 'r') ?? this.#line + 1);
      this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
      this.#cells = [];
      this.#column = -1;
      if (++this.#rowCount > lastRow) throw new SheetError('too-many-rows', { limit: this.#limits.rows });
    } else if (name === 'rPh') {
      this.#inPhonetic = true;
    }
    this.#takesText = this.#cell !== null && (name === 'v' || (name === 't' && !this.#inPhonetic));
  }

  text(text: string): void {
    if (!this.#takesText || !this.#cell) return;
    this.#cell.value += text;
    if (this.#cell.value.length > longestCell)
      throw new SheetError('broken-file', { reason: 'text too long' });
  }

  close(name: string): void {
    this.#takesText = false;
    if (name === 'c' && this.#cell) {
      this.#keep(cellText(this.#cell, this.#workbook));
      this.#cell = null;
    } else if (name === 'rPh') {
      this.#inPhonetic = false;
    } else if (name === 'row' && !isBlankRow(this.#cells)) {
      this.#rows.push({ line: this.#line, cells: this.#cells });
    }
  }

  #keep(cell: Cell): void {
    if (cell === null) return;
    if (this.#column >= this.#limits.columns) {
      throw new SheetError('too-many-columns', { limit: this.#limits.columns, line: this.#line });
    }
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }
}

/** "AB12" → 27. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column > 0 ? column - 1 : undefined;
}
