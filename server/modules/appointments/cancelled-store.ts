import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** By the time they were cancelled at; what a customer booked since then is the first still to come. */
export async function selectCancelled(
  ctx: TransactionContext,
  { clinicId, from, to }: { clinicId: string; from: Instant; to: Instant },
): Promise<{ id: string; rebookedFor: Instant | null }[]> {
  return ctx.db
    .selectFrom('appointments as a')
    .select((eb) => [
      'a.id',
      eb
        .selectFrom('appointments as b')
        .select((eb) => eb.fn.min('b.starts_at').as('startsAt'))
        .where('b.org_id', '=', ctx.orgId)
        .whereRef('b.customer_id', '=', 'a.customer_id')
        .where('b.state', 'in', ['booked', 'kept'])
        .whereRef('b.booked_at', '>=', 'a.cancelled_at')
        .as('rebookedFor'),
    ])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.clinic_id', '=', clinicId)
    .where('a.state', '=', 'cancelled')
    .where('a.cancelled_at', '>=', from)
    .where('a.cancelled_at', '<=', to)
    .orderBy('a.cancelled_at')
    .orderBy('a.id')
    .execute();
}
