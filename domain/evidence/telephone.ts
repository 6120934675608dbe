import { addHours, addMinutes, instantOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** What was sent longer ago or from further ahead is refused: a recording of it cannot be played back later. */
export const mostMinutesOff = 5;
/** A telephone system of a busy chain tells of some calls a minute. */
export const mostRequestsPerMinute = 300;
export const mostCallsAtOnce = 500;
export const mostBytes = 256 * 1024;
/** So long the telephone system may go on with the secret before, while somebody gives it the new one. */
export const formerSecretHours = 24;

/** Why a telephone system is turned away whose address is known. */
export const refusals = ['wrong-time', 'wrong-signature'] as const;
export type Refusal = (typeof refusals)[number];

/** Whether a request that says it was sent then, in seconds since 1970, is sent now. */
export function isFresh(sentAt: string | undefined, now: Instant): boolean {
  if (sentAt === undefined || !/^\d{1,12}$/.test(sentAt)) return false;
  const sent = instantOf(Number(sentAt) * 1000);
  return sent >= addMinutes(now, -mostMinutesOff) && sent <= addMinutes(now, mostMinutesOff);
}

/** A call is told of when it is over: one that begins much later than now comes from a wrong clock. */
export function canHaveBeen(call: { startedAt: Instant }, now: Instant): boolean {
  return call.startedAt <= addHours(now, 1);
}
