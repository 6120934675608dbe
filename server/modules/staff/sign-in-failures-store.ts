import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { FailureCount } from '#domain/staff/sign-in-policy.ts';
import type { Database } from '#server/platform/context.ts';
import { outsideOrganizations } from '#server/platform/database/transaction.ts';

interface Place {
  database: Database;
}

/** Until when the longest lock of these counters lasts. */
export async function selectLock(
  place: Place,
  buckets: readonly string[],
  now: Instant,
): Promise<Instant | undefined> {
  const locked = await outsideOrganizations(place, (db) =>
    db
      .selectFrom('sign_in_failures')
      .select('locked_until')
      .where('bucket', 'in', buckets)
      .where('locked_until', '>', now)
      .orderBy('locked_until', 'desc')
      .executeTakeFirst(),
  );
  return locked?.locked_until ?? undefined;
}

/** Adds one to each counter, or begins it anew where its first failure is older than `windowStart`. */
export async function addFailures(
  place: Place,
  counts: readonly FailureCount[],
  { now, windowStart, lockUntil }: { now: Instant; windowStart: Instant; lockUntil: Instant },
): Promise<void> {
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

export async function deleteFailures(place: Place, buckets: readonly string[]): Promise<void> {
  await outsideOrganizations(place, (db) =>
    db.deleteFrom('sign_in_failures').where('bucket', 'in', buckets).execute(),
  );
}
