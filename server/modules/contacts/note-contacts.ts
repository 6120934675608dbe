import type { TimeZone } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { idOfUse } from './note-contact.ts';
import type { MadeContact } from './note-contact.ts';
import { refreshWaits } from './refresh-waits.ts';
import { insertUses } from './store.ts';

/** Writes several contacts to their customers’ budgets; for a verb that writes an audit row of the whole. Each counts once. */
export async function noteContacts(
  ctx: TransactionContext,
  contacts: readonly Omit<MadeContact, 'zone'>[],
  zone: TimeZone,
): Promise<void> {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ customerId, at, channel, purpose, staffId, cause }) => ({
    ...{ id: idOfUse(ctx, cause), customer_id: customerId, at, channel, purpose, staff_id: staffId },
    ...{ cause_kind: cause.kind, cause_id: cause.id },
  }));
  await insertUses(ctx, rows);
  await refreshWaits(ctx, [...new Set(contacts.map(({ customerId }) => customerId))], zone);
}
