import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** What each customer was charged and sold in advance since a day, refunds taken off; of all customers or of these. */
export async function selectCharged(
  ctx: TransactionContext,
  which: { since: CalendarDate | null; customerIds?: readonly string[] | undefined },
): Promise<{ customerId: string; fen: number }[]> {
  return ctx.db
    .selectFrom('ledger_postings')
    .select('customer_id as customerId')
    .select(sql<number>`-sum(fen)::bigint`.as('fen'))
    .where('org_id', '=', ctx.orgId)
    .where('account', 'in', ['revenue', 'prepaid'])
    .$if(which.since !== null, (query) => query.where('booked_on', '>=', which.since!))
    .$if(which.customerIds !== undefined, (query) =>
      query.where(sql<boolean>`customer_id = any(${[...which.customerIds!]}::uuid[])`),
    )
    .groupBy('customer_id')
    .having(sql<boolean>`sum(fen) <> 0`)
    .execute();
}

/** What each customer paid and got back, by day. */
export async function selectPayments(
  ctx: TransactionContext,
  which: { since: CalendarDate | null; customerIds?: readonly string[] | undefined },
): Promise<{ customerId: string; on: CalendarDate; fen: number }[]> {
  return ctx.db
    .selectFrom('ledger_postings')
    .select(['customer_id as customerId', 'booked_on as on'])
    .select(sql<number>`sum(fen)::bigint`.as('fen'))
    .where('org_id', '=', ctx.orgId)
    .where('account', '=', 'cash')
    .$if(which.since !== null, (query) => query.where('booked_on', '>=', which.since!))
    .$if(which.customerIds !== undefined, (query) =>
      query.where(sql<boolean>`customer_id = any(${[...which.customerIds!]}::uuid[])`),
    )
    .groupBy(['customer_id', 'booked_on'])
    .having(sql<boolean>`sum(fen) <> 0`)
    .orderBy('customer_id')
    .orderBy('booked_on')
    .execute();
}
