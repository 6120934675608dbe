import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { giveToOwner } from '#server/platform/postgres/data-folder.ts';
import { defaultLimits } from '#server/platform/sheets/sheet.ts';
import { tooLarge } from '#server/platform/sheets/sheet-error.ts';

/** Where the file of a batch lies, as it was uploaded. */
export function fileOf(dataDir: string, batchId: string): string {
  return join(importsFolder(dataDir), batchId);
}

export function reportOf(dataDir: string, batchId: string): string {
  return `${fileOf(dataDir, batchId)}.report.csv`;
}

/** Stores an upload for its owner's eyes only and gives its SHA-256. Throws SheetError `too-large`. */
export async function keepFile(
  dataDir: string,
  batchId: string,
  stream: Readable,
  limitBytes = defaultLimits.fileBytes,
): Promise<string> {
  const path = fileOf(dataDir, batchId);
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limitBytes) throw tooLarge(limitBytes);
      hash.update(chunk);
      yield chunk;
    }
    // What the door has cut off at its own limit looks like a shorter file.
    if ((stream as { truncated?: boolean }).truncated) throw tooLarge(limitBytes);
  };
  await mkdir(importsFolder(dataDir), { recursive: true, mode: 0o700 });
  giveToOwner(dataDir, importsFolder(dataDir));
  try {
    await pipeline(stream, measured, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await forgetFile(dataDir, batchId);
    throw error;
  }
  giveToOwner(dataDir, path);
  return hash.digest('hex');
}

/** Nobody keeps customers' data that nothing can come of. */
export async function forgetFile(dataDir: string, batchId: string): Promise<void> {
  await rm(fileOf(dataDir, batchId), { force: true });
  await rm(reportOf(dataDir, batchId), { force: true });
}

function importsFolder(dataDir: string): string {
  return join(dataDir, 'imports');
}
