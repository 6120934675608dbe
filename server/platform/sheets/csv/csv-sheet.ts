import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { checkWidth, columnNames, fitRow, isBlankRow } from '../columns.ts';
import {
  rowsPerBatch,
  type Delimiter,
  type Encoding,
  type Sheet,
  type SheetLimits,
  type SheetRow,
} from '../sheet.ts';
import { SheetError } from '../sheet-error.ts';
import { detectDelimiter, statedDelimiter } from './delimiter.ts';
import { decodeFile, detectEncoding } from './encoding.ts';

interface CsvShape {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Characters before the table, and the line it starts on. */
  skip: number;
  firstLine: number;
}

export async function openCsv(path: string, limits: SheetLimits): Promise<Sheet> {
  const encoding = await detectEncoding(path);
  const head = await firstText(path, encoding);
  if (head.trim() === '') throw new SheetError('empty-file');

  const stated = statedDelimiter(head);
  const shape: CsvShape = {
    encoding,
    delimiter: stated?.delimiter ?? detectDelimiter(head),
    skip: stated?.length ?? 0,
    firstLine: stated ? 2 : 1,
  };
  const header = await firstRow(path, shape, limits);
  checkWidth(header.cells, header.line, limits);
  const columns = columnNames(header.cells);

  return {
    kind: 'csv',
    encoding,
    delimiter: shape.delimiter,
    columns,
    rows: () => batchedRows(path, shape, limits, header.line, columns.length),
  };
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of decodeFile(path, encoding)) {
    head += text;
    if (head.length >= 64 * 1024 && head.trim() !== '') break;
  }
  return head;
}

async function firstRow(path: string, shape: CsvShape, limits: SheetLimits): Promise<SheetRow> {
  for await (const row of records(path, shape, limits)) {
    if (!isBlankRow(row.cells)) return row;
  }
  throw new SheetError('no-header');
}

async function* batchedRows(
  path: string,
  shape: CsvShape,
  limits: SheetLimits,
  headerLine: number,
  width: number,
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  let count = 0;
  for await (const row of records(path, shape, limits)) {
    if (row.line <= headerLine || isBlankRow(row.cells)) continue;
    if (++count > limits.rows) throw new SheetError('too-many-rows', { limit: limits.rows });
    batch.push(fitRow(row, width, limits));
    if (batch.length === rowsPerBatch) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* records(path: string, shape: CsvShape, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: shape.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.recordBytes,
  });
  const text = Readable.from(withoutFirst(shape.skip, decodeFile(path, shape.encoding)));
  text.on('error', (error) => parser.destroy(error));
  let line = shape.firstLine;
  try {
    for await (const record of text.pipe(parser)) {
      const cells = record as string[];
      const startsAt = line;
      line += 1 + linesWithin(cells);
      yield { line: startsAt, cells: cells.map(unwrapExcelText) };
    }
  } catch (error) {
    // csv-parse throws this where a quote is never closed or a record never ends.
    if (error instanceof CsvError) throw new SheetError('quote-not-closed', { line }, { cause: error });
    throw error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

async function* withoutFirst(count: number, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let left = count;
  for await (const piece of pieces) {
    const rest = piece.slice(left);
    left = Math.max(0, left - piece.length);
    if (rest) yield rest;
  }
}

function linesWithin(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return count;
}

/** `="13812345678"` is how other programs keep Excel from turning a number's text into a number. */
function unwrapExcelText(cell: string): string {
  if (!cell.startsWith('="') || !cell.endsWith('"') || cell.length < 3) return cell;
  return cell.slice(2, -1).replaceAll('""', '"');
}
