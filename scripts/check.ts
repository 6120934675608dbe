import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Check, Finding } from './check/check.ts';
import { dependencyBreaches } from './check/dependency-rules.ts';
import { documentsCheck } from './check/documents.ts';
import { lockFileCheck } from './check/lock-file.ts';
import { migrationsCheck } from './check/migrations.ts';
import { privacyCheck, schemaCheck } from './check/schema.ts';
import { structureCheck } from './check/structure.ts';
import { toolChecks } from './check/tools.ts';
import { unfinishedWordsCheck } from './check/unfinished-words.ts';

// Everything that can be said about the code without running it. `node scripts/check.ts lint types` runs only those.

const root = fileURLToPath(new URL('..', import.meta.url));

const checks: Check[] = [
  ...toolChecks,
  {
    name: 'dependencies',
    run: async () => ({
      problems: (await dependencyBreaches(root)).map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    }),
  },
  structureCheck,
  migrationsCheck,
  schemaCheck,
  privacyCheck,
  documentsCheck,
  lockFileCheck,
  unfinishedWordsCheck,
];

const wanted = process.argv.slice(2);
const isWanted = ({ name }: Check): boolean =>
  wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}-`));
const unknown = wanted.filter(
  (word) => !checks.some(({ name }) => name === word || name.startsWith(`${word}-`)),
);
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}. Known: ${checks.map(({ name }) => name).join(' ')}`,
  );
  process.exit(2);
}

const waiting = checks.filter(isWanted);
const results: { name: string; ok: boolean }[] = [];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));

const report = process.env['CARECURVE_CHECK_REPORT'];
if (report) writeFileSync(report, JSON.stringify({ checks: results }));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const began = performance.now();
    const finding = await runSafely(check);
    const ok = finding.problems.length === 0;
    results.push({ name: check.name, ok });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${check.name.padEnd(18)}${seconds.padStart(5)} s`);
    for (const line of [...finding.problems, ...(finding.notes ?? []).map((note) => `(${note})`)]) {
      console.log(line.replace(/^/gm, '        '));
    }
  }
}

/** A check that throws is a check that failed. */
async function runSafely(check: Check): Promise<Finding> {
  try {
    return await check.run(root);
  } catch (error) {
    return { problems: [(error as Error).stack ?? String(error)] };
  }
}
