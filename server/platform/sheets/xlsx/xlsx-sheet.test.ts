import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readSheet, withFile } from '../a-file.ts';
import { openSheet } from '../open-sheet.ts';
import { aWorkbook, aZip, workbookParts } from './a-workbook.ts';

const header = '<row r="1"><c r="A1" t="str"><v>一</v></c><c r="B1" t="str"><v>二</v></c></row>';
const cellsOf = async (rows: string, more: object = {}) =>
  (await readSheet(aWorkbook({ rows: header + rows, ...more }))).cells;

describe('the cells of a workbook', () => {
  it.each([
    { name: 'text', cell: 't="str"><v>=张 伟&amp;&#x4E00;_x000D_&#10;b</v>', text: '=张 伟&一\r\nb' },
    {
      name: 'text kept in the cell',
      cell: 't="inlineStr"><is><r><t>张</t></r><r><rPr><b/></rPr><t>伟</t></r></is>',
      text: '张伟',
    },
    { name: 'shared text', cell: 't="s"><v>1</v>', text: '王芳' },
    { name: 'shared text in several fonts, without its reading aid', cell: 't="s"><v>2</v>', text: '重庆' },
    { name: 'a shared text that does not exist', cell: 't="s"><v>99</v>', text: null },
    { name: 'a phone kept as a number', cell: '><v>13812345678</v>', text: '13812345678' },
    { name: 'the same in scientific form', cell: '><v>1.3812345678E10</v>', text: '13812345678' },
    { name: 'a long number', cell: '><v>1.2345678901234567E+20</v>', text: '123456789012345670000' },
    { name: 'a very long number', cell: '><v>1.5E22</v>', text: '15000000000000000000000' },
    { name: 'a small number', cell: '><v>-1.5E-7</v>', text: '-0.00000015' },
    { name: 'a fraction as typed', cell: '><v>0.10000000000000001</v>', text: '0.1' },
    { name: 'text in scientific form', cell: 't="str"><v>9377952927E-5</v>', text: '9377952927E-5' },
    { name: 'yes', cell: 't="b"><v>1</v>', text: 'TRUE' },
    { name: 'no', cell: 't="b"><v>0</v>', text: 'FALSE' },
    { name: 'what a formula came to', cell: '><f>A1*2</f><v>42</v>', text: '42' },
    { name: 'the text a formula came to', cell: 't="str"><f>A1&amp;"x"</f><v>一x</v>', text: '一x' },
    { name: 'a formula nobody worked out', cell: '><f>A1</f>', text: null },
    { name: 'an error', cell: 't="e"><v>#N/A</v>', text: '#N/A' },
    { name: 'a day', cell: 's="1"><v>45321</v>', text: '2024-01-30' },
    { name: 'a day and hour', cell: 's="2"><v>45321.604166666664</v>', text: '2024-01-30T14:30:00' },
    { name: 'a Chinese day', cell: 's="3"><v>45321</v>', text: '2024-01-30' },
    { name: 'a time', cell: 's="4"><v>0.5</v>', text: '12:00:00' },
    { name: 'money is no day', cell: 's="5"><v>45321.5</v>', text: '45321.5' },
    { name: 'a day of the newer kind', cell: 't="d"><v>2024-03-05T00:00:00</v>', text: '2024-03-05' },
    { name: 'nothing', cell: 's="1">', text: null },
  ])('$name', async ({ cell, text }) => {
    const cells = await cellsOf(`<row r="2"><c r="A2" ${cell}</c><c r="B2"><v>1</v></c></row>`, {
      sharedTexts:
        '<si><t>李雷</t></si><si><t xml:space="preserve">王芳</t></si><si><r><t>重</t></r><r><t>庆</t></r><rPh sb="0" eb="1"><t>chong</t></rPh></si>',
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="&quot;¥&quot;#,##0.00;[Red]-0.00"/></numFmts>' +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>',
    });
    expect(cells).toEqual([[text, '1']]);
  });

  it('read days of the 1904 system', async () => {
    const cells = await cellsOf(
      '<row r="2"><c r="A2" s="1"><v>43859</v></c><c r="B2" s="1"><v>0</v></c></row>',
      {
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        workbookProperties: '<workbookPr date1904="1"/>',
      },
    );
    expect(cells).toEqual([['2024-01-30', '1904-01-01']]);
  });

  it('keep their place: gaps, cells without a reference, hidden rows, blank rows, a merged cell in its first place', async () => {
    const sheet = await readSheet(
      aWorkbook({
        rows: `<row r="1"/>${header.replaceAll('"1"', '"2"').replaceAll('A1', 'A2').replaceAll('B1', 'B2')}
          <row r="4" hidden="1"><c r="B4"><v>4</v></c></row>
          <row><c><v>5</v></c><c><v>6</v></c><c s="1"/></row>
          <row r="6"><c r="A6" s="1"/></row>
          <row r="9"><c r="A9" t="str"><v>merged</v></c><c r="B9"/></row>`,
      }),
    );
    expect(sheet).toMatchObject({ columns: ['一', '二'] });
    expect(sheet.rows).toEqual([
      { line: 4, cells: [null, '4'] },
      { line: 5, cells: ['5', '6'] },
      { line: 9, cells: ['merged', null] },
    ]);
  });

  it('are read whatever prefix and quotes the writer chose', async () => {
    const sheet = await readSheet(
      aWorkbook({
        rows: `<?xml version='1.0'?><!-- a > b --><x:worksheet xmlns:x='m'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    );
    expect(sheet.columns).toEqual(['a<b']);
  });

  it('agree with a workbook that another program wrote', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: '客户',
          columns: [{}, { numFmt: 'yyyy-mm-dd' }, { numFmt: 'yyyy/m/d h:mm' }, {}],
          rows: [
            ['姓名', '生日', '到诊', '电话'],
            ['张伟', new Date('1990-02-28T00:00:00Z'), new Date('2024-03-05T14:30:00Z'), 13812345678],
            ['王芳', new Date('1989-04-23T00:00:00Z'), null, '0571-88888888'],
          ],
        },
      ],
    });
    const sheet = await readSheet(Buffer.from(workbook));
    expect(sheet.columns).toEqual(['姓名', '生日', '到诊', '电话']);
    expect(sheet.cells).toEqual([
      ['张伟', '1990-02-28', '2024-03-05T14:30:00', '13812345678'],
      ['王芳', '1989-04-23', null, '0571-88888888'],
    ]);
  });

  it('agree with a workbook written as a stream, its sizes behind its parts', async () => {
    const stream = writeXlsxStream(
      [
        ['a', 'b'],
        ['x', 1],
      ],
      { name: 'S' },
    );
    const sheet = await readSheet(Buffer.from(await new Response(stream).arrayBuffer()));
    expect(sheet).toMatchObject({ columns: ['a', 'b'], cells: [['x', '1']] });
  });
});

describe('the sheets of a workbook', () => {
  const two = aWorkbook({
    rows: '',
    sheets: [
      { name: '隐藏', state: 'hidden', rows: '<row><c t="str"><v>h</v></c></row>' },
      { name: '客户 &amp; 预约', rows: '<row><c t="str"><v>first</v></c></row>' },
      { name: '说明', rows: '<row><c t="str"><v>second</v></c></row>' },
      { name: '空', rows: '' },
    ],
  });

  it('are named, and the first one shown is read', async () => {
    expect(await readSheet(two)).toMatchObject({
      sheetNames: ['隐藏', '客户 & 预约', '说明', '空'],
      columns: ['first'],
    });
  });

  it('can be chosen by name, hidden or not', async () => {
    expect(await readSheet(two, { sheet: '说明' })).toMatchObject({ columns: ['second'] });
    expect(await readSheet(two, { sheet: '隐藏' })).toMatchObject({ columns: ['h'] });
  });

  it('that are empty or not there are said', async () => {
    await expect(readSheet(two, { sheet: '空' })).rejects.toMatchObject({ code: 'empty-file' });
    await expect(readSheet(two, { sheet: '没有' })).rejects.toMatchObject({
      code: 'no-such-sheet',
      details: { sheet: '没有', sheets: '隐藏, 客户 & 预约, 说明, 空' },
    });
  });

  it('can be read again from the start, and reading may stop early', async () => {
    const rows = Array.from({ length: 5000 }, (_row, n) => `<row r="${n + 2}"><c><v>${n}</v></c></row>`).join(
      '',
    );
    await withFile(aWorkbook({ rows: header + rows }), async (path) => {
      const sheet = await openSheet(path);
      for await (const batch of sheet.rows()) {
        expect(batch).toHaveLength(2000);
        break;
      }
      const sizes: number[] = [];
      for await (const batch of sheet.rows()) sizes.push(batch.length);
      expect(sizes).toEqual([2000, 2000, 1000]);
    });
  });
});

describe('a workbook made to do harm', () => {
  const parts = workbookParts({ rows: header });
  const withPart = (name: string, change: object) =>
    aZip(parts.map((part) => (part.name === name ? { ...part, ...change } : part)));
  const sheet1 = 'xl/worksheets/sheet1.xml';
  const manySpaces = Buffer.alloc(60 * 1024 * 1024, ' ');

  it.each([
    {
      name: 'one that unpacks to far more than it weighs',
      code: 'zip-bomb',
      file: () => withPart(sheet1, { content: manySpaces }),
    },
    {
      name: 'one that lies about what it unpacks to',
      code: 'zip-bomb',
      file: () => withPart(sheet1, { content: manySpaces, declaredSize: 1000 }),
    },
    {
      name: 'one whose parts are more than allowed together',
      code: 'zip-bomb',
      file: () =>
        aZip([
          ...parts,
          { name: 'a.bin', content: Buffer.alloc(600_000) },
          { name: 'b.bin', content: Buffer.alloc(600_000) },
        ]),
      limits: { inflatedBytes: 1_000_000 },
    },
    {
      name: 'one with more shared text than fits the memory',
      code: 'too-large',
      file: () => aWorkbook({ rows: header, sharedTexts: '<si><t>x</t></si>'.repeat(10_000) }),
      limits: { sharedTextBytes: 100_000 },
    },
    {
      name: 'one with a hundred thousand parts',
      code: 'zip-bomb',
      file: () => aZip(Array.from({ length: 10_001 }, (_part, n) => ({ name: `${n}`, content: '' }))),
    },
    {
      name: 'a part that climbs out of its folder',
      code: 'broken-file',
      file: () => aZip([...parts, { name: '../../etc/passwd', content: 'x' }]),
    },
    {
      name: 'a part with an absolute name',
      code: 'broken-file',
      file: () => aZip([...parts, { name: '/etc/passwd', content: 'x' }]),
    },
    {
      name: 'one part twice',
      code: 'broken-file',
      file: () => aZip([...parts, { name: 'XL/workbook.xml', content: 'x' }]),
    },
    { name: 'a part behind a password', code: 'encrypted', file: () => withPart(sheet1, { flags: 1 }) },
    {
      name: 'a billion laughs',
      code: 'broken-file',
      file: () =>
        withPart(sheet1, {
          content: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
        }),
    },
    {
      name: 'an entity that names a file',
      code: 'broken-file',
      file: () =>
        withPart('xl/sharedStrings.xml', {
          content: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>',
        }),
    },
    {
      name: 'a text of many megabytes',
      code: 'broken-file',
      file: () => aWorkbook({ rows: `<row><c t="str"><v>${'张x'.repeat(600_000)}</v></c></row>` }),
    },
    {
      name: 'a text of many megabytes in small pieces',
      code: 'broken-file',
      file: () =>
        aWorkbook({
          rows: `<row><c t="str"><v>${`<![CDATA[${'x'.repeat(1000)}]]>`.repeat(1100)}</v></c></row>`,
        }),
    },
    {
      name: 'a sheet that stops in the middle',
      code: 'broken-file',
      file: () =>
        aWorkbook({ rows: '<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v></c></row><row>' }),
    },
    {
      name: 'a cell far to the right',
      code: 'too-many-columns',
      file: () => aWorkbook({ rows: `${header}<row r="2"><c r="XFD2"><v>1</v></c></row>` }),
    },
    {
      name: 'a million empty rows',
      code: 'too-many-rows',
      file: () => aWorkbook({ rows: header + '<row/>'.repeat(1_048_577) }),
    },
  ])('is refused: $name', async ({ code, file, limits }) => {
    await expect(readSheet(file(), { limits: limits ?? {} })).rejects.toMatchObject({
      name: 'SheetError',
      code,
    });
  });

  it.each([
    { rows: 3, refused: false },
    { rows: 4, refused: true },
  ])('or simply too long is refused: $rows of 3 rows', async ({ rows, refused }) => {
    const read = readSheet(aWorkbook({ rows: header + '<row><c><v>1</v></c></row>'.repeat(rows) }), {
      limits: { rows: 3 },
    });
    if (refused) await expect(read).rejects.toMatchObject({ code: 'too-many-rows', details: { limit: 3 } });
    else expect((await read).rows).toHaveLength(3);
  });

  it('but an entity that is none stays text', async () => {
    const cells = await cellsOf('<row r="2"><c r="A2" t="str"><v>&nbsp;&#x110000;&amp;lt;</v></c></row>');
    expect(cells).toEqual([['&nbsp;&#x110000;&lt;', null]]);
  });

  it('can be cut anywhere: it is refused or read, and nothing else happens', async () => {
    const whole = aWorkbook({ rows: `${header}<row r="2"><c r="A2"><v>1</v></c></row>` });
    for (let length = 4; length < whole.length; length += 37) {
      const outcome = await readSheet(whole.subarray(0, length)).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ name: 'SheetError' });
    }
  });

  it('can have any byte turned: it is refused or read, and nothing else happens', async () => {
    const whole = aWorkbook({ rows: `${header}<row r="2"><c r="A2"><v>1</v></c></row>` });
    for (let at = 0; at < whole.length; at += 7) {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 0xff;
      const outcome = await readSheet(turned).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'SheetError' });
    }
  });
});
