import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readSheet, withFile } from '../a-file.ts';
import { openSheet } from '../open-sheet.ts';

const people = '姓名,电话\r\n张伟,13812345678\r\n𠮷野·㛃,010-88888888\r\n';
const asCells = [
  ['张伟', '13812345678'],
  ['𠮷野·㛃', '010-88888888'],
];

describe('the encoding of a csv', () => {
  it.each([
    { name: 'UTF-8 without a mark', bytes: Buffer.from(people), encoding: 'utf-8' },
    { name: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${people}`), encoding: 'utf-8' },
    {
      name: 'UTF-16 as Excel writes it',
      bytes: Buffer.from(`\ufeff${people}`, 'utf16le'),
      encoding: 'utf-16le',
    },
    {
      name: 'GB18030 with characters of four bytes',
      bytes: iconv.encode(people, 'gb18030'),
      encoding: 'gb18030',
    },
  ])('is found: $name', async ({ bytes, encoding }) => {
    const sheet = await readSheet(bytes);
    expect(sheet).toMatchObject({ encoding, columns: ['姓名', '电话'], cells: asCells });
  });

  it('is judged by the last byte too: a megabyte of plain letters may end in a GB18030 name', async () => {
    const text = `name,phone\n${'Li Lei,1\n'.repeat(150_000)}张伟,2\n`;
    const sheet = await readSheet(iconv.encode(text, 'gb18030'));
    expect(sheet.encoding).toBe('gb18030');
    expect(sheet.cells.at(-1)).toEqual(['张伟', '2']);
  });

  it('is not mistaken where a UTF-8 character lies across two pieces of the file', async () => {
    for (const shift of [0, 1, 2]) {
      const text = `n${'a'.repeat(shift)}\n${`${'张'.repeat(1000)}\n`.repeat(400)}`;
      const sheet = await readSheet(text);
      expect(sheet.encoding).toBe('utf-8');
      expect(new Set(sheet.cells.flat())).toEqual(new Set(['张'.repeat(1000)]));
    }
  });

  it('says which line cannot be read where it is neither', async () => {
    const bytes = Buffer.concat([
      Buffer.from('姓名,电话\n李雷,1\n张'),
      Buffer.from([0xff, 0xff]),
      Buffer.from(',2\n'),
    ]);
    await expect(readSheet(bytes)).rejects.toMatchObject({ code: 'undecodable', details: { line: 3 } });
    const marked = Buffer.concat([Buffer.from('\ufeffa\nb\n'), Buffer.from([0xb0, 0xa1])]);
    await expect(readSheet(marked)).rejects.toMatchObject({ code: 'undecodable', details: { line: 3 } });
  });
});

describe('the delimiter of a csv', () => {
  it.each([
    { name: 'comma', delimiter: ',', text: 'a,b\n1,2\n' },
    { name: 'semicolon, with commas in the numbers', delimiter: ';', text: 'name;price\nx;1,50\ny;2,75\n' },
    { name: 'tab', delimiter: '\t', text: 'a\tb\n1\t2,3\n' },
    { name: 'pipe', delimiter: '|', text: 'a|b\n1|2\n' },
    { name: 'a delimiter inside quotes does not count', delimiter: ';', text: '"a,b,c";"d,e"\n"1,2";3\n' },
    { name: 'line ends inside quotes do not count', delimiter: ',', text: '"a\n;;;\n",b\n"x;y",2\n' },
    { name: 'a header alone', delimiter: ';', text: 'a;b;c' },
    { name: 'one column is a table too', delimiter: ',', text: 'name\n张伟\n' },
  ])('is found: $name', async ({ delimiter, text }) => {
    expect(await readSheet(text)).toMatchObject({ delimiter });
  });

  it('is taken from the line Excel writes for it, and the header is then line 2', async () => {
    const sheet = await readSheet('sep=;\r\na,x;b\r\n1;2\r\n');
    expect(sheet).toMatchObject({
      delimiter: ';',
      columns: ['a,x', 'b'],
      rows: [{ line: 3, cells: ['1', '2'] }],
    });
  });
});

describe('the rows of a csv', () => {
  it('keep their line as an editor shows it, with mixed line ends, quoted line ends and blank lines', async () => {
    const sheet = await readSheet('a,b\r\n1,"x\ny\r\nz"\n\n2,q\r3,w');
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['1', 'x\ny\r\nz'] },
      { line: 6, cells: ['2', 'q'] },
      { line: 7, cells: ['3', 'w'] },
    ]);
  });

  it('may be ragged: what is missing is null, what is beyond the header stays', async () => {
    const sheet = await readSheet('a,b,c\n1\n1,2,3,4\n1,2,3,,\n,,\n');
    expect(sheet.cells).toEqual([
      ['1', null, null],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
    ]);
  });

  it('lose the wrapping that keeps Excel from reading a phone as a number', async () => {
    const sheet = await readSheet('phone,b\n="13812345678","=""00123"""\n="",=1+1\n');
    expect(sheet.cells).toEqual([
      ['13812345678', '00123'],
      ['', '=1+1'],
    ]);
  });

  it('keep a quote in the middle of a cell', async () => {
    const sheet = await readSheet('a,b\n5\'10",x "y" z\n');
    expect(sheet.cells).toEqual([['5\'10"', 'x "y" z']]);
  });

  it('end where a quote is never closed, at the line where it was opened', async () => {
    await expect(readSheet('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({
      code: 'quote-not-closed',
      details: { line: 3 },
    });
    const endless = `a,b\n"${'x,y\n'.repeat(500_000)}`;
    await expect(readSheet(endless)).rejects.toMatchObject({
      code: 'quote-not-closed',
      details: { line: 2 },
    });
  });

  it('can be read again from the start, and reading may stop early', async () => {
    await withFile(`n\n${'x\n'.repeat(10_000)}`, async (path) => {
      const sheet = await openSheet(path);
      for await (const batch of sheet.rows()) {
        expect(batch).toHaveLength(2000);
        break;
      }
      const sizes: number[] = [];
      for await (const batch of sheet.rows()) sizes.push(batch.length);
      expect(sizes).toEqual([2000, 2000, 2000, 2000, 2000]);
    });
  });

  it.each([
    { rows: 2, refused: false },
    { rows: 3, refused: false },
    { rows: 4, refused: true },
  ])('are at most as many as allowed: $rows of 3', async ({ rows, refused }) => {
    const read = readSheet(`n\n${'x\n'.repeat(rows)}`, { limits: { rows: 3 } });
    if (refused) await expect(read).rejects.toMatchObject({ code: 'too-many-rows', details: { limit: 3 } });
    else expect((await read).rows).toHaveLength(rows);
  });

  it('are at most as wide as allowed, header and rows', async () => {
    const limits = { columns: 3 };
    await expect(readSheet('a,b,c,d\n', { limits })).rejects.toMatchObject({
      code: 'too-many-columns',
      details: { line: 1 },
    });
    await expect(readSheet('a\n1,2,3,4\n', { limits })).rejects.toMatchObject({
      code: 'too-many-columns',
      details: { line: 2 },
    });
    expect((await readSheet('a,b,c\n1,2,3\n', { limits })).cells).toEqual([['1', '2', '3']]);
  });
});

const spectrum = join(import.meta.dirname, '../../../../../shared/data/csv_spectrum');

// Skipped where the shared test data is not beside the project.
describe.skipIf(!existsSync(spectrum))('the csv spectrum (needs ../shared/data/csv_spectrum)', () => {
  const names = existsSync(spectrum)
    ? readdirSync(join(spectrum, 'csvs')).map((file) => file.replace('.csv', ''))
    : [];

  it('has twelve files', () => expect(names).toHaveLength(12));

  it.each(names)('%s', async (name) => {
    const sheet = await readSheet(readFileSync(join(spectrum, 'csvs', `${name}.csv`)));
    const found = sheet.cells.map((cells) =>
      Object.fromEntries(sheet.columns.map((column, n) => [column, cells[n]])),
    );
    const stated: unknown = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8'));
    const expected = (Array.isArray(stated) ? stated : [stated]) as Record<string, string>[];
    // Its csv and its JSON disagree about the phone; its point are the quotes inside an unquoted cell.
    if (name === 'location_coordinates')
      expected[0] = { ...expected[0], 'Contact Phone Number': '2095257564' };
    expect(found).toEqual(expected);
  });
});
