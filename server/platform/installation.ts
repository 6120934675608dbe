import { millisecondsOf } from '#domain/base/time.ts';
import type { Instant, TimeZone, WallTime } from '#domain/base/time.ts';
import { trialNow, trialWallTime } from './clock.ts';
import type { Clock, TrialClock } from './clock.ts';
import { outsideOrganizations } from './database/transaction.ts';
import type { Database } from './context.ts';
import { Conflict } from './errors.ts';

/** What this database is: a real one, or a trial with its clock. It is decided by its first command and stays. */
export type Installation = { trial: false } | { trial: true; clock: TrialClock };

/** Databases that are known to be real: they stay so, and every request asks. A trial's clock may have been moved. */
const real = new WeakSet<Database>();

export async function readInstallation(ctx: { database: Database }): Promise<Installation | null> {
  if (real.has(ctx.database)) return { trial: false };
  const row = await outsideOrganizations(ctx, (db) =>
    db.selectFrom('installation').select(['is_trial', 'trial_wall_time', 'trial_set_at']).executeTakeFirst(),
  );
  if (!row) return null;
  if (!row.is_trial) real.add(ctx.database);
  return row.is_trial
    ? { trial: true, clock: { wallTime: row.trial_wall_time!, setAt: row.trial_set_at! } }
    : { trial: false };
}

/**
 * Says what kind of database the caller wants, and makes a new one that kind. Throws Conflict
 * (`is-a-real-database`) when a trial is asked of a real one. A trial clock only ever goes forward.
 */
export async function declareInstallation(
  ctx: { database: Database; clock: Clock },
  wanted: { trialClock?: WallTime | undefined },
): Promise<Installation> {
  const real = ctx.clock.now();
  await outsideOrganizations(ctx, (db) =>
    db
      .insertInto('installation')
      .values({
        is_trial: wanted.trialClock !== undefined,
        trial_wall_time: wanted.trialClock ?? null,
        trial_set_at: wanted.trialClock === undefined ? null : real,
        created_at: real,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const found = (await readInstallation(ctx))!;
  if (wanted.trialClock === undefined) return found;
  if (!found.trial) throw new Conflict('is-a-real-database');
  if (trialWallTime(found.clock, real) >= wanted.trialClock) return found;
  return moveTrialClock(ctx, wanted.trialClock);
}

/** Sets the trial clock. Throws Conflict on a real database (`is-a-real-database`) or backwards (`clock-runs-forward`). */
export async function moveTrialClock(
  ctx: { database: Database; clock: Clock },
  wallTime: WallTime,
): Promise<Installation> {
  const real = ctx.clock.now();
  const found = await readInstallation(ctx);
  if (!found?.trial) throw new Conflict('is-a-real-database');
  if (wallTime < trialWallTime(found.clock, real)) throw new Conflict('clock-runs-forward');
  await outsideOrganizations(ctx, (db) =>
    db
      .updateTable('installation')
      .set({ trial_wall_time: wallTime, trial_set_at: real })
      .where('is_trial', '=', true)
      .execute(),
  );
  return { trial: true, clock: { wallTime, setAt: real } };
}

/** The time of the business in `zone`: a trial's clock shows the same wall time in every zone. */
export function businessNow(installation: Installation | null, zone: TimeZone, real: Instant): Instant {
  return installation?.trial ? trialNow(installation.clock, zone, real) : real;
}

export function wallTimeOf(installation: Installation | null, real: Instant): WallTime | null {
  return installation?.trial ? trialWallTime(installation.clock, real) : null;
}

export function minutesLater(wallTime: WallTime, minutes: number): WallTime {
  return new Date(millisecondsOf(`${wallTime.slice(0, 16)}:00.000Z`) + minutes * 60_000)
    .toISOString()
    .slice(0, 16);
}
