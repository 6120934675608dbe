import { chunksOf } from '#domain/base/chunks.ts';
import { balanceOf } from '#domain/ledger/balance.ts';
import { postingsOf } from '#domain/ledger/book.ts';
import type { Booking } from '#domain/ledger/entry.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertEntries, selectKnownEntries, type PastEntryRow } from './history-store.ts';
import { insertPostings } from './store.ts';

const entriesAtOnce = 5_000;

/** What was booked elsewhere or earlier; courses are not brought in this way, their worth depends on what came before. */
export interface PastEntry extends Omit<PastEntryRow, 'kind' | 'memo'> {
  booking: Extract<Booking, { kind: 'charge' | 'payment' | 'deposit' }>;
}

/**
 * Adds many entries at once, for an import or a demo that has asked for permission, writes its own audit row and
 * announces it. What is there already by its id is left alone. Gives the ids of what is new.
 */
export async function addLedgerHistory(
  ctx: TransactionContext,
  entries: readonly PastEntry[],
): Promise<string[]> {
  const nothing = balanceOf([]);
  const added: string[] = [];
  for (const chunk of chunksOf(entries, entriesAtOnce)) {
    const ids = await insertEntries(
      ctx,
      chunk.map(({ booking, ...entry }) => ({ ...entry, kind: booking.kind, memo: booking.memo })),
    );
    const isNew = new Set(ids);
    await insertPostings(
      ctx,
      chunk
        .filter(({ id }) => isNew.has(id))
        .map((entry) => ({ ...entry, postings: postingsOf(entry.booking, nothing) })),
    );
    for (const id of ids) added.push(id);
  }
  return added;
}

/** Which of these entries are in the books already; for an import. */
export function knownEntries(ctx: TransactionContext, ids: readonly string[]): Promise<Set<string>> {
  return selectKnownEntries(ctx, ids);
}
