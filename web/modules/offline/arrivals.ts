import { z } from 'zod';
import type { Instant } from '#domain/base/time.ts';
import { Received } from '#domain/reception/contract.ts';
import { fieldProblemsOf, isApiError } from '#web/lib/api-error.ts';
import { newKey, post } from '#web/lib/http.ts';
import { drop, keep, readKept } from '#web/lib/local-database.ts';
import { signal } from '#web/lib/signal.ts';
import { isLikeSomebody, recordOf } from './walk-in.ts';

/** Somebody who came while the server was out of reach. `key` makes it one arrival, however often it is sent. */
const QueuedArrival = z.object({
  key: z.string(),
  staffId: z.string(),
  clinicId: z.string(),
  appointmentId: z.string().nullable(),
  /** Null of a walk-in until it is clear who they are. */
  customerId: z.string().nullable(),
  customerName: z.string(),
  /** What a walk-in said; of who is on the list nothing is kept. */
  phone: z.string().nullable().default(null),
  /** Makes it one record, where a walk-in has none yet. */
  recordKey: z.string().default(newKey),
  /** Nobody is like them, or somebody said that it is not them. */
  isNew: z.boolean().default(false),
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

interface Came {
  staffId: string;
  clinicId: string;
  customerName: string;
  appointmentId?: string | null;
  /** Without one it is a walk-in. */
  customerId?: string;
  phone?: string | null;
  channelSource?: string | null;
}

/** Rejects where this browser cannot keep it: then it is to be written on paper. */
export async function queueArrival(came: Came, arrivedAt: Instant): Promise<void> {
  const { appointmentId = null, customerId = null, phone = null, channelSource = null } = came;
  const { staffId, clinicId, customerName } = came;
  await replace({
    ...{ key: newKey(), staffId, clinicId, appointmentId, customerId, customerName, arrivedAt },
    ...{ phone, recordKey: newKey(), isNew: false, channelSource, refusedFor: null },
  });
}

export async function dropArrival(key: string): Promise<void> {
  await drop('arrivals', key);
  await loadArrivals();
}

export type Otherwise = Partial<
  Pick<
    QueuedArrival,
    'staffId' | 'appointmentId' | 'channelSource' | 'customerId' | 'customerName' | 'phone' | 'isNew'
  >
>;

/** Decided otherwise than it was sent: as another arrival, with keys of its own. */
export async function sendOtherwise(arrival: QueuedArrival, change: Otherwise): Promise<void> {
  await replace({ ...arrival, ...change, key: newKey(), recordKey: newKey(), refusedFor: null });
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
      } else await replace({ ...asKept(arrival), refusedFor: outcome.code });
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

/** A walk-in may have got a record while it was sent. */
const asKept = (arrival: QueuedArrival) => arrivals.get().find(({ key }) => key === arrival.key) ?? arrival;

async function sendOne(arrival: QueuedArrival): Promise<'taken' | 'unknown' | { code: string }> {
  const { key, clinicId, appointmentId, channelSource, arrivedAt } = arrival;
  try {
    const customerId = arrival.customerId ?? (await identified(arrival));
    if (customerId === null) return { code: 'who-is-it' };
    const body = { clinicId, appointmentId, customerId, channelSource, arrivedAt };
    await post('/reception/arrivals', body, Received, { idempotencyKey: key });
    return 'taken';
  } catch (error) {
    // Without an answer, or signed out, it may have been taken: it is sent again with its key.
    if (!isApiError(error) || error.status === 0 || error.status >= 500) return 'unknown';
    if (error.status === 401 || error.status === 429) return 'unknown';
    return { code: fieldProblemsOf(error)[0]?.code ?? error.code };
  }
}

/** The record of a walk-in, made where nobody is like them; null where somebody is, which a person decides. */
async function identified(walkIn: QueuedArrival): Promise<string | null> {
  if (!walkIn.isNew && (await isLikeSomebody(walkIn))) return null;
  // On the disk before the record is made: asked again, they would look like themselves.
  await replace({ ...walkIn, isNew: true });
  const customerId = await recordOf(walkIn);
  await replace({ ...walkIn, isNew: true, customerId });
  return customerId;
}
