import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** True for the first who asks that day. */
export async function claimBirthdayLook(ctx: TransactionContext, day: CalendarDate): Promise<boolean> {
  const done = await ctx.db
    .insertInto('birthday_looks')
    .values({ org_id: ctx.orgId, day })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Which of the birthdays have a plan, as "customer key". */
export async function selectPlannedBirthdays(
  ctx: TransactionContext,
  birthdays: readonly { customerId: string; key: string }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ named: string }>`
    select distinct p.customer_id || ' ' || p.event_key as named
    from plans p
    where p.org_id = ${ctx.orgId} and p.event = 'birthday'
      and p.customer_id = any(${birthdays.map(({ customerId }) => customerId)}::uuid[])
      and p.event_key = any(${[...new Set(birthdays.map(({ key }) => key))]}::text[])`.execute(ctx.db);
  return new Set(rows.map(({ named }) => named));
}
