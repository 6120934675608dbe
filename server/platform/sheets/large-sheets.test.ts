import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { withFile } from './a-file.ts';
import { aWorkbook } from './xlsx/a-workbook.ts';

const rowCount = 200_000;
const megabytesAllowed = 600;

// A process of its own, so that it is this reading that is measured; it dawdles over each batch, as a database does.
const reading = `
  const { openSheet } = await import(process.argv[1]);
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = () => { highest = Math.max(highest, process.memoryUsage().rss); };
  const timer = setInterval(watch, 10);
  const sheet = await openSheet(process.argv[2]);
  let rows = 0;
  let last;
  for await (const batch of sheet.rows()) {
    rows += batch.length;
    last = batch.at(-1);
    await new Promise((done) => setTimeout(done, 5));
    watch();
  }
  clearInterval(timer);
  console.log(JSON.stringify({ rows, last, megabytes: (highest - before) / 1024 / 1024 }));
`;

async function readElsewhere(path: string) {
  const reader = pathToFileURL(join(import.meta.dirname, 'open-sheet.ts')).href;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    reading,
    reader,
    path,
  ]);
  return JSON.parse(stdout) as { rows: number; last: { line: number; cells: string[] }; megabytes: number };
}

const columns = Array.from({ length: 10 }, (_column, n) => `列${n}`);
const cellOf = (row: number, column: number) => `客户${row}的第${column}项`;

function aLargeCsv(): string {
  const lines = [columns.join(',')];
  for (let row = 0; row < rowCount; row++)
    lines.push(columns.map((_name, column) => cellOf(row, column)).join(','));
  return lines.join('\n');
}

/** Every text different and shared: the shape that costs a reader the most memory. */
function aLargeWorkbook(): Buffer {
  const texts = columns.map((name) => `<si><t>${name}</t></si>`);
  const rows: string[] = [];
  for (let row = 0; row <= rowCount; row++) {
    if (row > 0)
      texts.push(columns.map((_name, column) => `<si><t>${cellOf(row - 1, column)}</t></si>`).join(''));
    const cells = columns.map(
      (_name, column) => `<c r="${'ABCDEFGHIJ'[column]}${row + 1}" t="s"><v>${row * 10 + column}</v></c>`,
    );
    rows.push(`<row r="${row + 1}">${cells.join('')}</row>`);
  }
  return aWorkbook({ rows: rows.join(''), sharedTexts: texts.join('') });
}

describe(`a sheet of ${rowCount} rows`, () => {
  it.each([
    { kind: 'csv', file: aLargeCsv },
    { kind: 'xlsx', file: aLargeWorkbook },
  ])('is read within the memory of a small machine: $kind', async ({ file }) => {
    const { rows, last, megabytes } = await withFile(file(), readElsewhere);

    expect(rows).toBe(rowCount);
    expect(last).toEqual({
      line: rowCount + 1,
      cells: columns.map((_name, column) => cellOf(rowCount - 1, column)),
    });
    expect(megabytes).toBeLessThan(megabytesAllowed);
  });
});
