import { askCustomers } from './modules/confirmations/ask-customers.ts';
import { remindDesks } from './modules/confirmations/remind-desk.ts';
import { coverLeaves } from './modules/capacity/cover-leaves.ts';
import { spreadNightly } from './modules/capacity/spread-followups.ts';
import { drawSamples } from './modules/classes/draw-samples.ts';
import { checkCoverage } from './modules/coverage/check-coverage.ts';
import { announceClosedMonths } from './modules/followups/announce-closed-months.ts';
import { planAskingAnew } from './modules/followups/plan-asking-anew.ts';
import { moveDuePlans } from './modules/followups/move-due-plans.ts';
import { planBirthdays } from './modules/followups/plan-birthdays.ts';
import { matchAgain } from './modules/evidence/match-again.ts';
import { failSilentImports } from './modules/exchange/fail-silent-imports.ts';
import { sendDueForms } from './modules/forms/send-due-forms.ts';
import { prepareHuddles } from './modules/huddles/make-huddle.ts';
import { lookForDuplicates } from './modules/identity/look-for-duplicates.ts';
import { checkBooks } from './modules/ledger/check-books.ts';
import { regradeNightly } from './modules/grading/regrade-everybody.ts';
import { forgetDoorCalls } from './modules/checkins/list-door-calls.ts';
import { clearBoard } from './modules/reception/clear-board.ts';
import { escalateRedFlags } from './modules/redflags/escalate-red-flags.ts';
import { makeClients } from './modules/messaging/channels/make-clients.ts';
import { askBalances } from './modules/messaging/ask-balances.ts';
import { closeInvitations } from './modules/messaging/close-invitations.ts';
import { sealOldSettings } from './modules/messaging/seal-old-settings.ts';
import { preparePaperSheets } from './modules/papersheets/make-sheets.ts';
import { proposeReleases } from './modules/ownership/propose-releases.ts';
import { watchCases } from './modules/recovery/watch-cases.ts';
import { expireOffers } from './modules/waitlist/expire-offers.ts';
import { systemContext } from './modules/staff/gate.ts';
import type { Clock } from './platform/clock.ts';
import type { Context, Database } from './platform/context.ts';
import { doAll } from './platform/do-all.ts';
import { forgetOldKeys } from './platform/http/forget-old-keys.ts';
import { keysOf } from './platform/keys.ts';
import { log } from './platform/log.ts';
import { organizationsOf, settle } from './settle.ts';

interface House {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
}

export const matchCalls = (ctx: Context, { dataDir }: Pick<House, 'dataDir'>): Promise<void> =>
  matchAgain(ctx, keysOf(dataDir));

const clients = makeClients();
export const takeBackCodes = (ctx: Context, { dataDir }: Pick<House, 'dataDir'>): Promise<void> =>
  closeInvitations(ctx, { keys: keysOf(dataDir), clients });

export const askForBalances = (ctx: Context, { dataDir }: Pick<House, 'dataDir'>): Promise<void> =>
  askBalances(ctx, { keys: keysOf(dataDir), clients });

export const sealSettings = (ctx: Context, { dataDir }: Pick<House, 'dataDir'>): Promise<void> =>
  sealOldSettings(ctx, keysOf(dataDir));

/** What time alone brings about, in this order. Each is safe to run at any moment, twice, and by two processes. */
const clockJobs = [
  // Before what sends, levels and looks at the plans.
  moveDuePlans,
  announceClosedMonths,
  planBirthdays,
  planAskingAnew,
  sendDueForms,
  askCustomers,
  remindDesks,
  escalateRedFlags,
  expireOffers,
  coverLeaves,
  spreadNightly,
  checkBooks,
  failSilentImports,
  watchCases,
  matchCalls,
  regradeNightly,
  // After the grades: an unhappy customer is released by nobody.
  proposeReleases,
  drawSamples,
  checkCoverage,
  clearBoard,
  forgetDoorCalls,
  forgetOldKeys,
  lookForDuplicates,
  prepareHuddles,
  takeBackCodes,
  sealSettings,
  preparePaperSheets,
  // The last: it waits for providers.
  askForBalances,
] as const;

/**
 * Runs the clock's jobs for every organization, or for one; `without` leaves some out. A job that fails keeps no other
 * from running, here or in another organization.
 */
export async function runClock(
  house: House,
  only: { orgId?: string; without?: readonly (typeof clockJobs)[number][] } = {},
): Promise<void> {
  const { orgId, without = [] } = only;
  const runAll = async (each: string): Promise<void> => {
    const ctx = await systemContext(house, each);
    const jobs = clockJobs.filter((job) => !without.includes(job));
    await doAll(jobs.map((job) => () => job(ctx, house)));
  };
  await doAll((orgId ? [orgId] : await organizationsOf(house)).map((each) => () => runAll(each)));
}

/**
 * Tells events and runs the clock until stopped: events at once when something is announced here, else by looking
 * every few seconds; the clock at its own pace, and at once when a trial's was moved.
 */
export function startWorker(
  house: House,
  every = { eventsMs: 2_000, clockMs: 30_000 },
): { stop(): Promise<void> } {
  let stopped = false;
  let clockIsDue = true;
  let wake: () => void = () => {};
  house.database.onAnnounced = () => wake();
  house.database.onClockMoved = () => {
    clockIsDue = true;
    wake();
  };
  const clock = setInterval(() => house.database.onClockMoved?.(), every.clockMs);

  const work = async (): Promise<void> => {
    while (!stopped) {
      // Made before the work, so that what is announced while it goes on is not slept over.
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await orGoOn(() => settle(house));
      if (clockIsDue && !stopped) {
        clockIsDue = false;
        await orGoOn(() => runClock(house));
        continue;
      }
      const pause = setTimeout(() => wake(), every.eventsMs);
      if (!stopped) await woken;
      clearTimeout(pause);
    }
  };
  const orGoOn = (act: () => Promise<void>): Promise<void> =>
    act().catch((error: unknown) => {
      if (!stopped) log.error({ error }, 'the worker failed and goes on');
    });

  const done = work();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(clock);
      delete house.database.onAnnounced;
      delete house.database.onClockMoved;
      wake();
      await done;
    },
  };
}
