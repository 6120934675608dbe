import { sql } from 'kysely';
import { addMinutes, millisecondsOf } from '#domain/base/time.ts';
import { signInPolicy } from '#domain/staff/sign-in-policy.ts';
import type { FailureCount } from '#domain/staff/sign-in-policy.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database/pool.ts';
import { outsideOrganizations } from '#server/platform/database/transaction.ts';
import { TooMany } from '#server/platform/errors.ts';

interface Place {
  database: Database;
  clock: Clock;
}

/** Throws TooMany while one of the counters is locked. */
export async function refuseWhileLocked(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const now = place.clock.now();
  const locked = await outsideOrganizations(place, (db) =>
    db
      .selectFrom('sign_in_failures')
      .select('locked_until')
      .where(
        'bucket',
        'in',
        counts.map((count) => count.bucket),
      )
      .where('locked_until', '>', now)
      .orderBy('locked_until', 'desc')
      .executeTakeFirst(),
  );
  if (locked?.locked_until)
    throw new TooMany(Math.ceil((millisecondsOf(locked.locked_until) - millisecondsOf(now)) / 1000));
}

/** Counts a failure; a counter that reaches its limit locks. Several processes count in the same place. */
export async function countFailure(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const now = place.clock.now();
  const lockUntil = addMinutes(now, signInPolicy.lockMinutes);
  const windowStart = addMinutes(now, -signInPolicy.lockMinutes);
  await outsideOrganizations(place, async (db) => {
    for (const { bucket, limit } of counts) {
      await sql`
        insert into sign_in_failures as f (bucket, failures, first_at) values (${bucket}, 1, ${now}::timestamptz)
        on conflict (bucket) do update set
          failures = case when f.first_at < ${windowStart}::timestamptz then 1 else f.failures + 1 end,
          first_at = case when f.first_at < ${windowStart}::timestamptz then ${now}::timestamptz else f.first_at end,
          locked_until = case when f.first_at >= ${windowStart}::timestamptz and f.failures + 1 >= ${limit}::int then ${lockUntil}::timestamptz else null end
      `.execute(db);
    }
  });
}

export async function forgetFailures(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const own = counts.filter((count) => !count.bucket.startsWith('address ')).map((count) => count.bucket);
  await outsideOrganizations(place, (db) =>
    db.deleteFrom('sign_in_failures').where('bucket', 'in', own).execute(),
  );
}
