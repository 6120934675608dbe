import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { EntryKind } from '#domain/ledger/entry.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';

export interface PastEntryRow {
  id: string;
  clinicId: string;
  customerId: string;
  kind: EntryKind;
  on: CalendarDate;
  visitId: string | null;
  memo: string;
  importBatchId: string | null;
}

const entryColumns = {
  id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  kind: 'text',
  booked_on: 'date',
  visit_id: 'uuid',
  memo: 'text',
  import_batch_id: 'uuid',
  created_at: 'timestamptz',
  created_by: 'uuid',
};

/** Leaves alone what is there already; gives the ids of what is new. */
export function insertEntries(ctx: TransactionContext, entries: readonly PastEntryRow[]): Promise<string[]> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    clinic_id: entry.clinicId,
    customer_id: entry.customerId,
    kind: entry.kind,
    booked_on: entry.on,
    visit_id: entry.visitId,
    memo: entry.memo,
    import_batch_id: entry.importBatchId,
    created_at: ctx.now,
    created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  }));
  return insertMany(ctx, 'ledger_entries', entryColumns, rows);
}

export async function selectKnownEntries(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('ledger_entries')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

export async function selectEntriesOfBatch(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ id: string; customerId: string; kind: string }[]> {
  return ctx.db
    .selectFrom('ledger_entries')
    .select(['id', 'customer_id as customerId', 'kind'])
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', '=', batchId)
    .execute();
}

/** On whose account of these somebody booked by hand, or reported a mismatch. */
export async function selectWorkedOn(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const booked = await ctx.db
    .selectFrom('ledger_entries')
    .select('customer_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', 'is', null)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  const reported = await ctx.db
    .selectFrom('ledger_mismatches')
    .select('customer_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('entry_id', 'is not', null)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Set([...booked, ...reported].map((row) => row.id));
}

export async function deleteEntries(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('ledger_postings')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`entry_id = any(${[...ids]}::uuid[])`)
    .execute();
  await ctx.db
    .deleteFrom('ledger_entries')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}
