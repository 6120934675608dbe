import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** When a customer is booked next; null where they are not. */
export async function selectNextAppointment(
  ctx: TransactionContext,
  customerId: string,
): Promise<Instant | null> {
  const row = await ctx.db
    .selectFrom('appointments')
    .select('starts_at as startsAt')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', ctx.now)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return row?.startsAt ?? null;
}
