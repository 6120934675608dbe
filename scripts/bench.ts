// npm run bench: what must be fast, each against the bare work behind it, in turn in one run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BadValue, commandLineOrExit, databaseUrlOf } from '#server/platform/arguments.ts';
import { databaseFor } from '#server/platform/postgres/database-for.ts';
import { measureBoard } from './bench/board.ts';
import { measureCalls } from './bench/calls.ts';
import { dropChain, openChain } from './bench/chain.ts';
import type { Chain } from './bench/chain.ts';
import { heading, lineOf } from './bench/measure.ts';
import type { Result } from './bench/measure.ts';
import { measureForms } from './bench/forms.ts';
import { measurePlanning } from './bench/planning.ts';
import { measureReplay } from './bench/replay.ts';
import { measureSearch } from './bench/search.ts';
import type { Size } from './bench/setting.ts';
import { measureToday } from './bench/today.ts';
import { measureVisits } from './bench/visits.ts';

type Open = (size: Size) => Promise<Chain>;

const benches: Record<string, (open: Open) => Promise<Result[]>> = {
  search: async (open) => measureSearch(await open(large)),
  today: async (open) => measureToday(await open(small), await open(large)),
  forms: async (open) => measureForms(await open(small)),
  board: async (open) => measureBoard(await open(small)),
  calls: async (open) => measureCalls(await open(small)),
  visits: async (open) => measureVisits(await open(small)),
  planning: async (open) => {
    const visits = options.full ? 1_000_000 : 100_000;
    const chain = await open(options.full ? seen : { customers: visits / 5, followups: 0 });
    return measurePlanning(chain, { visits, rounds: options.full ? 1 : 3, say });
  },
  replay: async (open) => measureReplay(await open(seen), { visits: seen.customers * 5, say }),
};

const count = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new BadValue('a whole number');
};
const { options } = commandLineOrExit(process.argv.slice(2), {
  usage: 'npm run bench -- [options]',
  options: {
    only: {
      takes: 'NAME',
      help: 'one of search, today, forms, board, calls, visits, planning, replay',
      read: nameOf,
    },
    size: { takes: 'N', help: 'customers, and followups, of the large chain (default 1000000)', read: count },
    full: { help: '10000000 followups in the large chain; filling them in takes its time' },
    data: { takes: 'DIR', help: 'an empty folder to keep for the next run, filled as it is', read: resolve },
  },
});

const size = options.size ?? 1_000_000;
const large: Size = { customers: size, followups: options.full ? 10_000_000 : size };
/** Who is seen, and not yet followed up. */
const seen: Size = { customers: 200_000, followups: 0 };
const small: Size = { customers: 10_000, followups: 100_000 };

const say = (line: string) => console.log(`  ${line}`);
const dataDir = options.data ?? (await mkdtemp(join(tmpdir(), 'carecurve-bench-')));
const postgres = await databaseFor({ dataDir, databaseUrl: databaseUrlOf(), onProgress: say });
const chains = new Map<Size, Chain>();
const open: Open = async (size) => {
  if (!chains.has(size)) chains.set(size, await openChain(postgres.url, size, say));
  return chains.get(size)!;
};
const results: Result[] = [];
try {
  for (const [name, measure] of Object.entries(benches)) {
    if (options.only !== undefined && options.only !== name) continue;
    say(`measuring ${name} …`);
    results.push(...(await measure(open)));
  }
} finally {
  for (const [size, chain] of chains) {
    await chain.close();
    if (!options.data) await dropChain(postgres.url, size);
  }
  await postgres.stop();
  if (!options.data) await rm(dataDir, { recursive: true, force: true });
}
for (const line of ['', heading, ...results.map(lineOf), '']) say(line);

function nameOf(text: string): string {
  if (text in benches) return text;
  throw new BadValue(`one of ${Object.keys(benches).join(', ')}`);
}
