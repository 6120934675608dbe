import { randomInt } from 'node:crypto';
import type { HeldOnline, HoldOnline, LeaveOnline } from '#domain/onlinebooking/contract.ts';
import { mayHold } from '#domain/onlinebooking/limits.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import { addressOf } from '#domain/links/link.ts';
import type { Instant } from '#domain/base/time.ts';
import type { z } from 'zod';
import { Conflict, Invalid, TooMany } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { holdSlot, releaseSlot } from '../appointments/take-slot.ts';
import { readPhone } from '../customers/phone.ts';
import { queueCode } from '../messaging/queue-code.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { enterPlace } from './enter-place.ts';
import { requireOffered, timesOf } from './show-times.ts';
import { countUse, insertHold, lockHold, lockPlace, updateHold } from './store.ts';

/** Clinics whose every time for robots is taken, until when: a flood is refused before it touches the database. */
const full = new Map<string, { since: Instant; until: Instant }>();
const fullMinutes = 1 / 60;

/**
 * Keeps a time for a phone and sends it a code. Of whose phone it is nothing is asked. Throws TooMany where it is too
 * much, Conflict `slot-taken`, Invalid `not-a-phone`.
 */
export async function holdTime(house: PublicContext, input: HoldOnline): Promise<HeldOnline> {
  const { place: token, kindId, doctorId, startsAt } = input;
  refuseWhileFull(token, house.clock.now());
  const phone = readPhone(input.phone);
  if (phone === null) throw new Invalid({ path: 'phone', code: 'not-a-phone' });
  const keys = keysOf(house.dataDir);
  return enterPlace(house, token, async (ctx, place) => {
    const { clinicId, rules } = place;
    const phoneHash = keys.hashOf(ctx.orgId, phone);
    const addressHash = keys.hashOf(ctx.orgId, `address ${addressOf(house.exchange.ip)}`);
    await lockPlace(ctx, clinicId);
    const use = await countUse(ctx, { clinicId, phoneHash, addressHash });
    if (use.held >= rules.mostHeld)
      full.set(token, { since: ctx.realNow, until: addMinutes(ctx.realNow, fullMinutes) });
    if (!mayHold(use, rules).allowed) throw new TooMany(60);

    const { minutes } = await requireOffered(ctx, kindId);
    const { timezone } = await getClinic(ctx, clinicId);
    const offered = await timesOf(ctx, place, { kindId, doctorId, from: dayAt(startsAt, timezone), days: 1 });
    if (!offered.some((each) => each.startsAt === startsAt)) throw new Conflict('slot-taken');
    const endsAt = addMinutes(startsAt, minutes);
    const slot = { clinicId, doctorId, chairId: null, startsAt, endsAt };
    const slotId = await holdSlot(ctx, slot, rules.holdMinutes);
    const [id, code] = [newId(), String(randomInt(1_000_000)).padStart(6, '0')];
    await insertHold(ctx, {
      ...{ id, clinicId, kindId, doctorId, slotId, startsAt, minutes, phoneHash, addressHash },
      sealedPhone: keys.seal(phone, `online hold ${id}`),
      codeHash: keys.hashOf(ctx.orgId, `code ${id} ${code}`),
      heldUntil: addMinutes(ctx.realNow, rules.holdMinutes),
    });
    const { isShown } = await queueCode(ctx, { clinicId, phone, code, causeId: id }, keys);
    return { holdId: id, minutes: rules.holdMinutes, trialCode: isShown ? code : null };
  });
}

/** They chose another time: this one is free at once. */
export async function leaveTime(
  house: PublicContext,
  { place, holdId }: z.output<typeof LeaveOnline>,
): Promise<Record<string, never>> {
  return enterPlace(house, place, async (ctx, { clinicId }) => {
    const hold = await lockHold(ctx, holdId);
    if (hold?.clinicId !== clinicId || hold.state !== 'held') return {};
    await releaseSlot(ctx, hold.slotId);
    await updateHold(ctx, holdId, { state: 'released' });
    full.delete(place);
    return {};
  });
}

function refuseWhileFull(token: string, now: Instant): void {
  const known = full.get(token);
  // A clock that was put back must not keep it full.
  if (known && known.since <= now && now < known.until) throw new TooMany(60);
  full.delete(token);
}
