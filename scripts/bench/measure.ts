/** One line of the table. */
export interface Result {
  what: string;
  /** What was measured, in `unit`; of rates more is better, of times less. */
  ours: number;
  bare: number;
  unit: 'ms' | '/s';
  /** Of our rate to the bare one, at least; of our time to the bare one, at most. */
  wanted: number;
}

export const heading = row('', 'ours', 'bare', 'ratio', 'wanted', '');

export function lineOf({ what, ours, bare, unit, wanted }: Result): string {
  const figure = (value: number): string => `${Number(value.toPrecision(3))} ${unit}`;
  const ratio = ours / bare;
  const isEnough = unit === 'ms' ? ratio <= wanted : ratio >= wanted;
  return row(
    what,
    figure(ours),
    figure(bare),
    ratio.toFixed(2),
    `${unit === 'ms' ? '≤' : '≥'} ${wanted}`,
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
 * How many a second each of two pieces of work is done by that many clients, in turn: the median of the rounds. Ours
 * is done when what it leads to is, which `settled` waits for.
 */
export async function ratesOf(
  ours: Work,
  bare: Work,
  options: { settled?: Work; clients?: number; rounds?: number; seconds?: number } = {},
): Promise<{ ours: number; bare: number }> {
  const { settled, clients = 8, rounds = 5, seconds = 1.5 } = options;
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
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
