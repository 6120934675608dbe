import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { openCsv } from './csv/csv-sheet.ts';
import { defaultLimits, type Sheet, type SheetLimits } from './sheet.ts';
import { SheetError, tooLarge } from './sheet-error.ts';
import { openXlsx } from './xlsx/xlsx-sheet.ts';

export interface OpenSheetOptions {
  /** The sheet of an xlsx, by name; without it the first one that is shown. */
  sheet?: string;
  limits?: Partial<SheetLimits>;
}

/** Looks at the file's first bytes, never at its name, and reads its header. Throws SheetError. */
export async function openSheet(path: string, options: OpenSheetOptions = {}): Promise<Sheet> {
  const limits = { ...defaultLimits, ...options.limits };
  const { size, head } = await firstBytes(path);

  if (size === 0) throw new SheetError('empty-file');
  if (size > limits.fileBytes) throw tooLarge(limits.fileBytes, { size });
  // Four bytes: a csv may well begin with the letters PK.
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return openXlsx(path, limits, options.sheet);
  }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    throw new SheetError((await isEncryptedOffice(path)) ? 'encrypted' : 'old-excel');
  }
  const other = otherKind(head);
  if (other) throw new SheetError('not-a-sheet', { kind: other });
  return openCsv(path, limits);
}

async function firstBytes(path: string): Promise<{ size: number; head: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, 512));
    await file.read(head, 0, head.length, 0);
    return { size, head };
  } finally {
    await file.close();
  }
}

function startsWith(head: Buffer, bytes: number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

// Files of text that are no table, and binary files without a NUL byte; a NUL tells the rest.
function otherKind(head: Buffer): string | null {
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('%pdf-')) return 'pdf';
  if (text.startsWith('\x89png') || text.startsWith('gif8') || text.startsWith('\xff\xd8\xff'))
    return 'image';
  if (text.startsWith('<!doctype html') || /^<(html|table|head|meta)[\s>]/.test(text)) return 'html';
  if (text.startsWith('<?xml')) return 'xml';
  if (text.startsWith('{\\rtf')) return 'rtf';
  return null;
}

/** A password makes Office wrap the workbook into the old container, under this name. */
async function isEncryptedOffice(path: string): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  let carried = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([carried, chunk as Buffer]);
    if (bytes.includes(name)) return true;
    carried = bytes.subarray(-name.length);
  }
  return false;
}
