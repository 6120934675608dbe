import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet } from './a-file.ts';
import { escapeFormula, writeCsvReport } from './csv-report.ts';

async function pieces(columns: string[], rows: (string | number | null)[][]): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of writeCsvReport(columns, rows)) all.push(piece);
  return all;
}

async function written(columns: string[], rows: (string | number | null)[][]): Promise<string> {
  return (await pieces(columns, rows)).join('');
}

const startsLikeFormula = /^'?\s*[=+\-@＝＋－＠\t\r]/;

describe('a csv report', () => {
  it('opens in Excel as Chinese text: with a mark, Windows line ends, quotes where needed', async () => {
    expect(
      await written(
        ['行', '说明'],
        [
          [3, '他说"好",走了'],
          [4, null],
        ],
      ),
    ).toBe('\ufeff行,说明\r\n3,"他说""好"",走了"\r\n4,\r\n');
  });

  it.each([
    '=1+1',
    '+86 13812345678',
    '-5',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    ' =1+1',
    '\n=1',
    '\ufeff=1',
  ])('turns what starts like a formula into text: %j', async (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
    const sheet = await readSheet(await written(['a', 'b'], [['x', text]]));
    expect(sheet.cells[0]?.[1]).toBe(`'${text}`);
  });

  it.each(['张伟', '13812345678', 'a=b', '2024-03-05', "'quoted'"])('leaves %j as it is', (text) => {
    expect(escapeFormula(text)).toBe(text);
  });

  it('comes in pieces, so that a report of a million rows is never held whole', async () => {
    const rows = Array.from({ length: 20_000 }, () => ['0123456789']);
    expect((await pieces(['a'], rows)).length).toBeGreaterThan(2);
  });

  it('is read back as it was written, whatever stands in it', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const sheet = await readSheet(await written(['一', '二', '三'], table));
        const filled = table.filter((row) => row.some((text) => text.trim() !== ''));
        expect(sheet.columns).toEqual(['一', '二', '三']);
        expect(sheet.cells).toEqual(filled.map((row) => row.map(escapeFormula)));
      }),
      { numRuns: 150 },
    );
  });

  it('is read back as it was written, also where the text is all quotes, delimiters and line ends', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '|', 'x', '=', ' '),
      maxLength: 6,
    });
    const tables = fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const sheet = await readSheet(await written(['一', '二', '三'], table));
        expect(sheet.cells).toEqual(table.map((row) => row.map(escapeFormula)));
      }),
      { numRuns: 150 },
    );
  });
});

const payloads = join(import.meta.dirname, '../../../../shared/data/csv_injection/csv-payload.txt');

// Skipped where the shared test data is not beside the project.
describe.skipIf(!existsSync(payloads))('known formula payloads (need ../shared/data/csv_injection)', () => {
  it('are all text in the report', async () => {
    const lines = readFileSync(payloads, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const sheet = await readSheet(
      await written(
        ['n', 'payload'],
        lines.map((line, n) => [n, line]),
      ),
    );
    expect(sheet.cells).toHaveLength(lines.length);
    for (const [, cell] of sheet.cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
    expect(lines.filter((line) => startsLikeFormula.test(line)).length).toBeGreaterThan(3);
  });
});
