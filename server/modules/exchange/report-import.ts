import { sayProblem, type Language } from '#domain/exchange/words.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Download } from '#server/platform/http/define-route.ts';
import { writeCsvReport, type ReportCell } from '#server/platform/sheets/csv-report.ts';
import { findBatch } from './find-batch.ts';
import { selectNotesAfter } from './notes-store.ts';

const words = {
  zh: {
    columns: ['行号', '结果', '列', '表格里写的', '问题和处理办法'],
    warned: '已导入，请核对',
    rejected: '未导入',
    file: '问题清单',
  },
  en: {
    columns: ['Line', 'Result', 'Column', 'As given', 'What is wrong and what to do'],
    warned: 'imported, please check',
    rejected: 'not imported',
    file: 'problems',
  },
} as const;

const notesAtOnce = 5_000;

/** Every warned and every rejected row of a batch, as a csv for a spreadsheet. */
export async function reportImport(
  ctx: Context,
  input: { id: string; language: Language },
): Promise<Download> {
  requirePermission(ctx, 'imports.run');
  const { fileName } = await inTransaction(ctx, (ctx) => findBatch(ctx, input.id));
  const said = words[input.language];
  return {
    fileName: `${fileName.replace(/\.[^.]*$/, '')} ${said.file}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: writeCsvReport([...said.columns], reportRows(ctx, input.id, input.language)),
  };
}

async function* reportRows(ctx: Context, batchId: string, language: Language): AsyncGenerator<ReportCell[]> {
  let after = { line: -1, position: 0 };
  for (;;) {
    const notes = await inTransaction(ctx, (ctx) => selectNotesAfter(ctx, batchId, after, notesAtOnce));
    for (const { line, level, column, given, code } of notes)
      yield [line, words[language][level], column, given, sayProblem(code, language)];
    const last = notes.at(-1);
    if (!last || notes.length < notesAtOnce) return;
    after = { line: last.line, position: last.position };
  }
}
