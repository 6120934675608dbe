import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { giveToOwner } from '../postgres/data-folder.ts';
import { defaultLimits } from './sheet.ts';
import { tooLarge } from './sheet-error.ts';

/** An upload as a file of its owner's only, for as long as it is read. Throws SheetError `too-large`. */
export async function keepUpload(
  dataDir: string,
  name: string,
  stream: Readable,
): Promise<{ path: string; forget(): Promise<void> }> {
  const folder = join(dataDir, 'uploads');
  const path = join(folder, name);
  const forget = () => rm(path, { force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  giveToOwner(dataDir, folder);
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    // What the door has cut off at its own limit looks like a shorter file.
    if ((stream as { truncated?: boolean }).truncated) throw tooLarge(defaultLimits.fileBytes);
  } catch (error) {
    await forget();
    throw error;
  }
  return { path, forget };
}
