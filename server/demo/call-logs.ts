import { addHours, addMinutes, instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { ReadLog } from '#domain/evidence/call-log.ts';
import type { Chain } from './chain.ts';
import { diceOf } from './dice.ts';
import type { Story } from './stories.ts';

/** The telephone's sheet of the last days. */
const daysBack = 8;
/** Of the recorded calls: made from a telephone the system does not know, not in the sheet, and written down hours later. */
const shares = { otherTelephone: 0.06, missing: 0.05, late: 0.04 };
const unnamed = ['8021', '8035'];

/** What the telephone logged of the calls with a customer. */
export function callLogsOf({ customer, history }: Story, chain: Chain, now: Instant): ReadLog[] {
  const dice = diceOf('call logs', customer.id);
  const since = addHours(now, -daysBack * 24);
  const calls = new Map(
    history.attempts
      .filter(({ channel, at }) => channel === 'phone' && at >= since)
      .map((call) => [call.call_id, call]),
  );
  return [...calls.values()].flatMap(({ at, staff_id: staffId, duration_seconds: spoken }): ReadLog[] => {
    if (dice.happens(shares.missing)) return [];
    const person = chain.staff.find(({ id }) => id === staffId)?.name ?? null;
    const seconds = spoken ?? 0;
    const writtenAfter = dice.happens(shares.late) ? dice.whole(70, 400) * 60 : dice.whole(15, 150);
    const startedAt = instantOf(millisecondsOf(at) - (seconds + writtenAfter) * 1000);
    const who = dice.happens(shares.otherTelephone) ? dice.pick(unnamed) : person;
    return [{ key: null, phone: customer.phone!, direction: 'out', startedAt, seconds, person: who }];
  });
}

/** Who called the clinic themselves, known to nobody. */
export function strayLogs(seed: string, now: Instant): ReadLog[] {
  const dice = diceOf(seed, 'stray calls');
  return Array.from({ length: 30 }, (_, place) => ({
    ...{ key: null, phone: `+861390000${String(4_000 + place * 7)}`, direction: 'in' as const },
    startedAt: addMinutes(now, -dice.whole(30, daysBack * 24 * 60)),
    ...{ seconds: dice.pick([0, 12, 35, 48, 71, 140]), person: dice.pick(unnamed) },
  }));
}
