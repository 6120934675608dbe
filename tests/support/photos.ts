import { Readable } from 'node:stream';

/** A PNG of two by two pixels: the smallest thing that is a photo. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM40+FypsOFAUIBAC7OBmGjgG6UAAAAAElFTkSuQmCC',
  'base64',
);

/** As the door hands an upload to a verb. */
export function aPhotoFile(bytes: Buffer = tinyPng, fields: Record<string, string> = {}) {
  return { fileName: 'photo.png', stream: Readable.from([bytes]), fields };
}

/** A multipart body of a photo with the fields before it, and the header that goes with it. */
export function asMultipart(bytes: Buffer, fileName: string, fields: Record<string, string> = {}) {
  const boundary = 'a-boundary-of-the-tests';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: image/png\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
