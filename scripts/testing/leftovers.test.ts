import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeLeftovers, testFolder } from './leftovers.ts';

it('removes what a killed test run left, and nobody’s stopped server beside it', async () => {
  const place = mkdtempSync(join(tmpdir(), 'carecurve-leftovers-'));
  try {
    const [left, clinic] = [join(place, `${testFolder}a1b2c3`), join(place, 'carecurve-clinic')];
    for (const folder of [left, clinic]) mkdirSync(join(folder, 'users'), { recursive: true });
    await removeLeftovers(place);
    expect([existsSync(left), existsSync(clinic)]).toEqual([false, true]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
