import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CannotGoOn, say } from './launch/say.mjs';
import { buildWeb } from './launch/web-build.mjs';
import { findBrowser } from './testing/browser.ts';
import { countTests, endCurrentLeg, runChecks, runVitest } from './testing/legs.ts';
import { removeLeftovers } from './testing/leftovers.ts';
import { inWords, nothing, sum } from './testing/tally.ts';
import type { Outcome } from './testing/legs.ts';
import type { Tally } from './testing/tally.ts';
import { debianPostgres, startThrowawayPostgres } from './testing/throwaway-postgres.ts';

// Everything `npm test` does, in order, each leg whatever became of the one before; the last line has the sums.
// With arguments (`npm test -- domain/base`) only the tests they name.

const OLDEST_POSTGRES = 15;
const root = fileURLToPath(new URL('..', import.meta.url));
const filters = process.argv.slice(2);

const results: { leg: string; tally: Tally; note: string; failures: string[] }[] = [];
let interruptedBy: NodeJS.Signals | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interruptedBy ??= signal;
    endCurrentLeg(signal);
  });
}

await removeLeftovers();
if (filters.length > 0) {
  await leg('unit', () => runVitest(root, 'unit', { config: 'vitest.config.ts', args: filters }));
} else {
  const browser = await findBrowser();
  await leg('check', () => runChecks(root));
  await leg('unit', () => runVitest(root, 'unit', { config: 'vitest.config.ts' }));
  await leg(`postgres-${OLDEST_POSTGRES}`, onOldestPostgres);
  await leg('journeys', () => journeys(browser));
}
if (interruptedBy) await removeLeftovers();
finish();

/** The part that speaks SQL once more, on the oldest PostgreSQL we promise to work with. */
async function onOldestPostgres(): Promise<Outcome | string> {
  // What is about access, texts, large files, commands, the made-up chain and whole years speaks no other SQL than the rest.
  const without = [
    'server/platform/postgres/**',
    'server/platform/sheets/**',
    'scripts/command/**',
    'server/demo/**',
    'tests/walls/**',
    ...['access-matrix', 'naughty-strings', 'simulated-year', 'outbox-rounds', 'noshow-file'].map(
      (name) => `tests/${name}.test.ts`,
    ),
  ].flatMap((file) => ['--exclude', file]);
  const bin = debianPostgres(OLDEST_POSTGRES);
  if (!bin) return `PostgreSQL ${OLDEST_POSTGRES} is not installed in /usr/lib/postgresql/${OLDEST_POSTGRES}`;
  const postgres = await startThrowawayPostgres(bin, String(OLDEST_POSTGRES));
  try {
    return await runVitest(root, `postgres-${OLDEST_POSTGRES}`, {
      config: 'vitest.config.ts',
      args: ['server', 'tests', 'scripts', ...without],
      env: { CARECURVE_TEST_DATABASE_URL: postgres.url },
    });
  } finally {
    await postgres.remove();
  }
}

async function journeys(browser: Awaited<ReturnType<typeof findBrowser>>): Promise<Outcome | string> {
  const config = 'vitest.journeys.config.ts';
  if ('missing' in browser) {
    say(`Browser tests are skipped: ${browser.missing}.`);
    return { tally: { ...nothing, skipped: countTests(root, config) }, failures: [] };
  }
  await buildWeb(root, process.execPath);
  return runVitest(root, 'journeys', { config, env: { CARECURVE_BROWSER: browser.path } });
}

/** A leg that answers with words was not run, for the reason they give; it counts as one skipped test. */
async function leg(name: string, run: () => Promise<Outcome | string>): Promise<void> {
  if (interruptedBy) return;
  say(`${name} …`);
  try {
    const outcome = await run();
    if (typeof outcome === 'string')
      results.push({ leg: name, tally: { ...nothing, skipped: 1 }, note: outcome, failures: [] });
    else results.push({ leg: name, ...outcome, note: '' });
  } catch (error) {
    if (error instanceof CannotGoOn) say(error.message);
    else console.error(error);
    results.push({
      leg: name,
      tally: { ...nothing, failed: 1 },
      note: 'did not run to its end',
      failures: [],
    });
  }
}

function finish(): void {
  const total = sum(results.map(({ tally }) => tally));
  console.log();
  for (const { leg, failures } of results)
    for (const failure of failures) console.log(`failed in ${leg}: ${failure}`);
  for (const { leg, tally, note } of results)
    console.log(`${leg.padEnd(14)}${inWords(tally)}${note && ` (${note})`}`);
  if (interruptedBy) console.log(`interrupted by ${interruptedBy}`);
  console.log(inWords(total));
  process.exitCode = interruptedBy ? 128 + constants.signals[interruptedBy] : total.failed > 0 ? 1 : 0;
}
