import type { CalendarDate } from '#domain/base/time.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { updateDeparture } from './birthdays-store.ts';
import { holdCustomer } from './get-customer.ts';

/** Notes that a customer died or moved away, or that it is not so; for a verb that has asked for its own permission. */
export async function setDeparture(
  ctx: TransactionContext,
  customerId: string,
  departure: { kind: 'deceased' | 'moved-away'; on: CalendarDate } | null,
): Promise<void> {
  await holdCustomer(ctx, customerId);
  await updateDeparture(ctx, customerId, {
    deceased_on: departure?.kind === 'deceased' ? departure.on : null,
    moved_away_on: departure?.kind === 'moved-away' ? departure.on : null,
  });
  await recordAudit(ctx, {
    action: departure === null ? 'customer.is-here' : `customer.${departure.kind}`,
    subject: { type: 'customer', id: customerId },
    ...(departure === null ? {} : { after: departure }),
  });
}
