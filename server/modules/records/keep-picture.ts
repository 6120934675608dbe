import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import sharp from 'sharp';
import { photoFormatOf, photoLimitBytes, photoLimitPixels } from '#domain/records/photo.ts';
import { Conflict } from '#server/platform/errors.ts';
import { giveToOwner } from '#server/platform/postgres/data-folder.ts';

// Only what may come in can be read at all: no SVG, no PDF, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const longestSide = { full: 2560, small: 480 } as const;
export type PictureSize = keyof typeof longestSide;

export interface Picture {
  width: number;
  height: number;
  bytes: number;
  full: Buffer;
  small: Buffer;
}

/** The upload and its SHA-256. Throws Conflict `photo-too-large`. */
export async function readUpload(stream: Readable): Promise<{ file: Buffer; sha256: string }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // To the end also where it is refused: who is still sending cannot hear the answer.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes < photoLimitBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes >= photoLimitBytes || (stream as { truncated?: boolean }).truncated)
    throw new Conflict('photo-too-large', { limitMegabytes: photoLimitBytes / 1_000_000 });
  const file = Buffer.concat(chunks);
  return { file, sha256: createHash('sha256').update(file).digest('hex') };
}

/**
 * The picture written anew, upright and without what a camera tells about place, time and owner. Throws
 * Conflict `not-a-photo` (it is no JPEG, PNG or WebP, or a broken one) and `photo-too-many-pixels`.
 */
export async function redraw(file: Buffer): Promise<Picture> {
  if (photoFormatOf(file) === null) throw new Conflict('not-a-photo');
  const read = () => sharp(file, { limitInputPixels: false, failOn: 'error' });
  const { width, height } = await read()
    .metadata()
    .catch(() => {
      throw new Conflict('not-a-photo');
    });
  if (width * height > photoLimitPixels)
    throw new Conflict('photo-too-many-pixels', { limitMegapixels: photoLimitPixels / 1_000_000 });
  const drawn = (size: PictureSize) =>
    read()
      .rotate()
      .resize({
        width: longestSide[size],
        height: longestSide[size],
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: size === 'full' ? 86 : 78 })
      .toBuffer({ resolveWithObject: true })
      .catch(() => {
        throw new Conflict('not-a-photo');
      });
  const full = await drawn('full');
  const small = await drawn('small');
  return {
    width: full.info.width,
    height: full.info.height,
    bytes: full.data.length,
    full: full.data,
    small: small.data,
  };
}

/** Stores both sizes for the server's eyes only. */
export async function keepPicture(place: PicturePlace, picture: Picture): Promise<void> {
  const folder = folderOf(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  giveToOwner(place.dataDir, join(place.dataDir, 'photos'));
  giveToOwner(place.dataDir, folder);
  for (const size of ['full', 'small'] as const) {
    await writeFile(fileOf(place, size), picture[size], { mode: 0o600, flag: 'wx' });
    giveToOwner(place.dataDir, fileOf(place, size));
  }
}

export function readPicture(place: PicturePlace, size: PictureSize): Promise<Buffer> {
  return readFile(fileOf(place, size));
}

export async function forgetPicture(place: PicturePlace): Promise<void> {
  await rm(fileOf(place, 'full'), { force: true });
  await rm(fileOf(place, 'small'), { force: true });
}

export interface PicturePlace {
  dataDir: string;
  orgId: string;
  id: string;
}

function folderOf({ dataDir, orgId }: PicturePlace): string {
  return join(dataDir, 'photos', orgId);
}

function fileOf(place: PicturePlace, size: PictureSize): string {
  return join(folderOf(place), size === 'full' ? place.id : `${place.id}.small`);
}
