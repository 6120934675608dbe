import { openHouse, type House } from '#server/house.ts';
import { databaseUrlOf, dataDirOf } from '#server/platform/arguments.ts';
import { Conflict } from '#server/platform/errors.ts';
import { Refused } from './leave.ts';

interface DataOptions {
  data?: string | undefined;
  trialClock?: string | undefined;
}

/** Opens the data a command works on, whether the server runs or not, and closes it behind the command. */
export async function withHouse<T>(options: DataOptions, work: (house: House) => Promise<T>): Promise<T> {
  const house = await open(options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => breakOff(house));
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

async function open(options: DataOptions): Promise<House> {
  try {
    return await openHouse({
      dataDir: dataDirOf(options),
      databaseUrl: databaseUrlOf(),
      trialClock: options.trialClock,
      onProgress: (line) => process.stderr.write(`  ${line}\n`),
    });
  } catch (error) {
    if (error instanceof Conflict && error.code === 'is-a-real-database') {
      throw new Refused(
        'This data folder holds a real clinic, not a trial: --trial-clock is for a folder of its own (--data DIR).',
        2,
      );
    }
    throw error;
  }
}

/** What is not committed is rolled back by the database; there is nothing to wait for but its end. */
function breakOff(house: House): void {
  process.stderr.write('\n  Stopped. Nothing that was not finished has been written.\n');
  const leave = () => process.exit(130);
  setTimeout(leave, 3_000);
  void house.close().then(leave, leave);
}
