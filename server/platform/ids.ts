import { createHash, randomUUID } from 'node:crypto';

/** A new id (uuid v7): later ones sort after earlier ones, also within one millisecond of this process. */
export function newId(): string {
  const random = randomUUID();
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = Number.parseInt(random.slice(0, 3), 16) & 0x3ff;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      sequence = 0;
    }
  }
  const time = hex(lastMillisecond, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(sequence, 3)}-${random.slice(19)}`;
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

let lastMillisecond = 0;
let sequence = 0;

/** Of all ids that are derived; the database derives some by itself. */
export const idNamespace = '9f0c6f0e-5b0e-4a1d-8a6f-6c7572766521';
const namespace = Buffer.from(idNamespace.replaceAll('-', ''), 'hex');

/** The same id for the same words, always (uuid v5): what makes a generator safe to run twice. */
export function derivedId(...words: (string | number)[]): string {
  const bytes = createHash('sha1').update(namespace).update(words.join('\u001f')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
