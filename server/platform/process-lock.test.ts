import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning, processMark, withLock } from './process-lock.mjs';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carecurve-lock-'));
  lock = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a lock between processes', () => {
  it('lets one in at a time, and is gone afterwards', async () => {
    const inside: string[] = [];
    const visit = (name: string) =>
      withLock(lock, async () => {
        inside.push(`${name} in`);
        await Promise.resolve();
        inside.push(`${name} out`);
      });

    await Promise.all([visit('a'), visit('b'), visit('c')]);

    expect(inside).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(existsSync(lock)).toBe(false);
  });

  it('is freed when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    { name: 'nobody has the number any more', holder: '999999999' },
    { name: 'a later process has the number', holder: `${process.pid} 1` },
  ])('is taken over from the dead: $name', async ({ holder }) => {
    writeFileSync(lock, holder);

    expect(await withLock(lock, () => Promise.resolve('in'))).toBe('in');
  });

  it('knows the living', () => {
    expect(isRunning(processMark())).toBe(true);
    expect(isRunning(processMark(process.ppid))).toBe(true);
    expect(isRunning('')).toBe(false);
  });
});
