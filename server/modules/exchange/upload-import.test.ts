import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayProblem } from '#domain/exchange/words.ts';
import { aWorkbook, aZip, workbookParts } from '#server/platform/sheets/xlsx/a-workbook.ts';
import { clockAt } from '#server/platform/clock.ts';
import { as, auditTrail } from '#tests/support/clinic.ts';
import { aCaller, anApp, send } from '#tests/support/http.ts';
import {
  anImportingClinic,
  appointmentSheet,
  checked,
  customerSheet,
  dataDir,
  stored,
} from './an-import.fixture.ts';
import { fileOf } from './keep-file.ts';
import { getImport } from './list-imports.ts';
import { backgroundIsQuiet } from '#server/platform/work-in-background.ts';

const zipBomb = () =>
  aZip(
    workbookParts({ rows: '' }).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? { ...part, content: Buffer.alloc(60 * 1024 * 1024, ' ') }
        : part,
    ),
  );

describe('a file that cannot be imported', () => {
  it.each([
    { name: 'an empty file', content: '', code: 'empty-file' },
    {
      name: 'a picture renamed .csv',
      content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      code: 'not-a-sheet',
    },
    {
      name: 'a program renamed .csv',
      content: Buffer.from('4d5a9000030000000400', 'hex'),
      code: 'not-a-sheet',
    },
    { name: 'a zip bomb', content: zipBomb, code: 'zip-bomb' },
    { name: 'a sheet without rows', content: '姓名,电话\n', code: 'no-rows' },
    {
      name: 'a sheet without the mapped column',
      content: 'a,b\n1,2\n',
      preset: 'noshow-appointments',
      code: 'missing-columns',
    },
    { name: 'a sheet of which nothing is understood', content: 'a,b\n1,2\n', code: 'fields-not-mapped' },
    {
      name: 'a quote that never ends, far down',
      content: `姓名\n${'张伟\n'.repeat(3000)}"李`,
      code: 'quote-not-closed',
    },
  ])('$name is refused with a reason in both languages', async ({ content, preset, code }) => {
    const clinic = await anImportingClinic();
    const bytes = typeof content === 'function' ? content() : content;
    const batch = await checked(clinic, bytes, preset === undefined ? {} : { preset });
    expect(batch).toMatchObject({ state: 'refused', problem: { code } });
    for (const language of ['zh', 'en'] as const) {
      const words = sayProblem(code, language, batch.problem!.details);
      expect(words).not.toBe(code);
      expect(words).not.toMatch(/unknown|未知/);
    }
  });

  it('is not kept when it is no sheet at all', async () => {
    const clinic = await anImportingClinic();
    const batch = await stored(clinic, Buffer.from('%PDF-1.7'));
    expect(batch).toMatchObject({ state: 'refused', columns: [], sample: [] });
    expect(existsSync(fileOf(dataDir, batch.id))).toBe(false);
  });
});

describe('a stored file', () => {
  it('is for its owner alone, under the name of the batch, whatever it was called', async () => {
    const clinic = await anImportingClinic();
    const batch = await stored(clinic, customerSheet(['1', '张伟', '', '', '']), {
      fileName: '..\\..\\客户\u0000名单.csv',
    });
    expect(batch.fileName).toBe('客户名单.csv');
    expect(statSync(fileOf(dataDir, batch.id)).mode & 0o777).toBe(0o600);
  });

  it('shows its first rows with the phones masked', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, 'Name,Tel,Other\n张伟,13812345678,139 8765 4321\n李娜,,x\n');
    const { sample } = await getImport(clinic.ctx, batch);
    expect(sample).toEqual([
      ['张伟', '138****5678', expect.stringMatching(/^139.*\*\*\*\*.*4321$/)],
      ['李娜', '', 'x'],
    ]);
  });

  it('is read as a workbook where it is one', async () => {
    const clinic = await anImportingClinic();
    const cell = (place: string, text: string) => `<c r="${place}" t="str"><v>${text}</v></c>`;
    const workbook = aWorkbook({
      rows: `<row r="1">${cell('A1', '姓名')}</row><row r="2">${cell('A2', '张伟')}</row>`,
    });
    expect(await checked(clinic, workbook)).toMatchObject({ state: 'ready', counts: { newCustomers: 1 } });
  });
});

