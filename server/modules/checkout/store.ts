import { sql } from 'kysely';
import type { Answers } from '#domain/checkout/answers.ts';
import type { Checkout, CheckoutRow } from '#domain/checkout/contract.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

export type NewCheckout = Omit<Checkout, 'nextAt' | 'finishedAt' | 'finishedByName'>;

/** False where the visit was checked out meanwhile. */
export async function insertCheckout(ctx: TransactionContext, checkout: NewCheckout): Promise<boolean> {
  const done = await ctx.db
    .insertInto('checkouts')
    .values({
      org_id: ctx.orgId,
      id: checkout.id,
      visit_id: checkout.visitId,
      clinic_id: checkout.clinicId,
      customer_id: checkout.customerId,
      day: checkout.day,
      paid: checkout.paid,
      paid_note: checkout.paidNote,
      owed_fen: checkout.owedFen,
      next: checkout.next,
      next_appointment_id: checkout.nextAppointmentId,
      no_next_reason: checkout.noNextReason,
      no_next_note: checkout.noNextNote,
      offer: checkout.offer,
      followup: checkout.followup,
      followup_id: checkout.followupId,
      rating: checkout.rating,
      account: checkout.account,
      finished_at: ctx.now,
      finished_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return false;
  if (checkout.offers.length > 0)
    await ctx.db
      .insertInto('checkout_offers')
      .values(
        checkout.offers.map((offer, position) => ({
          org_id: ctx.orgId,
          id: newId(),
          checkout_id: checkout.id,
          position,
          ...offer,
        })),
      )
      .execute();
  return true;
}

export async function selectCheckout(
  ctx: TransactionContext,
  visitId: string,
): Promise<Checkout | undefined> {
  const row = await ctx.db
    .selectFrom('checkouts as c')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.finished_by'))
    .leftJoin('appointments as a', (join) =>
      join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'c.next_appointment_id'),
    )
    .select([
      'c.id',
      'c.visit_id as visitId',
      'c.clinic_id as clinicId',
      'c.customer_id as customerId',
      'c.day',
      'c.paid',
      'c.paid_note as paidNote',
      'c.owed_fen as owedFen',
      'c.next',
      'c.next_appointment_id as nextAppointmentId',
      'a.starts_at as nextAt',
      'c.no_next_reason as noNextReason',
      'c.no_next_note as noNextNote',
      'c.offer',
      'c.followup',
      'c.followup_id as followupId',
      'c.rating',
      'c.account',
      'c.finished_at as finishedAt',
      's.name as finishedByName',
    ])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.visit_id', '=', visitId)
    .executeTakeFirst();
  if (!row) return undefined;
  const offers = await ctx.db
    .selectFrom('checkout_offers')
    .select(['kind', 'name', 'answer'])
    .where('org_id', '=', ctx.orgId)
    .where('checkout_id', '=', row.id)
    .orderBy('position')
    .execute();
  return { ...(row as Omit<Checkout, 'offers'>), offers: offers as Checkout['offers'] };
}

/** A visit as the desk sees it at the door, with what became of it there. */
export interface LeavingRow extends Pick<
  CheckoutRow,
  'visitId' | 'clinicId' | 'customerId' | 'visitKind' | 'openedAt' | 'enteredAt' | 'closedAt' | 'nextAt'
> {
  answers: Answers | null;
  /** When they left: by the visit's end, or before it by the board's word. */
  leftAt: Instant | null;
  noNextReason: string | null;
  noNextNote: string | null;
  isBookedSince: boolean;
}

/**
 * The visits of a clinic's day, or those of some days after which nobody is booked. Visits, receptions and appointments are
 * other modules' tables: who looks at the door sees what they end in.
 */
export async function selectLeaving(
  ctx: TransactionContext,
  which: {
    clinicIds: readonly string[] | null;
    from: CalendarDate;
    to: CalendarDate;
    withoutNext: boolean;
  },
): Promise<LeavingRow[]> {
  const { rows } = await sql<LeavingRow & { [P in keyof Answers]: Answers[P] | null }>`
    select v.id as "visitId", v.clinic_id as "clinicId", v.customer_id as "customerId", v.kind as "visitKind",
      v.opened_at as "openedAt", r.entered_at as "enteredAt", v.closed_at as "closedAt", c.paid, c.next, c.offer, c.followup, c.rating, c.account,
      coalesce(v.closed_at, r.gone_at) as "leftAt", a.starts_at as "nextAt",
      case when c.visit_id is null then r.gone_reason else c.no_next_reason end as "noNextReason", c.no_next_note as "noNextNote",
      exists (select 1 from appointments b where b.org_id = ${ctx.orgId} and b.customer_id = v.customer_id
        and b.state = 'booked' and b.starts_at > coalesce(v.closed_at, r.gone_at, v.opened_at)) as "isBookedSince"
    from visits v
      left join checkouts c on c.org_id = ${ctx.orgId} and c.visit_id = v.id
      left join receptions r on r.org_id = ${ctx.orgId} and r.id = v.id
      left join appointments a on a.org_id = ${ctx.orgId} and a.id = c.next_appointment_id
    where v.org_id = ${ctx.orgId} and v.visited_on between ${which.from} and ${which.to}
      and (${which.clinicIds}::uuid[] is null or v.clinic_id = any(${which.clinicIds}::uuid[]))
      and (not ${which.withoutNext} or (coalesce(v.closed_at, r.gone_at) is not null and c.next is distinct from 'booked'))
    order by v.opened_at, v.id
    limit 1000`.execute(ctx.db);
  return rows.map(({ paid, next, offer, followup, rating, account, ...row }) => ({
    ...row,
    answers: next === null ? null : ({ paid, next, offer, followup, rating, account } as Answers),
  }));
}

/** Whether the desk heard before that the customer follows the official account, or a message went to them there. */
export async function selectFollows(ctx: TransactionContext, customerId: string): Promise<boolean> {
  const { rows } = await sql<{ follows: boolean }>`
    select exists (select 1 from checkouts c where c.org_id = ${ctx.orgId} and c.customer_id = ${customerId}
        and c.account in ('added', 'already'))
      or exists (select 1 from customer_addresses a where a.org_id = ${ctx.orgId}
        and a.customer_id = ${customerId} and a.channel = 'wechat' and a.left_at is null) as follows`.execute(
    ctx.db,
  );
  return rows[0]!.follows;
}

export async function selectAccountCode(
  ctx: TransactionContext,
  clinicId: string,
): Promise<{ picture: string; updatedAt: Instant } | undefined> {
  return ctx.db
    .selectFrom('account_codes')
    .select(['picture', 'updated_at as updatedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
}

export async function writeAccountCode(
  ctx: TransactionContext,
  clinicId: string,
  picture: string,
): Promise<void> {
  const values = {
    picture,
    updated_at: ctx.now,
    updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  };
  await ctx.db
    .insertInto('account_codes')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'clinic_id']).doUpdateSet(values))
    .execute();
}
