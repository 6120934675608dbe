/** A table in a file, whatever the file's kind: a header and rows of cells. */
export interface SheetFile {
  kind: 'csv' | 'xlsx';
  encoding?: Encoding;
  delimiter?: Delimiter;
  sheetNames?: string[];
  /** The header: trimmed, every name once, as many as found. */
  columns: string[];
}

export interface Sheet extends SheetFile {
  /** Batches of up to 2,000 rows. Each call reads the file anew; breaking out of the loop closes it. */
  rows(): AsyncIterable<SheetRow[]>;
}

export interface SheetRow {
  /** The line or row number a person sees in the file, the header being 1; for csv the line where the record starts. */
  line: number;
  /** At least as many as there are columns: a cell the row does not have is null. */
  cells: Cell[];
}

export type Cell = string | null;
export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface SheetLimits {
  fileBytes: number;
  /** What all parts of an xlsx may inflate to. */
  inflatedBytes: number;
  /** Its shared texts are the one part held in memory. */
  sharedTextBytes: number;
  rows: number;
  columns: number;
  /** One csv record, so that a quote never closed cannot swallow the file. */
  recordBytes: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: SheetLimits = {
  fileBytes: 100 * MiB,
  inflatedBytes: 1024 * MiB,
  sharedTextBytes: 256 * MiB,
  rows: 1_000_000,
  columns: 500,
  recordBytes: MiB,
};

export const rowsPerBatch = 2000;
