import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSheet, type OpenSheetOptions } from './open-sheet.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** For tests: a file of its own folder, gone afterwards. */
export async function withFile<T>(
  content: string | Buffer,
  use: (path: string) => Promise<T>,
  name = 'a.csv',
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'carecurve-sheet-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface WholeSheet {
  kind: string;
  encoding?: string;
  delimiter?: string;
  sheetNames?: string[];
  columns: string[];
  rows: SheetRow[];
  cells: Cell[][];
}

export function readSheet(
  content: string | Buffer,
  options: OpenSheetOptions = {},
  name?: string,
): Promise<WholeSheet> {
  return withFile(
    content,
    async (path) => {
      const sheet = await openSheet(path, options);
      const rows: SheetRow[] = [];
      for await (const batch of sheet.rows()) rows.push(...batch);
      return { ...sheet, rows, cells: rows.map((row) => row.cells) };
    },
    name,
  );
}
