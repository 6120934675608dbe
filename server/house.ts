import { openDatabase } from './platform/database/pool.ts';
import type { Database } from './platform/context.ts';
import type { PoolOptions } from './platform/database/pool.ts';
import { applicationUrl, migrate } from './platform/database/migrate.ts';
import { machineClock } from './platform/clock.ts';
import type { Clock } from './platform/clock.ts';
import { declareInstallation } from './platform/installation.ts';
import { onThisMachine } from './platform/public-url.ts';
import { databaseFor } from './platform/postgres/database-for.ts';
import { heardAtOnce } from './reactions.ts';

/** A running Carecurve without its doors: what the server and every command stand in. */
export interface House {
  database: Database;
  clock: Clock;
  dataDir: string;
  /** Where customers find it. */
  publicUrl: string;
  close(): Promise<void>;
}

export interface HouseOptions extends Omit<PoolOptions, 'heardAtOnce'> {
  dataDir: string;
  databaseUrl?: string | undefined;
  trialClock?: string | undefined;
  publicUrl?: string | undefined;
  clock?: Clock;
  onProgress?: (line: string) => void;
}

/**
 * Starts or adopts the database, brings its schema up to date and says what kind of database it is. Throws
 * Conflict `is-a-real-database` when a trial clock is asked of a real one.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const say = options.onProgress ?? (() => {});
  const clock = options.clock ?? machineClock;
  const postgres = await databaseFor({
    dataDir: options.dataDir,
    databaseUrl: options.databaseUrl,
    onProgress: say,
  });
  try {
    await migrate(postgres.url, { onProgress: say });
    const database = openDatabase(await applicationUrl(postgres.url), { ...options, heardAtOnce });
    const house = {
      database,
      clock,
      dataDir: options.dataDir,
      publicUrl: options.publicUrl ?? onThisMachine(),
      close: async () => {
        await database.close();
        await postgres.stop();
      },
    };
    try {
      await declareInstallation(house, { trialClock: options.trialClock });
    } catch (error) {
      await database.close();
      throw error;
    }
    return house;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
