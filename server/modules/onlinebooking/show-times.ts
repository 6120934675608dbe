import type { z } from 'zod';
import type { AskOnlineTimes, OnlinePage, OnlineTimes } from '#domain/onlinebooking/contract.ts';
import { addDays, addHours, dayAt, wallTimeAt } from '#domain/base/time.ts';
import type { AppointmentKind } from '#domain/appointments/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { listKinds } from '../appointments/edit-places.ts';
import { offerTimes } from '../appointments/offer-times.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { enterPlace } from './enter-place.ts';
import type { StoredPlace } from './store.ts';

const daysAtOnce = 7;

/** What the clinic lets customers book by themselves, and up to which day. */
export async function openOnline(house: PublicContext, { place }: { place: string }): Promise<OnlinePage> {
  return enterPlace(house, place, async (ctx, { clinicId, rules }) => {
    const clinic = await getClinic(ctx, clinicId);
    const from = dayAt(ctx.now, clinic.timezone);
    const kinds = (await listKinds(ctx)).items.filter(isOffered);
    return {
      clinicName: clinic.name,
      kinds: kinds.map(({ id, name, minutes }) => ({ id, name, minutes })),
      ...{ from, to: addDays(from, rules.daysAhead) },
    };
  });
}

/** The times of a week that are free. */
export async function showOnlineTimes(
  house: PublicContext,
  { place, kindId, from }: z.output<typeof AskOnlineTimes>,
): Promise<OnlineTimes> {
  return enterPlace(house, place, async (ctx, opened) => {
    const { timezone } = await getClinic(ctx, opened.clinicId);
    const times = await timesOf(ctx, opened, { kindId, from, days: daysAtOnce });
    return { items: times.map((time) => ({ ...time, wall: wallTimeAt(time.startsAt, timezone) })) };
  });
}

/** What is offered online, within the clinic's notice and as far ahead as it lets them. */
export async function timesOf(
  ctx: TransactionContext,
  { clinicId, rules }: StoredPlace,
  wanted: { kindId: string; from: string; days: number; doctorId?: string },
) {
  const { timezone } = await getClinic(ctx, clinicId);
  const { minutes } = await requireOffered(ctx, wanted.kindId);
  const [first, last] = [
    addHours(ctx.now, rules.noticeHours),
    addDays(dayAt(ctx.now, timezone), rules.daysAhead),
  ];
  const times = await offerTimes(ctx, { clinicId, minutes, ...wanted });
  return times.filter(({ startsAt }) => startsAt >= first && dayAt(startsAt, timezone) <= last);
}

export async function requireOffered(ctx: TransactionContext, kindId: string): Promise<AppointmentKind> {
  const kind = (await listKinds(ctx)).items.find(({ id }) => id === kindId);
  if (!kind || !isOffered(kind)) throw new NotFound('appointment-kind', kindId);
  return kind;
}

const isOffered = ({ isOnline, isArchived }: AppointmentKind): boolean => isOnline && !isArchived;
