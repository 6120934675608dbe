import type { LeaveKind, WeekHours } from '#domain/availability/availability.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredLeave {
  id: string;
  staffId: string;
  from: CalendarDate;
  to: CalendarDate;
  kind: LeaveKind;
  standInId: string | null;
}

export async function selectHours(
  ctx: TransactionContext,
  staffId?: string,
): Promise<Map<string, { hours: WeekHours | null; version: number }>> {
  const rows = await ctx.db
    .selectFrom('work_hours')
    .select(['staff_id', 'hours', 'version'])
    .where('org_id', '=', ctx.orgId)
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId!))
    .execute();
  return new Map(
    rows.map(({ staff_id, hours, version }) => [staff_id, { hours: hours as WeekHours | null, version }]),
  );
}

/** Null lets the person work the clinic's hours again. */
export async function writeHours(
  ctx: TransactionContext,
  staffId: string,
  hours: WeekHours | null,
  version: number,
): Promise<void> {
  const row = {
    hours: hours === null ? null : JSON.stringify(hours),
    updated_at: ctx.now,
    updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    version,
  };
  await ctx.db
    .insertInto('work_hours')
    .values({ org_id: ctx.orgId, staff_id: staffId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'staff_id']).doUpdateSet(row))
    .execute();
}

/** Leaves that hold on one of the days, the first one first; without an end, from then on. */
export async function selectLeaves(
  ctx: TransactionContext,
  days: { from: CalendarDate; to?: CalendarDate | undefined },
  staffId?: string,
): Promise<StoredLeave[]> {
  const rows = await leaves(ctx)
    .where('withdrawn_at', 'is', null)
    .where('last_on', '>=', days.from)
    .$if(days.to !== undefined, (query) => query.where('first_on', '<=', days.to!))
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId!))
    .orderBy('first_on')
    .orderBy('id')
    .execute();
  return rows.map(withKind);
}

/** A leave that was not withdrawn, held until the transaction ends. */
export async function lockLeave(ctx: TransactionContext, id: string): Promise<StoredLeave | undefined> {
  const row = await leaves(ctx)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && withKind(row);
}

export async function insertLeave(ctx: TransactionContext, leave: StoredLeave): Promise<void> {
  await ctx.db
    .insertInto('leaves')
    .values({
      org_id: ctx.orgId,
      id: leave.id,
      staff_id: leave.staffId,
      first_on: leave.from,
      last_on: leave.to,
      kind: leave.kind,
      stand_in_id: leave.standInId,
      entered_at: ctx.now,
      entered_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function markLeaveWithdrawn(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('leaves')
    .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

function leaves(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('leaves')
    .select([
      'id',
      'staff_id as staffId',
      'first_on as from',
      'last_on as to',
      'kind',
      'stand_in_id as standInId',
    ])
    .where('org_id', '=', ctx.orgId);
}

function withKind<T extends { kind: string }>(row: T): T & { kind: LeaveKind } {
  return { ...row, kind: row.kind as LeaveKind };
}
