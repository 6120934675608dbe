import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { addressOf, mayTryLink } from '#domain/links/link.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/context.ts';
import { TooMany } from '#server/platform/errors.ts';
import { addWrongTry, selectOrganizationOfCode, selectWrongTries } from './house-store.ts';

/** Who follows a link: nobody known, from some address. */
export interface Follower {
  database: Database;
  clock: Clock;
  exchange: { ip: string };
}

/**
 * What `find` makes of a secret that begins with an organization's short name; undefined where nothing is found, and
 * then the try is counted. Throws TooMany to who guesses.
 */
export async function openToken<T>(
  house: Follower,
  code: string | undefined,
  find: (orgId: string) => Promise<{ found: T } | undefined>,
): Promise<{ found: T } | undefined> {
  const buckets = ['all', `address ${addressOf(house.exchange.ip)}`] as const;
  const minute = minuteOf(house.clock.now());
  const tries = await selectWrongTries(house, minute, buckets);
  const [ofAll, ofAddress] = buckets.map((bucket) => tries.get(bucket) ?? 0) as [number, number];
  if (!mayTryLink({ ofAddress, ofAll })) throw new TooMany(60);

  const orgId = code === undefined ? undefined : await selectOrganizationOfCode(house, code);
  const found = orgId === undefined ? undefined : await find(orgId);
  if (found === undefined) await addWrongTry(house, minute, buckets, addMinutes(minute, -60));
  return found;
}

function minuteOf(now: Instant): Instant {
  return `${now.slice(0, 16)}:00.000Z`;
}
