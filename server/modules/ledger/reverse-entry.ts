import { dayAt } from '#domain/base/time.ts';
import { mayReverse } from '#domain/ledger/book.ts';
import type { LedgerLine } from '#domain/ledger/contract.ts';
import { reversedPostings } from '#domain/ledger/entry.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { presentEntry } from './present.ts';
import { insertEntry, selectCourses, selectEntries } from './store.ts';

/**
 * Takes back an entry that was wrong by one of its own, with the reason. Throws Conflict `reversed-already`,
 * `reverses-another`, and what the account would lack where something was booked upon it since.
 */
export async function reverseEntry(ctx: Context, input: { id: string; reason: string }): Promise<LedgerLine> {
  requirePermission(ctx, 'ledger.write');
  return inTransaction(ctx, async (ctx) => {
    const [found] = await selectEntries(ctx, { ids: [input.id] });
    if (!found) throw new NotFound('ledger-entry', input.id);
    const customer = await holdCustomer(ctx, found.customerId);
    // Read anew: only now nobody else can reverse it.
    const entries = await selectEntries(ctx, { customerId: customer.id });
    const entry = entries.find(({ id }) => id === input.id)!;
    const decision = mayReverse(entry, entries);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const id = newId();
    await insertEntry(ctx, {
      id,
      customerId: customer.id,
      clinicId: entry.clinicId,
      on: dayAt(ctx.now, (await getClinic(ctx, entry.clinicId)).timezone),
      kind: 'reversal',
      visitId: entry.visitId,
      memo: input.reason,
      reverses: entry.id,
      postings: reversedPostings(entry),
    });
    await recordAudit(ctx, {
      action: 'ledger.reversed',
      subject: { type: 'customer', id: customer.id },
      after: { [entry.kind]: entry.id },
      reason: input.reason,
    });
    await announce(ctx, { type: 'ledger.booked', customerId: customer.id });
    const [reversal] = await selectEntries(ctx, { ids: [id] });
    return presentEntry(reversal!, await selectCourses(ctx, customer.id));
  });
}
