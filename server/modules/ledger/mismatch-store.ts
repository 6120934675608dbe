import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { FoundMismatch, MismatchKind } from '#domain/ledger/mismatch.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredMismatch extends FoundMismatch {
  id: string;
  clinicId: string;
  day: CalendarDate;
  resolvedAt: Instant | null;
  resolvedBy: string | null;
  note: string | null;
  version: number;
}

export async function insertMismatches(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
  found: readonly (FoundMismatch & { id: string })[],
): Promise<void> {
  if (found.length === 0) return;
  await ctx.db
    .insertInto('ledger_mismatches')
    .values(
      found.map((mismatch) => ({
        org_id: ctx.orgId,
        id: mismatch.id,
        clinic_id: clinicId,
        customer_id: mismatch.customerId,
        kind: mismatch.kind,
        day,
        visit_id: mismatch.visitId,
        entry_id: mismatch.entryId,
        appointment_id: mismatch.appointmentId,
        found_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const columns = [
  'm.id',
  'm.clinic_id as clinicId',
  'm.customer_id as customerId',
  'm.kind',
  'm.day',
  'm.visit_id as visitId',
  'm.entry_id as entryId',
  'm.appointment_id as appointmentId',
  'm.resolved_at as resolvedAt',
  's.name as resolvedBy',
  'm.note',
  'm.version',
] as const;

const asMismatch = <T extends { kind: string }>(row: T) => ({ ...row, kind: row.kind as MismatchKind });

function withResolvers(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('ledger_mismatches as m')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'm.resolved_by'))
    .where('m.org_id', '=', ctx.orgId);
}

export async function selectMismatches(
  ctx: TransactionContext,
  which: {
    state: 'open' | 'resolved';
    clinicIds: readonly string[] | null;
    limit: number;
    offset: number;
  },
): Promise<{ items: StoredMismatch[]; total: number }> {
  const matching = withResolvers(ctx)
    .where('m.resolved_at', which.state === 'open' ? 'is' : 'is not', null)
    .$if(which.clinicIds !== null, (query) =>
      query.where(sql<boolean>`m.clinic_id = any(${[...(which.clinicIds ?? [])]}::uuid[])`),
    );
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(columns)
    .$if(which.state === 'resolved', (query) => query.orderBy('m.resolved_at', 'desc'))
    .orderBy('m.day', 'desc')
    .orderBy('m.kind')
    .orderBy('m.id')
    .limit(which.limit)
    .offset(which.offset)
    .execute();
  return { items: rows.map(asMismatch), total };
}

export async function selectMismatch(
  ctx: TransactionContext,
  id: string,
): Promise<StoredMismatch | undefined> {
  const row = await withResolvers(ctx).select(columns).where('m.id', '=', id).executeTakeFirst();
  return row && asMismatch(row);
}

/** False when somebody else has resolved it. */
export async function markResolved(ctx: TransactionContext, id: string, note: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('ledger_mismatches')
    .set((eb) => ({
      resolved_at: ctx.now,
      resolved_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      note,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
