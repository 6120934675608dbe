import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabase } from '#scripts/kill-rounds/database.ts';
import { KillRounds } from '#scripts/kill-rounds/rounds.ts';
import type { Outcome } from '#scripts/kill-rounds/report.ts';
import { removeDatabaseFolder, testFolder } from '#scripts/testing/leftovers.ts';
import { startPostgres } from '#server/platform/postgres/start-postgres.ts';
import type { RunningPostgres } from '#server/platform/postgres/start-postgres.ts';

// What is killed here is the embedded database of a folder of its own; a database that was named is left in peace.
const isOnNamedDatabase = process.env['CARECURVE_TEST_DATABASE_URL'] !== undefined;

describe.skipIf(isOnNamedDatabase)('kill -9 while everybody works', () => {
  const dataDir = mkdtempSync(join(tmpdir(), testFolder));
  const rounds = new KillRounds({
    rounds: 3,
    seed: 7,
    dataDir,
    rowsPerSheet: 300,
    killWithinMs: [200, 1_200],
    isHurried: true,
    say: () => {},
  });
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = await rounds.play();
  }, 900_000);

  afterAll(async () => {
    await rounds.close();
    await removeDatabaseFolder(dataDir);
  });

  it('loses nothing acknowledged, doubles nothing, and is ready again each time', () => {
    expect(outcome.violations).toEqual([]);
    expect(outcome.kills).toBe(3);
    expect(outcome.acknowledged).toBeGreaterThan(10);
  });

  describe('and its checker', () => {
    let postgres: RunningPostgres;
    beforeAll(async () => {
      postgres = await startPostgres({ dataDir });
    });
    afterAll(() => postgres.stop());

    it.each([
      [
        'a call that is gone',
        'lost',
        `delete from attempts where call_id = (select min(call_id::text)::uuid from attempts)`,
      ],
      [
        'a call that is there twice',
        'doubled',
        `insert into attempts select (json_populate_record(a, json_build_object('id', gen_random_uuid(), 'call_id', gen_random_uuid()))).*
         from attempts a limit 1`,
      ],
      ['a call of other words', 'altered', `update attempts set duration_seconds = duration_seconds + 1`],
      [
        'a followup that was never planned',
        'lost',
        `delete from followups where id = (select min(id::text)::uuid from followups where tries = 0 and state = 'open' and version = 1)`,
      ],
      [
        'a followup that was planned twice',
        'doubled',
        `insert into followups select (json_populate_record(f, json_build_object('id', gen_random_uuid()))).*
         from followups f where version = 1 limit 1`,
      ],
      [
        'a followup that ended without a call',
        'altered',
        `update followups set state = 'done', ended_at = now() where version = 1`,
      ],
      [
        'a customer who is there twice',
        'doubled',
        `insert into customers (org_id, id, clinic_id, number, name, notes, created_at, created_by, updated_at)
         select org_id, gen_random_uuid(), clinic_id, 'x', name, notes, created_at, created_by, updated_at
         from customers where import_batch_id is null limit 1`,
      ],
      [
        'a visit that is open again',
        'lost',
        `update visits set state = 'open', closed_at = null where import_batch_id is null`,
      ],
      [
        'half a sheet',
        'half',
        `delete from appointments where id = (select min(id::text)::uuid from appointments where state = 'missed')`,
      ],
      [
        'an import without a process',
        'stuck',
        `update import_batches set state = 'running', beat_at = now() - interval '2 minutes'`,
      ],
      ['an event nobody heard', 'lost', `update outbox_events set dispatched_at = null`],
    ])('sees %s', async (_, kind, sql) => {
      expect(await withDatabase(dataDir, (db) => violationsAfter(db, sql))).toContain(kind);
    });
  });

  async function violationsAfter(db: pg.Client, sql: string): Promise<string[]> {
    await db.query('begin');
    const { rowCount } = await db.query(sql);
    expect(rowCount).toBeGreaterThan(0);
    const violations = await rounds.check(db);
    await db.query('rollback');
    return violations.map((violation) => violation.kind);
  }
});
