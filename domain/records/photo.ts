/** A photo as it may come in. Phones make 3 to 12 MB; what is 20 MB or more is refused. */
export const photoLimitBytes = 20_000_000;
/** 50 million: more than any phone's; a small file that unfolds into gigabytes stays out. */
export const photoLimitPixels = 50_000_000;

const jpeg = [0xff, 0xd8, 0xff];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** Told by how the file begins, whatever its name says; null is no photo. */
export function photoFormatOf(file: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  if (has(file, 0, jpeg)) return 'jpeg';
  if (has(file, 0, png)) return 'png';
  return has(file, 0, riff) && has(file, 8, webp) ? 'webp' : null;
}

function has(file: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => file[at + index] === byte);
}
