import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { Encoding } from '../sheet.ts';
import { SheetError } from '../sheet-error.ts';

/**
 * The file's encoding, judged by every byte of it: UTF-8 and GB18030 may look alike for a megabyte
 * and part at one name, and a wrong guess writes that name wrong for life.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const { firstBytes, hasNul, isValidUtf8 } = await scanBytes(path);
  if (firstBytes.startsWith('fffe')) return 'utf-16le';
  if (firstBytes.startsWith('feff')) throw new SheetError('undecodable', { encoding: 'utf-16be', line: 1 });
  if (hasNul) throw new SheetError('not-a-sheet', { kind: 'binary' });
  if (isValidUtf8) return 'utf-8';
  if (!firstBytes.startsWith('efbbbf') && (await firstUndecodableLine(path, 'gb18030')) === null)
    return 'gb18030';
  throw new SheetError('undecodable', {
    encoding: 'utf-8',
    line: (await firstUndecodableLine(path, 'utf-8')) ?? 1,
  });
}

/** The file's text, piece by piece, without its byte-order mark. Bytes that are none become U+FFFD. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = decoder.write(chunk as Buffer);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

async function scanBytes(
  path: string,
): Promise<{ firstBytes: string; hasNul: boolean; isValidUtf8: boolean }> {
  let firstBytes: string | undefined;
  let carried = Buffer.alloc(0);
  let isValidUtf8 = true;
  let hasNul = false;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([carried, chunk as Buffer]);
    firstBytes ??= bytes.subarray(0, 4).toString('hex');
    hasNul ||= bytes.includes(0);
    const whole = bytes.length - unfinishedTail(bytes);
    isValidUtf8 &&= isUtf8(bytes.subarray(0, whole));
    carried = bytes.subarray(whole);
  }
  return { firstBytes: firstBytes ?? '', hasNul, isValidUtf8: isValidUtf8 && carried.length === 0 };
}

/** How many bytes at the end belong to a UTF-8 character whose rest is in the next piece. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

async function firstUndecodableLine(path: string, encoding: Encoding): Promise<number | null> {
  let line = 1;
  for await (const text of decodeFile(path, encoding)) {
    const at = text.indexOf('\ufffd');
    if (at >= 0) return line + countOf('\n', text.slice(0, at));
    line += countOf('\n', text);
  }
  return null;
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}
