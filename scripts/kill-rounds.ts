// node scripts/kill-rounds.ts: proves by `kill -9` that nothing acknowledged is lost and nothing is doubled.
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BadValue, commandLineOrExit } from '#server/platform/arguments.ts';
import { KillRounds } from './kill-rounds/rounds.ts';
import { describeOutcome } from './kill-rounds/report.ts';
import { removeDatabaseFolder } from './testing/leftovers.ts';

const violationsShown = 20;

const count = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new BadValue('a whole number');
};
const { options } = commandLineOrExit(process.argv.slice(2), {
  usage: 'node scripts/kill-rounds.ts [options]',
  options: {
    rounds: { takes: 'N', help: 'how many kills (default 20)', read: count },
    seed: { takes: 'S', help: 'what to draw the rounds from (default 1)', read: count },
    rows: { takes: 'N', help: 'rows of each sheet that is imported (default 3000)', read: count },
    data: { takes: 'DIR', help: 'an empty folder to keep (default: one that is removed)', read: resolve },
  },
});

const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'carecurve-'));
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
if (readdirSync(dataDir).length > 0) {
  console.error(`${dataDir} is not empty; what is killed here must be nobody's.`);
  process.exit(2);
}
const rounds = new KillRounds({
  rounds: options.rounds ?? 20,
  seed: options.seed ?? 1,
  rowsPerSheet: options.rows ?? 3_000,
  killWithinMs: [1_500, 8_000],
  isHurried: false,
  dataDir,
  say: (line) => console.log(line),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave(130));

try {
  const outcome = await rounds.play();
  for (const { kind, words } of outcome.violations.slice(0, violationsShown))
    console.log(`  ${kind}: ${words}`);
  console.log(describeOutcome(outcome));
  await leave(outcome.violations.length > 0 ? 1 : 0);
} catch (error) {
  console.error(error);
  await leave(1);
}

/** A folder in which something went wrong is left to be looked at. */
async function leave(exitCode: number): Promise<never> {
  await rounds.close();
  if (exitCode === 1) console.log(`What was asked, answered and said: ${join(dataDir, 'kill-rounds')}`);
  else if (!options.data && existsSync(dataDir)) await removeDatabaseFolder(dataDir);
  process.exit(exitCode);
}
