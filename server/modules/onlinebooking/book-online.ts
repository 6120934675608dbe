import type { z } from 'zod';
import type { BookedOnline, ConfirmOnline } from '#domain/onlinebooking/contract.ts';
import { onlineLimits } from '#domain/onlinebooking/limits.ts';
import { saidAt, wallTimeAt } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import type { Keys } from '#server/platform/keys.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { releaseSlot } from '../appointments/take-slot.ts';
import { createCustomer } from '../customers/create-customer.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { sharersOf } from '../records/find-phone-sharers.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { enterPlace } from './enter-place.ts';
import { lockHold, updateHold } from './store.ts';
import type { Hold } from './store.ts';

type Booked = z.infer<typeof BookedOnline>;

/**
 * The code was right: the time is theirs. Only now it is looked up whose phone it is, and what is answered is the same
 * for everybody. Throws Conflict `hold-over`, `wrong-code`.
 */
export async function bookOnline(house: PublicContext, input: ConfirmOnline): Promise<Booked> {
  const keys = keysOf(house.dataDir);
  const answer = await enterPlace(house, input.place, async (ctx, { clinicId }): Promise<Booked | string> => {
    const hold = await lockHold(ctx, input.holdId);
    if (hold?.clinicId !== clinicId) return 'hold-over';
    const clinic = await getClinic(ctx, clinicId);
    const booked = { wall: wallTimeAt(hold.startsAt, clinic.timezone), clinicName: clinic.name };
    const isRight = keys.hashOf(ctx.orgId, `code ${hold.id} ${input.code}`) === hold.codeHash;
    // Sent again after an answer that never arrived.
    if (hold.state === 'booked' && isRight) return booked;
    if (hold.state !== 'held' || hold.heldUntil <= ctx.realNow) return 'hold-over';
    if (!isRight) return countWrong(ctx, hold);
    await bookHeld(ctx, hold, input.name, keys);
    return booked;
  });
  // Thrown only here, so that a wrong code stays counted.
  if (typeof answer === 'string') throw new Conflict(answer);
  return answer;
}

async function countWrong(ctx: TransactionContext, hold: Hold): Promise<'wrong-code' | 'hold-over'> {
  const wrongCodes = hold.wrongCodes + 1;
  const isOver = wrongCodes >= onlineLimits.wrongCodes;
  await updateHold(ctx, hold.id, { wrongCodes, ...(isOver && { state: 'released' }) });
  if (isOver) await releaseSlot(ctx, hold.slotId);
  return isOver ? 'hold-over' : 'wrong-code';
}

async function bookHeld(ctx: TransactionContext, hold: Hold, name: string, keys: Keys): Promise<void> {
  const { id, clinicId, kindId, doctorId, startsAt, minutes } = hold;
  const phone = keys.open(hold.sealedPhone, `online hold ${id}`);
  const customerId = await whoseIs(ctx, { phone, name, clinicId });
  await releaseSlot(ctx, hold.slotId);
  const booked = await bookAppointment(ctx, {
    ...{ customerId, clinicId, kindId, doctorId, startsAt, minutes, chairId: null },
    ...{ complaint: null, note: null, origin: 'online' },
  });
  await updateHold(ctx, id, { state: 'booked' });
  const said = saidAt(startsAt, (await getClinic(ctx, clinicId)).timezone);
  await queueMessage(ctx, {
    ...{ customerId, templateKey: 'appointment-booked', cause: { kind: 'appointment', id: booked.id } },
    variables: { day: said.slice(0, -5), time: said.slice(-5) },
  });
}

/** Who has that phone and that name; a family shares a phone, so a name that is not among them is somebody new. */
async function whoseIs(
  ctx: TransactionContext,
  { phone, name, clinicId }: { phone: string; name: string; clinicId: string },
): Promise<string> {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const { items } = await sharersOf(ctx, [phone]);
  const known = items.find((each) => bare(each.name) === bare(name));
  if (known) return known.id;
  const unknown = {
    gender: 'unknown',
    birthday: null,
    address: null,
    occupation: null,
    notes: null,
  } as const;
  const facts = { ...unknown, channelSource: '网上预约', ownerId: null };
  return (await createCustomer(ctx, { ...facts, name, phone, clinicId })).id;
}
