// node scripts/simulate-year.ts: years of twenty clinics, and a checker that looks for anybody lost in them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { BadValue, commandLineOrExit } from '#server/platform/arguments.ts';
import { applicationUrl } from '#server/platform/database/migrate.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import { log } from '#server/platform/log.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { onScratchDatabase } from './schema/scratch-database.ts';
import { readHistory } from './simulate-year/check/history.ts';
import { checkYear } from './simulate-year/checker.ts';
import { zone } from './simulate-year/clinics.ts';
import { simulateYear } from './simulate-year/year.ts';

const count = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new BadValue('a whole number');
};
const nights = (text: string): 'all' | 'followups' => {
  if (text === 'all' || text === 'followups') return text;
  throw new BadValue('all or followups');
};
const { options } = commandLineOrExit(process.argv.slice(2), {
  usage: 'node scripts/simulate-year.ts [options]',
  options: {
    seeds: { takes: 'N', help: 'how many years (default 10)', read: count },
    first: { takes: 'S', help: 'the seed of the first (default 1)', read: count },
    customers: { takes: 'N', help: 'customers of each year (default 40)', read: count },
    clinics: { takes: 'N', help: 'clinics of each year (default 20)', read: count },
    jobs: { takes: 'WHICH', help: 'what runs at night: all, or followups (default all)', read: nights },
  },
});
const { seeds = 10, first = 1, customers = 40, clinics = 20, jobs = 'all' } = options;

// Processes that die say so, and nothing is wrong with it here.
log.level = 'silent';
const dataDir = mkdtempSync(join(tmpdir(), 'carecurve-years-'));
let violations = 0;
try {
  await onScratchDatabase(async (ownerUrl) => {
    const database = openDatabase(await applicationUrl(ownerUrl), { heardAtOnce });
    const db = new pg.Client({ connectionString: ownerUrl });
    await db.connect();
    for (let seed = first; seed < first + seeds; seed += 1) {
      const year = await simulateYear(database, {
        ...{ seed, clinics, customers, dataDir, from: '2026-01-01', days: 365 },
        ...{ deathRate: 0.03, missRate: 0.15, jobs, nightEveryDays: 7 },
      });
      const found = checkYear(await readHistory(db, year.orgId, year.until, zone));
      const deaths = [...year.deaths.values()].reduce((sum, times) => sum + times, 0);
      const lived = `${year.daysWorked} days with something to do, ${year.calls} calls, ${deaths} deaths`;
      console.log(`seed ${seed}: ${lived}, ${found.length} violations`);
      for (const { kind, words } of found.slice(0, 20)) console.log(`  ${kind}: ${words}`);
      violations += found.length;
    }
    await db.end();
    await database.close();
  });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(violations === 0 ? 0 : 1);
