import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSheet } from './a-file.ts';
import { aWorkbook, aZip } from './xlsx/a-workbook.ts';

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const sheetOfOne = aWorkbook({
  rows: '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row><row r="2"><c r="A2" t="str"><v>张伟</v></c></row>',
});

describe('opening a file', () => {
  it('goes by its bytes, not its name', async () => {
    expect(await readSheet(sheetOfOne, {}, 'renamed.csv')).toMatchObject({
      kind: 'xlsx',
      columns: ['姓名'],
      cells: [['张伟']],
    });
    expect(await readSheet('PKID\n7\n', {}, 'a.csv')).toMatchObject({ kind: 'csv', columns: ['PKID'] });
    expect(await readSheet('姓名\n张伟\n', {}, 'renamed.xlsx')).toMatchObject({
      kind: 'csv',
      cells: [['张伟']],
    });
  });

  it.each([
    { name: 'an empty file', content: Buffer.alloc(0), code: 'empty-file' },
    { name: 'a byte-order mark alone', content: Buffer.from('\ufeff'), code: 'empty-file' },
    { name: 'white space alone', content: Buffer.from(' \r\n\t\n'), code: 'empty-file' },
    { name: 'delimiters alone', content: Buffer.from(',,,\n,,,\n'), code: 'no-header' },
    {
      name: 'a picture',
      content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      code: 'not-a-sheet',
    },
    { name: 'a program', content: Buffer.from('4d5a900003000000', 'hex'), code: 'not-a-sheet' },
    { name: 'a PDF', content: Buffer.from('%PDF-1.7\n1 0 obj\n'), code: 'not-a-sheet' },
    {
      name: 'a web page saved as .xls',
      content: Buffer.from('<html><table><tr><td>1</td></tr></table>'),
      code: 'not-a-sheet',
    },
    { name: 'a gzip', content: gzipSync('a,b\n1,2\n'), code: 'not-a-sheet' },
    {
      name: 'a zip that is no workbook',
      content: aZip([{ name: 'readme.txt', content: 'hello' }]),
      code: 'not-a-sheet',
    },
    {
      name: 'text with a NUL far inside',
      content: Buffer.from(`a,b\n${'1,2\n'.repeat(500_000)}\0`),
      code: 'not-a-sheet',
    },
    { name: 'an old .xls', content: Buffer.concat([oleMagic, Buffer.alloc(2000)]), code: 'old-excel' },
    {
      name: 'a workbook behind a password',
      content: Buffer.concat([oleMagic, Buffer.alloc(70_000), Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'encrypted',
    },
    {
      name: 'a workbook cut off',
      content: sheetOfOne.subarray(0, sheetOfOne.length - 40),
      code: 'broken-file',
    },
  ])('refuses $name', async ({ content, code }) => {
    await expect(readSheet(content)).rejects.toMatchObject({ name: 'SheetError', code });
  });

  it.each([
    { size: 9, refused: false },
    { size: 10, refused: false },
    { size: 11, refused: true },
  ])('refuses a file over the limit: $size of 10 bytes', async ({ size, refused }) => {
    const read = readSheet('a'.repeat(size), { limits: { fileBytes: 10 } });
    if (refused) await expect(read).rejects.toMatchObject({ code: 'too-large', details: { size: 11 } });
    else await expect(read).resolves.toMatchObject({ kind: 'csv' });
  });
});

describe('the columns of a sheet', () => {
  it('are trimmed, named where they have no name, and made different', async () => {
    const sheet = await readSheet(' 姓名\u200b ,电话,,电话, 电话 (2),"备\n注",\n1,2,3,4,5,6,7\n');
    expect(sheet.columns).toEqual(['姓名', '电话', '(C)', '电话 (2)', '电话 (2) (2)', '备 注', '(G)']);
    expect(sheet.cells).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
  });
});
