import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { secretKeyOf } from './arguments.ts';
import { giveToOwner } from './postgres/data-folder.ts';

/** What must not be readable from the database alone: its key lies in the data folder, or in the environment. */
export interface Keys {
  /** The same text of the same organization is the same hash, and nobody without the key can try them out. */
  hashOf(orgId: string, text: string): string;
  /** Sealed for one place: what was copied from elsewhere does not open there. */
  seal(text: string, place: string): string;
  /** Throws where it was sealed with another key or for another place. */
  open(sealed: string, place: string): string;
}

const opened = new Map<string, Keys>();

/** The keys of a data folder; made the first time, and part of every backup of it. */
export function keysOf(dataDir: string): Keys {
  const known = opened.get(dataDir);
  if (known) return known;
  const keys = keysFrom(secretKeyOf() ?? readOrMake(join(dataDir, 'secret-key'), dataDir));
  opened.set(dataDir, keys);
  return keys;
}

export function keysFrom(secret: Buffer): Keys {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `carecurve ${use}`, 32));
  const hashing = derived('hash');
  const sealing = derived('seal');
  return {
    hashOf: (orgId, text) => createHmac('sha256', hashing).update(`${orgId}\n${text}`).digest('base64url'),
    seal: (text, place) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open: (sealed, place) => {
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      if (!sealed.startsWith('v1.') || bytes.length < 28) throw new Error('not something sealed here');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
  };
}

/** Of two processes that start at once one makes it, and both have it. */
function readOrMake(path: string, dataDir: string): Buffer {
  const found = read(path);
  if (found) return found;
  const staged = `${path}.${process.pid}.new`;
  const file = openSync(staged, 'wx', 0o600);
  writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
  fsyncSync(file);
  closeSync(file);
  giveToOwner(dataDir, staged);
  try {
    linkSync(staged, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(staged, { force: true });
  }
  return read(path)!;
}

function read(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (key.length !== 32)
      throw new Error(`${path} is not a key of 32 bytes: put back the one from the backup`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
