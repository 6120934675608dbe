export type ReportCell = string | number | null;

/**
 * A csv for a person's spreadsheet: the mark that makes Excel read it as UTF-8, and no cell that a
 * spreadsheet would run as a formula.
 */
export async function* writeCsvReport(
  columns: string[],
  rows: Iterable<ReportCell[]> | AsyncIterable<ReportCell[]>,
): AsyncGenerator<string> {
  let pending = `\ufeff${reportLine(columns)}`;
  for await (const row of rows) {
    pending += reportLine(row);
    if (pending.length > 64 * 1024) {
      yield pending;
      pending = '';
    }
  }
  yield pending;
}

/** With an apostrophe in front, what starts like a formula is text to every spreadsheet. */
export function escapeFormula(text: string): string {
  return /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
}

function reportLine(cells: ReportCell[]): string {
  return `${cells.map((cell) => quoted(escapeFormula(String(cell ?? '')))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n;|\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
