import type { z } from 'zod';
import type { ListMismatches, Mismatch } from '#domain/ledger/contract.ts';
import { amountOf } from '#domain/ledger/entry.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectMismatches, type StoredMismatch } from './mismatch-store.ts';
import { selectEntries } from './store.ts';

/** What the daily check of the books found, the latest day first. */
export async function listMismatches(
  ctx: Context,
  input: z.output<typeof ListMismatches>,
): Promise<{ items: Mismatch[]; total: number }> {
  requirePermission(ctx, 'ledger.review');
  return inTransaction(ctx, async (ctx) => {
    const { items, total } = await selectMismatches(ctx, {
      state: input.state,
      clinicIds: clinicsAsked(ctx, input.clinicId),
      limit: input.pageSize,
      offset: (input.page - 1) * input.pageSize,
    });
    return { items: await describeMismatches(ctx, items), total };
  });
}

export async function describeMismatches(
  ctx: TransactionContext,
  mismatches: readonly StoredMismatch[],
): Promise<Mismatch[]> {
  const customers = await briefCustomers(
    ctx,
    mismatches.map(({ customerId }) => customerId),
  );
  const entryIds = mismatches.map(({ entryId }) => entryId).filter((id) => id !== null);
  const entries = new Map((await selectEntries(ctx, { ids: entryIds })).map((entry) => [entry.id, entry]));
  return mismatches.map(({ visitId: _visit, appointmentId: _appointment, entryId, ...mismatch }) => {
    const customer = customers.get(mismatch.customerId)!;
    const entry = entryId === null ? undefined : entries.get(entryId);
    return {
      ...mismatch,
      customerName: customer.name,
      customerNumber: customer.number,
      fen: entry ? amountOf(entry) : null,
    };
  });
}
