import type { Readable } from 'node:stream';
import { openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import type { SheetLimits } from '../sheet.ts';
import { SheetError, tooLarge } from '../sheet-error.ts';

const MiB = 1024 * 1024;
const entryLimit = 10_000;
// A sheet of equal rows may well shrink 100 to 1; far past that, and large, it was made to explode.
const suspiciousRatio = 200;
const suspiciousBytes = 50 * MiB;

/** The parts of an xlsx, judged by its table of contents and counted again while they inflate. */
export interface Archive {
  has(part: string): boolean;
  read(part: string): AsyncGenerator<Buffer>;
  readWhole(part: string, bytes: number): Promise<Buffer>;
  close(): void;
}

export async function openArchive(path: string, limits: SheetLimits): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken);
  try {
    const entries = await judgedEntries(zip, limits);
    return archiveOf(zip, entries, limits);
  } catch (error) {
    zip.close();
    throw error;
  }
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>, limits: SheetLimits): Archive {
  let inflated = 0;

  async function* read(part: string): AsyncGenerator<Buffer> {
    const entry = entries.get(part.toLowerCase());
    if (!entry) throw new SheetError('broken-file', { reason: 'missing part', part });
    const stream: Readable = await zip.openReadStreamPromise(entry).catch(broken);
    let own = 0;
    try {
      for await (const chunk of stream) {
        const bytes = chunk as Buffer;
        own += bytes.length;
        inflated += bytes.length;
        if (inflated > limits.inflatedBytes || isSuspicious(own, entry.compressedSize)) throw bomb(limits);
        yield bytes;
      }
    } catch (error) {
      if (error instanceof SheetError) throw error;
      // yauzl says this where a part inflates to more than the table of contents declares.
      if (error instanceof Error && error.message.startsWith('too many bytes')) throw bomb(limits);
      broken(error);
    } finally {
      stream.destroy();
    }
  }

  return {
    has: (part) => entries.has(part.toLowerCase()),
    read,
    close: () => zip.close(),
    async readWhole(part, bytes) {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of read(part)) {
        size += chunk.length;
        if (size > bytes) throw tooLarge(bytes, { part });
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

async function judgedEntries(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > entryLimit)
    throw new SheetError('zip-bomb', { entries: zip.entryCount, limit: entryLimit });
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SheetError('encrypted');
      const wrongName = validateFileName(entry.fileName);
      if (wrongName) throw new SheetError('broken-file', { reason: wrongName });
      const name = entry.fileName.toLowerCase();
      if (entries.has(name))
        throw new SheetError('broken-file', { reason: 'part twice', part: entry.fileName });
      declared += entry.uncompressedSize;
      if (declared > limits.inflatedBytes || isSuspicious(entry.uncompressedSize, entry.compressedSize)) {
        throw bomb(limits);
      }
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof SheetError) throw error;
    broken(error);
  }
  return entries;
}

function isSuspicious(inflated: number, compressed: number): boolean {
  return inflated > suspiciousBytes && inflated > compressed * suspiciousRatio;
}

function bomb(limits: SheetLimits): SheetError {
  return new SheetError('zip-bomb', { limit: limits.inflatedBytes });
}

function broken(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new SheetError('broken-file', { reason }, { cause: error });
}
