import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keysFrom, keysOf } from './keys.ts';

const folders: string[] = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'carecurve-'));
  folders.push(folder);
  return folder;
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const keys = keysFrom(Buffer.alloc(32, 7));
const place = 'org account';

describe('a sealed secret', () => {
  it('opens where it was sealed, and is never the same twice', () => {
    const sealed = keys.seal('秘密 secret', place);
    expect(keys.open(sealed, place)).toBe('秘密 secret');
    expect(keys.seal('秘密 secret', place)).not.toBe(sealed);
    expect(sealed).not.toContain('secret');
  });

  it('does not open elsewhere, with another key, or with one bit turned', () => {
    const sealed = keys.seal('secret', place);
    expect(() => keys.open(sealed, 'org another')).toThrow();
    expect(() => keysFrom(Buffer.alloc(32, 8)).open(sealed, place)).toThrow();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const turned = Buffer.from(bytes);
      turned[index]! ^= 1;
      expect(() => keys.open(`v1.${turned.toString('base64url')}`, place)).toThrow();
    }
    expect(() => keys.open('secret', place)).toThrow('not something sealed here');
  });
});

describe('a hash', () => {
  it('is the same for the same text of one organization only', () => {
    expect(keys.hashOf('a', '+8613800001234')).toBe(keys.hashOf('a', '+8613800001234'));
    expect(keys.hashOf('b', '+8613800001234')).not.toBe(keys.hashOf('a', '+8613800001234'));
    expect(keysFrom(Buffer.alloc(32, 8)).hashOf('a', 'x')).not.toBe(keys.hashOf('a', 'x'));
  });
});

describe('the key of a data folder', () => {
  it('is made once, for its owner’s eyes only, and found again', () => {
    const folder = aFolder();
    const sealed = keysOf(folder).seal('x', place);
    const file = join(folder, 'secret-key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keysFrom(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')).open(sealed, place)).toBe(
      'x',
    );
  });

  it('is not made anew over one that is damaged', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'secret-key'), 'half of i');
    expect(() => keysOf(folder)).toThrow('put back the one from the backup');
  });
});
