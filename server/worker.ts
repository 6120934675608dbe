import { announceClosedMonths } from './modules/followups/announce-closed-months.ts';
import { failSilentImports } from './modules/exchange/fail-silent-imports.ts';
import { lookForDuplicates } from './modules/identity/look-for-duplicates.ts';
import { checkBooks } from './modules/ledger/check-books.ts';
import { regradeNightly } from './modules/grading/regrade-everybody.ts';
import { systemContext } from './modules/staff/gate.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/pool.ts';
import { forgetOldKeys } from './platform/http/forget-old-keys.ts';
import { log } from './platform/log.ts';
import { organizationsOf, settle } from './settle.ts';

interface House {
  database: Database;
  clock: Clock;
}

/** What time alone brings about. Each is safe to run at any moment, twice, and by two processes. */
export async function runClock(house: House): Promise<void> {
  for (const orgId of await organizationsOf(house)) {
    const ctx = await systemContext(house, orgId);
    await announceClosedMonths(ctx);
    await checkBooks(ctx);
    await failSilentImports(ctx);
    await regradeNightly(ctx);
    await forgetOldKeys(ctx);
    await lookForDuplicates(ctx);
  }
}

/** Runs events and clock until stopped: at once when something is announced here, else by looking every few seconds. */
export function startWorker(
  house: House,
  every = { eventsMs: 2_000, clockMs: 30_000 },
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let lastClock = 0;
  let wanted: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    try {
      const now = performance.now();
      if (lastClock === 0 || now - lastClock >= every.clockMs) {
        lastClock = now;
        await runClock(house);
      }
      await settle(house);
    } catch (error) {
      if (!stopped) log.error({ error }, 'the worker failed and goes on');
    }
  };
  const schedule = (delay: number): void => {
    if (stopped) return;
    clearTimeout(wanted);
    wanted = setTimeout(() => {
      running = run().then(() => schedule(every.eventsMs));
    }, delay);
  };
  house.database.onAnnounced = () => {
    lastClock = 0;
    schedule(0);
  };
  schedule(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(wanted);
      delete house.database.onAnnounced;
      await running;
    },
  };
}
