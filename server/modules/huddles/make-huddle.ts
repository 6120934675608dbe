import type { z } from 'zod';
import { addDays, dayAt, endOfDay, hourAt, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { Huddle, MakeHuddle } from '#domain/huddles/contract.ts';
import { huddleKinds, packOf } from '#domain/huddles/pack.ts';
import type { HuddleKind, HuddleRecord } from '#domain/huddles/pack.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { listWithoutNext } from '../checkout/list-checkouts.ts';
import { listOwedIntakes } from '../reception/list-owed-intakes.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { selectMissed, selectPromises, selectScores, selectSettled, selectWaits } from './record-store.ts';
import { readHuddle } from './show-huddle.ts';
import {
  ensureHuddle,
  insertItems,
  insertLines,
  selectHuddle,
  selectMade,
  selectNewIds,
  settleLines,
} from './store.ts';

/** From this hour of the clinic's own clock, and before that one, the pack lies ready. */
const readyHours: Record<HuddleKind, readonly [number, number]> = { morning: [7, 18], evening: [18, 24] };

type OfDay = { clinicId: string; kind: HuddleKind; day: CalendarDate; zone: TimeZone };

/** Brings today's pack up to what the record says now. Throws Conflict `huddle-held`: what was held stays as it was. */
export async function makeHuddle(ctx: Context, input: z.output<typeof MakeHuddle>): Promise<Huddle> {
  requirePermission(ctx, 'desk.work');
  const { clinicId, kind } = input;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    const of = { clinicId, kind, zone, day: dayAt(ctx.now, zone) };
    if ((await selectHuddle(ctx, of))?.heldAt) throw new Conflict('huddle-held');
    await fillHuddle(ctx, of);
    return readHuddle(ctx, of);
  });
}

/** The clock's: each clinic finds its packs made when it meets. Safe to run at any moment, twice, and by two processes. */
export async function prepareHuddles(ctx: Context): Promise<void> {
  const missing = await inTransaction(ctx, async (ctx) => {
    const due = huddlesDue(ctx, await listClinicZones(ctx));
    const made = await selectMade(ctx, [...new Set(due.map(({ day }) => day))]);
    return due.filter((of) => !made.some((each) => isSame(each, of)));
  });
  for (const of of missing)
    await inTransaction(ctx, async (ctx) => {
      // Made by hand or by another process meanwhile.
      if (!(await selectHuddle(ctx, of))) await fillHuddle(ctx, of);
    });
}

const isSame = (one: Omit<OfDay, 'zone'>, other: OfDay): boolean =>
  one.clinicId === other.clinicId && one.day === other.day && one.kind === other.kind;

function huddlesDue({ now }: Context, zones: ReadonlyMap<string, TimeZone>): OfDay[] {
  return [...zones].flatMap(([clinicId, zone]) => {
    const hour = hourAt(now, zone);
    const isReady = (kind: HuddleKind) => hour >= readyHours[kind][0] && hour < readyHours[kind][1];
    return huddleKinds.filter(isReady).map((kind) => ({ clinicId, kind, zone, day: dayAt(now, zone) }));
  });
}

async function fillHuddle(ctx: TransactionContext, of: OfDay): Promise<void> {
  const { clinicId, day, kind } = of;
  await settleLines(ctx, await selectSettled(ctx, clinicId));
  await insertLines(
    ctx,
    { clinicId, day },
    packOf(kind, await readRecord(ctx, of), await findDeskRules(ctx, clinicId)),
  );
  const huddleId = await ensureHuddle(ctx, of);
  await insertItems(ctx, huddleId, { clinicId, newIds: await selectNewIds(ctx, huddleId, clinicId) });
}

async function readRecord(ctx: TransactionContext, of: OfDay): Promise<HuddleRecord> {
  const { clinicId, kind, day, zone } = of;
  const isEvening = kind === 'evening';
  const { items: left } = await listWithoutNext(ctx, { clinicId, from: day, to: day });
  // In the evening tomorrow is looked at, in the morning today once more.
  const ahead = isEvening ? addDays(day, 1) : day;
  const { items: booked } = await listAppointments(ctx, {
    ...{ clinicId, from: ahead, to: ahead, state: 'booked' },
  });
  const missed = await selectMissed(
    ctx,
    booked.map(({ customerId }) => customerId),
  );
  return {
    left: left
      .filter(({ isBookedSince }) => !isBookedSince)
      .map(({ visitId, customerId, state, noNextReason }) => ({
        ...{ visitId, customerId, reason: noNextReason },
        isSilent: state === 'silent' && noNextReason === null,
      })),
    intakes: isEvening ? await listOwedIntakes(ctx, { clinicId, day }) : [],
    ahead: booked
      .filter(({ startsAt }) => startsAt > ctx.now)
      .map(({ id, customerId, startsAt, visitKind, confirmation }) => ({
        ...{ id, customerId, startsAt, visitKind, confirmation, missedBefore: missed.get(customerId) ?? 0 },
      })),
    waits: await selectWaits(ctx, { clinicId, day }),
    scores: await selectScores(ctx, {
      clinicId,
      from: startOfDay(isEvening ? day : addDays(day, -1), zone),
      to: ctx.now,
    }),
    promises: await selectPromises(ctx, { clinicId, by: endOfDay(ahead, zone) }),
  };
}
