/** One line of the table. */
export interface Result {
  what: string;
  /** What was measured, in `unit`; of rates more is better, of times and memory less. */
  ours: number;
  /** What it is held against; nothing, where a figure is wanted as such. */
  bare?: number;
  unit: 'ms' | '/s' | 's' | 'MB' | 'kB' | 'screens';
  /** Of our rate to the bare one, at least; of anything else to the bare one, or as such, at most. */
  wanted: number;
}

export const heading = row('', 'ours', 'bare', 'ratio', 'wanted', '');

export function lineOf({ what, ours, bare, unit, wanted }: Result): string {
  const figure = (value: number): string => `${Number(value.toPrecision(3))} ${unit}`;
  const compared = bare === undefined ? ours : ours / bare;
  const isEnough = unit === '/s' ? compared >= wanted : compared <= wanted;
  const bound = bare === undefined ? figure(wanted) : String(wanted);
  return row(
    what,
    figure(ours),
    bare === undefined ? '' : figure(bare),
    bare === undefined ? '' : compared.toFixed(2),
    `${unit === '/s' ? '≥' : '≤'} ${bound}`,
    isEnough ? 'yes' : 'NO',
  );
}

function row(
  what: string,
  ours: string,
  bare: string,
  ratio: string,
  wanted: string,
  verdict: string,
): string {
  return [
    what.padEnd(52),
    ...[ours, bare].map((text) => text.padStart(11)),
    ratio.padStart(7),
    wanted.padStart(8),
    verdict,
  ]
    .join('  ')
    .trimEnd();
}

export type Work = () => Promise<unknown>;

/**
 * The time in milliseconds that each of two pieces of work takes, one after the other in turn. Of many the lower
 * decile: what else the machine does can only make them longer.
 */
export async function timesOf(
  ours: Work,
  bare: Work,
  rounds: number,
): Promise<{ ours: number; bare: number }> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, work] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const began = performance.now();
      await work();
      // The first ones warm up.
      if (round >= 0) times[name].push(performance.now() - began);
    }
  }
  return { ours: quantileOf(times.ours, 0.1), bare: quantileOf(times.bare, 0.1) };
}

/**
 * How many a second each of two pieces of work is done by that many clients, in turn: the median of the rounds, after
 * as many that warm up. Ours is done when what it leads to is, which `settled` waits for.
 */
export async function ratesOf(
  ours: Work,
  bare: Work,
  options: { settled?: Work; clients?: number; rounds?: number; seconds?: number } = {},
): Promise<{ ours: number; bare: number }> {
  const { settled, clients = 8, rounds = 5, seconds = 1.5 } = options;
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = -rounds; round < rounds; round += 1) {
    for (const [name, work] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const began = performance.now();
      let done = 0;
      const client = async (): Promise<void> => {
        while (performance.now() - began < seconds * 1000) {
          await work();
          done += 1;
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
      if (name === 'ours') await settled?.();
      if (round >= 0) rates[name].push((done * 1000) / (performance.now() - began));
    }
  }
  return { ours: quantileOf(rates.ours, 0.5), bare: quantileOf(rates.bare, 0.5) };
}

function quantileOf(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)]!;
}

/** The most memory that this process has while the work goes on. */
export async function peakMemoryOf<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const watch = setInterval(look, 20);
  try {
    const result = await work();
    look();
    return { result, megabytes: most / 1024 / 1024 };
  } finally {
    clearInterval(watch);
  }
}
