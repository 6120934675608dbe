import { columnNames, fitRow } from '../columns.ts';
import { rowsPerBatch, type Sheet, type SheetLimits, type SheetRow } from '../sheet.ts';
import { SheetError } from '../sheet-error.ts';
import { openArchive } from './archive.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';

export async function openXlsx(path: string, limits: SheetLimits, sheetName?: string): Promise<Sheet> {
  const archive = await openArchive(path, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const part = partOf(workbook, sheetName);
    const header = await firstRow(readWorksheet(archive.read(part), workbook, limits));
    const columns = columnNames(header.cells);
    return {
      kind: 'xlsx',
      sheetNames: workbook.sheets.map((sheet) => sheet.name),
      columns,
      rows: () => batchedRows(path, part, workbook, limits, header.line, columns.length),
    };
  } finally {
    archive.close();
  }
}

function partOf(workbook: Workbook, name: string | undefined): string {
  const { sheets } = workbook;
  const sheet =
    name === undefined
      ? (sheets.find((each) => !each.isHidden) ?? sheets[0])
      : sheets.find((each) => each.name.trim() === name.trim());
  if (sheet) return sheet.part;
  const names = sheets.map((each) => each.name);
  throw new SheetError('no-such-sheet', { sheet: name ?? '', sheets: names.join(', ') });
}

async function firstRow(batches: AsyncIterable<SheetRow[]>): Promise<SheetRow> {
  for await (const [row] of batches) {
    if (row) return row;
  }
  throw new SheetError('empty-file');
}

async function* batchedRows(
  path: string,
  part: string,
  workbook: Workbook,
  limits: SheetLimits,
  headerLine: number,
  width: number,
): AsyncGenerator<SheetRow[]> {
  const archive = await openArchive(path, limits);
  try {
    let batch: SheetRow[] = [];
    let count = 0;
    for await (const rows of readWorksheet(archive.read(part), workbook, limits)) {
      for (const row of rows) {
        if (row.line <= headerLine) continue;
        if (++count > limits.rows) throw new SheetError('too-many-rows', { limit: limits.rows });
        batch.push(fitRow(row, width, limits));
        if (batch.length === rowsPerBatch) {
          yield batch;
          batch = [];
        }
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    archive.close();
  }
}
