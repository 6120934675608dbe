import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { checkImport } from '#server/modules/exchange/check-import.ts';
import { runImport } from '#server/modules/exchange/run-import.ts';
import { claimRun } from '#server/modules/exchange/start-import.ts';
import { storeImport } from '#server/modules/exchange/upload-import.ts';
import { listDuplicates } from '#server/modules/identity/list-duplicates.ts';
import { listMerges } from '#server/modules/identity/list-merges.ts';
import { lookForDuplicates } from '#server/modules/identity/look-for-duplicates.ts';
import { inClinic } from './support/clinic.ts';

const file = path.join(import.meta.dirname, '../../shared/data/febrl/dataset1.csv');
const present = existsSync(file);
if (!present) console.log('The people of Febrl are not on this machine; their test is left out.');

/**
 * As somebody joins columns in a spreadsheet before bringing it in: one of the name, one of the address. The number
 * of the identity paper is left out: it would give every pair away.
 */
function joined(text: string): string {
  const rows = text.trim().split('\n').slice(1);
  const lines = rows.map((row) => {
    const [id, given, family, street, first, second, suburb, postcode, state, born] = row
      .split(',')
      .map((cell) => cell.trim());
    const name = [given, family].filter(Boolean).join(' ');
    const address = [street, first, second, suburb, postcode, state].filter(Boolean).join(' ');
    return [id, name || '?', born, address].join(',');
  });
  return ['number,name,birthday,address', ...lines].join('\n');
}

async function bringIn(ctx: Context & { dataDir: string }, clinicId: string) {
  const stored = await storeImport(ctx, {
    clinicId,
    fileName: 'people.csv',
    mapping: {
      kind: 'customers',
      fields: {
        number: { column: 'number' },
        name: { column: 'name' },
        birthday: { column: 'birthday' },
        address: { column: 'address' },
      },
      options: {},
    },
    stream: Readable.from([joined(readFileSync(file, 'utf8'))]),
  });
  await checkImport(ctx, stored);
  return runImport(ctx, await inTransaction(ctx, (ctx) => claimRun(ctx, stored.id)));
}

async function suggestedPairs(ctx: Context): Promise<[string, string][]> {
  const pairs: [string, string][] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await listDuplicates(ctx, { state: 'open', page, pageSize: 100 });
    pairs.push(...items.map(({ a, b }): [string, string] => [a.number, b.number]));
    if (pairs.length >= total) return pairs;
  }
}

/** rec-223-org and rec-223-dup-0 are one person, written down twice with errors. */
const personOf = (number: string) => number.split('-')[1];

describe.runIf(present)('a clinic that brings in 500 people, each written down twice', () => {
  it('is shown at least 470 of them with at most 10 errors, and nobody is merged', () =>
    inClinic(async (ctx, { clinicId }) => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
      onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
      const batch = await bringIn({ ...ctx, dataDir }, clinicId);
      expect(batch.counts).toMatchObject({ newCustomers: 1_000, rejected: 0 });

      await lookForDuplicates(ctx);

      const pairs = await suggestedPairs(ctx);
      const right = pairs.filter(([a, b]) => personOf(a) === personOf(b)).length;
      expect(right).toBeGreaterThanOrEqual(470);
      expect(pairs.length - right).toBeLessThanOrEqual(10);
      expect((await listCustomers(ctx, { page: 1, pageSize: 20 })).total).toBe(1_000);
      expect((await listMerges(ctx, { page: 1, pageSize: 20 })).total).toBe(0);
    }));
});
