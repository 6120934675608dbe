import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Reception } from '#domain/reception/contract.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

interface ReceptionQuestion {
  ids?: readonly string[];
  clinicId?: string;
  customerId?: string;
  day?: CalendarDate;
}

/** By their number. */
export async function selectReceptions(
  ctx: TransactionContext,
  { ids, clinicId, customerId, day }: ReceptionQuestion,
): Promise<Reception[]> {
  const rows = await ctx.db
    .selectFrom('receptions as r')
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'r.doctor_id'))
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'r.received_by'))
    .leftJoin('staff as c', (join) => join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'r.read_by'))
    .select([
      'r.id as visitId',
      'r.clinic_id as clinicId',
      'r.customer_id as customerId',
      'r.day',
      'r.number',
      'r.stage',
      'r.arrived_at as arrivedAt',
      'r.waiting_at as waitingAt',
      'r.in_treatment_at as inTreatmentAt',
      'r.checkout_at as checkoutAt',
      'r.gone_at as goneAt',
      'r.gone_reason as goneReason',
      'r.class_code as classCode',
      'r.doctor_id as doctorId',
      'd.name as doctorName',
      'r.doctor_reason as doctorReason',
      'r.wishes',
      'r.read_at as readAt',
      'c.name as readByName',
      'b.name as receivedByName',
      'r.is_self as isSelf',
      'r.entered_at as enteredAt',
      'r.version',
    ])
    .where('r.org_id', '=', ctx.orgId)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`r.id = any(${[...(ids ?? [])]}::uuid[])`))
    .$if(clinicId !== undefined, (query) => query.where('r.clinic_id', '=', clinicId!))
    .$if(customerId !== undefined, (query) => query.where('r.customer_id', '=', customerId!))
    .$if(day !== undefined, (query) => query.where('r.day', '=', day!))
    .orderBy('r.number')
    .execute();
  return rows.map((row) => ({ ...row, stage: row.stage as VisitStage }));
}

/** Who came to these appointments, received at the desk or not. */
export function selectArrivals(ctx: TransactionContext, appointmentIds: readonly string[]) {
  return ctx.db
    .selectFrom('visits as v')
    .leftJoin('receptions as r', (join) => join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'v.id'))
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'r.received_by'))
    .select((eb) => [
      'v.id as visitId',
      'v.appointment_id as appointmentId',
      eb.fn.coalesce('r.arrived_at', 'v.opened_at').as('arrivedAt'),
      'b.name as receivedByName',
    ])
    .where('v.org_id', '=', ctx.orgId)
    .where(sql<boolean>`v.appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
}

/** Held until the transaction ends: of two who move somebody at once, one is told of the other. */
export async function lockReception(
  ctx: TransactionContext,
  id: string,
): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom('receptions')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface NewReception {
  id: string;
  clinicId: string;
  customerId: string;
  day: CalendarDate;
  arrivedAt: Instant;
  enteredAt: Instant | null;
  classCode: string | null;
  doctorId: string | null;
  receivedBy: string | null;
  isSelf: boolean;
  wishes: string | null;
}

/** With the day's next number; for who holds the clinic's board, so that no two have the same. */
export async function insertReception(ctx: TransactionContext, reception: NewReception): Promise<void> {
  const { id, clinicId, customerId, day } = reception;
  const { last } = await ctx.db
    .selectFrom('receptions')
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('receptions')
    .values({
      org_id: ctx.orgId,
      ...{ id, clinic_id: clinicId, customer_id: customerId, day },
      number: (last ?? 0) + 1,
      stage: 'arrived',
      arrived_at: reception.arrivedAt,
      entered_at: reception.enteredAt,
      class_code: reception.classCode,
      doctor_id: reception.doctorId,
      received_by: reception.receivedBy,
      is_self: reception.isSelf,
      wishes: reception.wishes,
    })
    .execute();
}

/** When each stage is entered, by the column that keeps it. */
const times = {
  arrived: 'arrived_at',
  waiting: 'waiting_at',
  'in-treatment': 'in_treatment_at',
  checkout: 'checkout_at',
  gone: 'gone_at',
} as const;

/** `enteredAt` is of the stage `of`: of the one entered or, where a step is taken back, of the one that was not. */
export async function updateStage(
  ctx: TransactionContext,
  id: string,
  change: { stage: VisitStage; of: VisitStage; enteredAt: Instant | null; goneReason: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('receptions')
    .set((eb) => ({
      stage: change.stage,
      [times[change.of]]: change.enteredAt,
      gone_reason: change.goneReason,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What is not read yet by the doctor who is to read it is unread. */
export async function updateNotice(
  ctx: TransactionContext,
  id: string,
  change: {
    doctor_id?: string;
    doctor_reason?: string | null;
    wishes?: string | null;
    read_at: Instant | null;
    read_by: string | null;
  },
): Promise<void> {
  await ctx.db
    .updateTable('receptions')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export interface Move {
  id: string;
  from: VisitStage;
  to: VisitStage;
  /** When the stage that is entered had been entered before. */
  enteredBefore: Instant | null;
}

export async function insertMove(
  ctx: TransactionContext,
  receptionId: string,
  { from, to, enteredBefore }: Omit<Move, 'id'>,
): Promise<void> {
  const writing = ctx.db
    .insertInto('reception_moves')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      ...{ reception_id: receptionId, from_stage: from, to_stage: to, entered_before: enteredBefore },
      at: ctx.now,
      by: staffOf(ctx),
    })
    .execute();
  ctx.alongside(writing);
}

/** The last step that stands; undefined where somebody has just arrived. */
export async function selectLastMove(
  ctx: TransactionContext,
  receptionId: string,
): Promise<Move | undefined> {
  const row = await ctx.db
    .selectFrom('reception_moves')
    .select(['id', 'from_stage as from', 'to_stage as to', 'entered_before as enteredBefore'])
    .where('org_id', '=', ctx.orgId)
    .where('reception_id', '=', receptionId)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, from: row.from as VisitStage, to: row.to as VisitStage };
}

export async function markUndone(ctx: TransactionContext, moveId: string): Promise<void> {
  const writing = ctx.db
    .updateTable('reception_moves')
    .set({ undone_at: ctx.now, undone_by: staffOf(ctx) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', moveId)
    .execute();
  ctx.alongside(writing);
}

/** It never was: its steps and words go with it. */
export async function deleteReception(ctx: TransactionContext, id: string): Promise<void> {
  for (const table of ['reception_moves', 'reception_words'] as const)
    await ctx.db.deleteFrom(table).where('org_id', '=', ctx.orgId).where('reception_id', '=', id).execute();
  await ctx.db.deleteFrom('receptions').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}

export function staffOf(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}
