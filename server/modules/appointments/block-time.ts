import type { z } from 'zod';
import { blockDays, mostBlocks } from '#domain/appointments/block-days.ts';
import type { BlockTime, FreeBlock, TimeBlock, TimeBlockList } from '#domain/appointments/contract.ts';
import { instantAt } from '#domain/base/time.ts';
import { maySeeClinic, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { deleteBlocks, insertBlock, insertBlockSlots, lockBlock, selectBookedIn } from './blocks-store.ts';
import { presentAppointments } from './present.ts';
import { deleteEndedHolds, selectAppointments } from './store.ts';
import { requirePlace } from './take-slot.ts';

/**
 * Keeps time of doctors and chairs free: all of it or none. Throws Conflict `time-booked` with who is booked in it,
 * `slot-taken` where it is kept free already or somebody makes up their mind about it online.
 */
export async function blockTime(
  ctx: Context,
  input: z.output<typeof BlockTime>,
): Promise<z.infer<typeof TimeBlockList>> {
  requirePermission(ctx, 'appointments.write');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, kind, reason, from, to } = input;
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    const days = blockDays(input);
    const places = [
      ...input.doctorIds.map((doctorId) => ({ doctorId, chairId: null })),
      ...input.chairIds.map((chairId) => ({ doctorId: null, chairId })),
    ];
    if (days.length === 0) throw new Invalid({ path: 'weekdays', code: 'no-day' });
    if (days.length * places.length > mostBlocks) throw new Invalid({ path: 'until', code: 'too-long' });
    for (const place of places) await requirePlace(ctx, { clinicId, ...place });
    await deleteEndedHolds(ctx);

    const seriesId = days.length * places.length > 1 ? newId() : null;
    const items = days.flatMap((day) =>
      places.map((place): TimeBlock => {
        const [startsAt, endsAt] = [instantAt(`${day}T${from}`, zone), instantAt(`${day}T${to}`, zone)];
        return { id: newId(), clinicId, ...place, kind, reason, startsAt, endsAt, seriesId };
      }),
    );
    for (const block of items) {
      await insertBlock(ctx, block);
      if (!(await insertBlockSlots(ctx, block))) throw await whatIsThere(ctx, block);
    }
    const subject = { type: 'clinic', id: clinicId };
    await recordAudit(ctx, { action: 'time.blocked', subject, after: { ...input, count: items.length } });
    return { items };
  });
}

/** It can be booked again. */
export async function freeBlock(
  ctx: Context,
  { id, isWholeSeries }: z.output<typeof FreeBlock> & { id: string },
): Promise<{ count: number }> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    const block = await lockBlock(ctx, id);
    if (!block || !maySeeClinic(ctx, block.clinicId)) throw new NotFound('time-block', id);
    const count = await deleteBlocks(ctx, block, { isWholeSeries });
    const subject = { type: 'clinic', id: block.clinicId };
    await recordAudit(ctx, { action: 'time.freed', subject, before: { ...block, count } });
    return { count };
  });
}

async function whatIsThere(ctx: TransactionContext, block: TimeBlock): Promise<Conflict> {
  const ids = await selectBookedIn(ctx, block);
  if (ids.length === 0) return new Conflict('slot-taken', { what: block.doctorId ? 'doctor' : 'chair' });
  const found = await presentAppointments(ctx, await selectAppointments(ctx, { ids, limit: ids.length }));
  return new Conflict('time-booked', {
    booked: found.map(({ id, customerName, startsAt, doctorName }) => ({
      ...{ id, customerName, startsAt, doctorName },
    })),
  });
}
