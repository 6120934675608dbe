import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { CallbackRequest } from './channel.ts';

/** What was agreed with WeChat or WeCom for callbacks: a word, a key of 43 characters, and who we are to them. */
export interface CallbackSecrets {
  token: string;
  aesKey: string;
  /** The appid, or the corpid: whatever is meant for another is not for us. */
  receiver: string;
}

const replayMinutes = 10;

/** SHA-1 over the word, time, nonce and what is signed, sorted, as both sign; an old one is a replay. */
export function isSigned(
  token: string,
  { query, now }: Pick<CallbackRequest, 'query' | 'now'>,
  sealed?: string,
): boolean {
  const { timestamp = '', nonce = '' } = query;
  const given = Buffer.from(
    (sealed === undefined ? query['signature'] : query['msg_signature']) ?? '',
    'hex',
  );
  const seconds = Math.abs(Date.parse(now) / 1000 - Number(timestamp));
  if (token === '' || timestamp === '' || !(seconds <= replayMinutes * 60)) return false;
  const words = [token, timestamp, nonce, ...(sealed === undefined ? [] : [sealed])];
  const expected = createHash('sha1').update(words.sort().join('')).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Opens a sealed callback: AES-256-CBC under the agreed key, padded to 32 bytes, inside it 16 random bytes, the length, the
 * text and whom it is for. Null where the signature, the padding or the receiver is wrong.
 */
export function openSealed(
  { token, aesKey, receiver }: CallbackSecrets,
  sealed: string,
  request: Pick<CallbackRequest, 'query' | 'now'>,
): string | null {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (key.length !== 32 || receiver === '' || !isSigned(token, request, sealed)) return null;
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    const opened = padded.subarray(0, padded.length - pad);
    if (pad < 1 || pad > 32 || opened.length < 20) return null;
    const end = 20 + opened.readUInt32BE(16);
    if (end > opened.length || opened.subarray(end).toString('utf8') !== receiver) return null;
    return opened.subarray(20, end).toString('utf8');
  } catch {
    // No whole blocks: it was sealed by nobody who has the key.
    return null;
  }
}

/** The fields of WeChat's flat XML, one after the other: what somebody wrote is text, whatever it looks like. */
export function readFields(xml: string): (name: string) => string {
  const fields = new Map<string, string>();
  for (const [, name, quoted, plain] of xml.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g))
    if (!fields.has(name!)) fields.set(name!, (quoted ?? plain ?? '').trim());
  return (name) => fields.get(name) ?? '';
}

/** When it happened, as both tell it in seconds. */
export function toldAt(field: (name: string) => string, now: string): string {
  const seconds = Number(field('CreateTime'));
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : now;
}