describe('uploading over HTTP', () => {
  const boundary = 'x-boundary-of-this-test';

  function multipart(fields: Record<string, string>, content: string | Buffer, fileName = 'a.csv') {
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`;
    return Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
  }

  async function uploaded(
    role: 'manager' | 'nurse',
    fields: Record<string, string>,
    content: string | Buffer,
  ) {
    const clinic = await anImportingClinic();
    const clock = clockAt(clinic.ctx.now);
    const app = await anApp(clock, dataDir);
    const caller = await aCaller(clinic.ctx, clock, role);
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { cookie: caller.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: multipart({ clinicId: clinic.clinicId, ...fields }, content),
    });
    await backgroundIsQuiet();
    return { clinic, app, caller, response };
  }

  it('answers at once and checks behind the answer; the report says line by line what to do', async () => {
    const sheet = appointmentSheet(
      ['7', 'a', '2026-03-10', '已到诊', -1, '', ''],
      ['7', 'b', '=1+1', '已到诊', '', '', ''],
    );
    const { app, caller, clinic, response } = await uploaded('manager', { timezone: 'Asia/Tokyo' }, sheet);
    expect(response.statusCode).toBe(200);
    const batch = response.json<{ id: string }>();
    expect(batch).toMatchObject({
      state: 'checking',
      timezone: 'Asia/Tokyo',
      fileName: 'a.csv',
      counts: null,
    });

    const ready = await send(app, `/imports/${batch.id}`, { as: caller });
    expect(ready.json()).toMatchObject({ state: 'ready', counts: { rows: 2, warned: 1, rejected: 1 } });
    const notes = await send(app, `/imports/${batch.id}/notes?pageSize=10`, { as: caller });
    expect(notes.json()).toEqual({
      total: 2,
      items: [
        { line: 2, level: 'warned', column: '年龄', code: 'age-below-zero', given: '-1' },
        { line: 3, level: 'rejected', column: '预约日期', code: 'bad-date', given: '=1+1' },
      ],
    });
    const report = await send(app, `/imports/${batch.id}/report.csv`, { as: caller });
    expect(report.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(report.body).toMatch(/^\ufeff行号,结果,列,/);
    expect(report.body).toContain("3,未导入,预约日期,'=1+1,日期无法识别");
    const english = await send(app, `/imports/${batch.id}/report.csv?language=en`, { as: caller });
    expect(english.body).toContain('2,"imported, please check",年龄,\'-1,"The age is below zero');

    const run = await send(app, `/imports/${batch.id}/run`, {
      as: caller,
      body: {},
      headers: { 'idempotency-key': '7d3c0c7e-8b1a-4f0e-9a53-0c9f5d1f1a11' },
    });
    expect(run.json()).toMatchObject({ state: 'running' });
    await backgroundIsQuiet();
    const list = await send(app, '/imports', { as: caller });
    expect(list.json()).toMatchObject({ total: 1, items: [{ state: 'done', counts: { newVisits: 1 } }] });
    const actions = await auditTrail(clinic.ctx);
    expect(actions).toContainEqual({ action: 'import.uploaded', actorId: caller.staffId });
  });

  it('is refused without permission, with an unknown preset, and into an unknown clinic', async () => {
    expect((await uploaded('nurse', {}, 'a\n1\n')).response.statusCode).toBe(403);
    expect((await uploaded('manager', { preset: 'none-such' }, 'a\n1\n')).response.json()).toMatchObject({
      code: 'invalid',
      details: [{ path: 'preset' }],
    });
    const unknown = { clinicId: '01890000-0000-7000-8000-000000000000' };
    expect((await uploaded('manager', unknown, 'a\n1\n')).response.statusCode).toBe(404);
  });

  it('says so when the file is larger than anybody reads', async () => {
    const { response } = await uploaded('manager', {}, Buffer.alloc(101 * 1024 * 1024, 'a,b\n'));
    expect(response.json()).toMatchObject({
      state: 'refused',
      problem: { code: 'too-large', details: { limitMB: 100 } },
    });
  });
});

it('nobody sees the imports of another clinic', async () => {
  const clinic = await anImportingClinic();
  const batch = await checked(clinic, customerSheet(['1', '张伟', '', '', '']));
  const elsewhere = await as(clinic.ctx, 'manager', { clinicIds: [] });
  await expect(getImport(elsewhere, batch)).rejects.toMatchObject({ code: 'not-found' });
  await expect(getImport((await anImportingClinic()).ctx, batch)).rejects.toMatchObject({
    code: 'not-found',
  });
});
