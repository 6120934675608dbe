import { logColumns, logFields, neededLogFields, readLogRow } from '#domain/evidence/call-log.ts';
import type { ReadLog } from '#domain/evidence/call-log.ts';
import type { ReadCallLog } from '#domain/evidence/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { keepUpload } from '#server/platform/sheets/keep-upload.ts';
import { openSheet } from '#server/platform/sheets/open-sheet.ts';
import { SheetError } from '#server/platform/sheets/sheet-error.ts';
import { addCallLogs } from './add-call-logs.ts';

/** A day has some hundreds; a year of a chain is brought in month by month. */
const mostRows = 50_000;
const linesShown = 20;

/**
 * A telephone's own list of calls, as csv (also GB18030) or xlsx; the same file twice adds nothing. Throws Conflict
 * `not-a-call-log` with the columns that are missing.
 */
export async function importCallLog(ctx: SignedInContext): Promise<ReadCallLog> {
  requirePermission(ctx, 'imports.run');
  const { stream } = await ctx.exchange.upload();
  const file = await keepUpload(ctx.dataDir, newId(), stream);
  try {
    const sheet = await openSheet(file.path);
    const columns = logColumns(sheet.columns);
    const missing = neededLogFields.filter((field) => columns[field] === undefined);
    if (missing.length > 0) throw new Conflict('not-a-call-log', { missing, columns: sheet.columns });
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
    const done = await inTransaction(ctx, (ctx) => addCallLogs(ctx, logs, keysOf(ctx.dataDir)));
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
