import { z } from 'zod';
import type { Instant } from '#domain/base/time.ts';
import { Received } from '#domain/reception/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { newKey, post } from '#web/lib/http.ts';
import { drop, keep, readKept } from '#web/lib/local-database.ts';
import { signal } from '#web/lib/signal.ts';

/** Somebody who came while the server was out of reach. `key` makes it one arrival, however often it is sent. */
const QueuedArrival = z.object({
  key: z.string(),
  staffId: z.string(),
  clinicId: z.string(),
  appointmentId: z.string().nullable(),
  customerId: z.string(),
  customerName: z.string(),
  channelSource: z.string().nullable(),
  arrivedAt: z.string(),
  /** Why the server did not take it; then a person decides. */
  refusedFor: z.string().nullable(),
});
export type QueuedArrival = z.infer<typeof QueuedArrival>;

/** In the order they were written down. */
export const arrivals = signal<readonly QueuedArrival[]>([]);

export async function loadArrivals(): Promise<void> {
  const read = (await readKept('arrivals')).flatMap((kept) => QueuedArrival.safeParse(kept).data ?? []);
  arrivals.set(read.sort((one, other) => one.arrivedAt.localeCompare(other.arrivedAt)));
}

/** Rejects where this browser cannot keep it: then it is to be written on paper. */
export async function queueArrival(
  of: Omit<QueuedArrival, 'key' | 'refusedFor' | 'channelSource' | 'arrivedAt'>,
  arrivedAt: Instant,
): Promise<void> {
  const { staffId, clinicId, appointmentId, customerId, customerName } = of;
  await replace({
    ...{ key: newKey(), staffId, clinicId, appointmentId, customerId, customerName, arrivedAt },
    ...{ channelSource: null, refusedFor: null },
  });
}

export async function dropArrival(key: string): Promise<void> {
  await drop('arrivals', key);
  await loadArrivals();
}

/** Decided otherwise than it was sent: as another arrival, with a key of its own. */
export async function sendOtherwise(
  arrival: QueuedArrival,
  change: Partial<Pick<QueuedArrival, 'staffId' | 'appointmentId' | 'channelSource'>>,
): Promise<void> {
  await replace({ ...arrival, ...change, key: newKey(), refusedFor: null });
  await dropArrival(arrival.key);
}

async function replace(arrival: QueuedArrival): Promise<void> {
  await keep('arrivals', arrival.key, arrival);
  await loadArrivals();
}

/** Sends what this person wrote down, one after the other, from one page at a time; gives how many arrived. */
export async function sendArrivals(staffId: string): Promise<number> {
  const send = async (): Promise<number> => {
    let taken = 0;
    await loadArrivals();
    for (const arrival of arrivals.get()) {
      if (arrival.staffId !== staffId || arrival.refusedFor !== null) continue;
      const outcome = await sendOne(arrival);
      if (outcome === 'unknown') break;
      if (outcome === 'taken') {
        taken += 1;
        await dropArrival(arrival.key);
      } else await replace({ ...arrival, refusedFor: outcome.code });
    }
    return taken;
  };
  // Another page of this browser that sends them already sends all; the key keeps two from doubling any.
  return (
    (await navigator.locks?.request('carecurve.arrivals', { ifAvailable: true }, (lock) =>
      lock ? send() : 0,
    )) ?? send()
  );
}

async function sendOne(arrival: QueuedArrival): Promise<'taken' | 'unknown' | { code: string }> {
  const { key, clinicId, appointmentId, customerId, channelSource, arrivedAt } = arrival;
  const body = { clinicId, appointmentId, customerId, channelSource, arrivedAt };
  try {
    await post('/reception/arrivals', body, Received, { idempotencyKey: key });
    return 'taken';
  } catch (error) {
    // Without an answer, or signed out, it may have been taken: it is sent again with its key.
    if (!isApiError(error) || error.status === 0 || error.status >= 500) return 'unknown';
    if (error.status === 401 || error.status === 429) return 'unknown';
    return { code: error.code };
  }
}
