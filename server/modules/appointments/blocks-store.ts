import { sql } from 'kysely';
import type { TimeBlock } from '#domain/appointments/contract.ts';
import { mostAtOnce } from '#domain/appointments/appointment.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { staffOf } from './store.ts';

const columns = [
  'id',
  'clinic_id as clinicId',
  'doctor_id as doctorId',
  'chair_id as chairId',
  'kind',
  'reason',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'series_id as seriesId',
] as const;

const asBlock = (row: Omit<TimeBlock, 'kind'> & { kind: string }) => row as TimeBlock;

export async function selectBlocks(
  ctx: TransactionContext,
  { clinicId, from, to }: { clinicId: string; from: Instant; to: Instant },
): Promise<TimeBlock[]> {
  const rows = await ctx.db
    .selectFrom('time_blocks')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(asBlock);
}

/** Held until the transaction ends. */
export async function lockBlock(ctx: TransactionContext, id: string): Promise<TimeBlock | undefined> {
  const row = await ctx.db
    .selectFrom('time_blocks')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asBlock(row);
}

export async function insertBlock(ctx: TransactionContext, block: TimeBlock): Promise<void> {
  await ctx.db
    .insertInto('time_blocks')
    .values({
      org_id: ctx.orgId,
      id: block.id,
      clinic_id: block.clinicId,
      doctor_id: block.doctorId,
      chair_id: block.chairId,
      kind: block.kind,
      reason: block.reason,
      starts_at: block.startsAt,
      ends_at: block.endsAt,
      series_id: block.seriesId,
      created_at: ctx.now,
      created_by: staffOf(ctx),
    })
    .execute();
}

/** Takes all that can be booked beside each other. False where somebody has some of it. */
export async function insertBlockSlots(ctx: TransactionContext, block: TimeBlock): Promise<boolean> {
  const lanes = Array.from({ length: block.doctorId === null ? 1 : mostAtOnce }, (_, lane) => lane);
  const done = await ctx.db
    .insertInto('slots')
    .values(
      lanes.map((lane) => ({
        org_id: ctx.orgId,
        id: newId(),
        clinic_id: block.clinicId,
        doctor_id: block.doctorId,
        chair_id: block.chairId,
        lane,
        starts_at: block.startsAt,
        ends_at: block.endsAt,
        block_id: block.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === BigInt(lanes.length);
}

/** The block, and of its series what begins later; what it took is free again. Gives how many. */
export async function deleteBlocks(
  ctx: TransactionContext,
  { id, seriesId, startsAt }: TimeBlock,
  { isWholeSeries }: { isWholeSeries: boolean },
): Promise<number> {
  const done = await ctx.db
    .deleteFrom('time_blocks')
    .where('org_id', '=', ctx.orgId)
    .where((eb) =>
      isWholeSeries && seriesId !== null
        ? eb.and([eb('series_id', '=', seriesId), eb('starts_at', '>=', startsAt)])
        : eb('id', '=', id),
    )
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Appointments that stand in the time of a doctor or chair, the first one first. */
export async function selectBookedIn(
  ctx: TransactionContext,
  place: Pick<TimeBlock, 'doctorId' | 'chairId' | 'startsAt' | 'endsAt'>,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('slots')
    .select('appointment_id as appointmentId')
    .where('org_id', '=', ctx.orgId)
    .where('appointment_id', 'is not', null)
    .where(
      sql<boolean>`(doctor_id = ${place.doctorId}::uuid or chair_id = ${place.chairId}::uuid)
        and tstzrange(starts_at, ends_at) && tstzrange(${place.startsAt}::timestamptz, ${place.endsAt}::timestamptz)`,
    )
    .orderBy('starts_at')
    .execute();
  return rows.flatMap((row) => row.appointmentId ?? []);
}
