import {
  flawsOfColumns,
  layoutOf,
  logColumns,
  logFields,
  neededLogFields,
  readLogRow,
} from '#domain/evidence/call-log.ts';
import type { LogField, ReadLog } from '#domain/evidence/call-log.ts';
import { ChosenColumns } from '#domain/evidence/contract.ts';
import type { ReadCallLog } from '#domain/evidence/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { keepUpload } from '#server/platform/sheets/keep-upload.ts';
import { openSheet } from '#server/platform/sheets/open-sheet.ts';
import type { Sheet } from '#server/platform/sheets/sheet.ts';
import { SheetError } from '#server/platform/sheets/sheet-error.ts';
import { addCallLogs } from './add-call-logs.ts';
import { saveLayout, selectLayout } from './telephone-store.ts';

/** A day has some hundreds; a year of a chain is brought in month by month. */
const mostRows = 50_000;
const linesShown = 20;
const sampleRows = 3;
const mostColumns = 100;

/**
 * A telephone's own list of calls, as csv (also GB18030) or xlsx; the same file twice adds nothing. Throws Conflict
 * `not-a-call-log` with the columns that are missing, for somebody to say which they are.
 */
export async function importCallLog(ctx: SignedInContext): Promise<ReadCallLog> {
  requirePermission(ctx, 'imports.run');
  const { stream, fields } = await ctx.exchange.upload();
  const file = await keepUpload(ctx.dataDir, newId(), stream);
  try {
    const sheet = await openSheet(file.path);
    const columns = await columnsOf(ctx, sheet, fields['columns']);
    const logs: ReadLog[] = [];
    const unreadLines: number[] = [];
    let rows = 0;
    for await (const batch of sheet.rows()) {
      for (const { line, cells } of batch) {
        rows += 1;
        if (rows > mostRows) throw new Conflict('call-log-too-long', { mostRows });
        const log = readLogRow(cells, columns, ctx.zone);
        if (log) logs.push(log);
        else unreadLines.push(line);
      }
    }
    const done = await inTransaction(ctx, (ctx) => addCallLogs(ctx, logs, keysOf(ctx.dataDir), null));
    const named = logFields.map((field) => [field, sheet.columns[columns[field] ?? -1] ?? null] as const);
    return {
      columns: Object.fromEntries(named) as ReadCallLog['columns'],
      rows,
      ...done,
      unread: done.unread + unreadLines.length,
      unreadLines: unreadLines.slice(0, linesShown),
    };
  } catch (error) {
    if (error instanceof SheetError) throw new Invalid({ path: 'file', code: error.code });
    throw error;
  } finally {
    await file.forget();
  }
}

type Columns = Partial<Record<LogField, number>>;

/** As somebody chose for this file, or for one with the same headers before; else by what the headers say. */
async function columnsOf(ctx: Context, sheet: Sheet, chosen: string | undefined): Promise<Columns> {
  const layout = layoutOf(sheet.columns);
  if (chosen !== undefined) {
    const columns = ChosenColumns.parse(readChosen(chosen)) as Columns;
    const flaws = flawsOfColumns(columns, sheet.columns.length);
    if (flaws.length > 0)
      throw new Invalid(...flaws.map((field) => ({ path: `columns.${field}`, code: 'not-a-column' })));
    await inTransaction(ctx, (ctx) => saveLayout(ctx, layout, columns as Record<string, number>));
    return columns;
  }
  const before = await inTransaction(ctx, (ctx) => selectLayout(ctx, layout));
  const columns = (before as Columns | undefined) ?? logColumns(sheet.columns);
  const missing = neededLogFields.filter((field) => columns[field] === undefined);
  if (missing.length === 0) return columns;
  throw new Conflict('not-a-call-log', {
    ...{ missing, known: columns, columns: sheet.columns },
    sample: await firstRows(sheet),
  });
}

/** What stands in the first rows, for whoever has to say which column is which. */
async function firstRows(sheet: Sheet): Promise<(string | null)[][]> {
  for await (const batch of sheet.rows())
    return batch.slice(0, sampleRows).map(({ cells }) => cells.slice(0, mostColumns));
  return [];
}

function readChosen(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Invalid({ path: 'columns', code: 'not-json' });
  }
}
