import { sql } from 'kysely';
import type { WaitlistOffer, WaitlistWish } from '#domain/waitlist/contract.ts';
import type { Fit } from '#domain/waitlist/fitting.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A wish without what is the customer's own. */
export type WishRow = Omit<WaitlistWish, 'customerName' | 'phone' | 'grade'>;

/** Some wishes, who has waited longest first. */
export async function selectWishes(
  ctx: TransactionContext,
  question: { ids?: readonly string[]; clinicId?: string; isWaiting?: boolean },
): Promise<WishRow[]> {
  const { ids, clinicId, isWaiting } = question;
  const rows = await ctx.db
    .selectFrom('waitlist_wishes as w')
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'w.doctor_id'))
    .leftJoin('appointment_kinds as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.id', '=', 'w.kind_id'),
    )
    .select([
      'w.id',
      'w.clinic_id as clinicId',
      'w.customer_id as customerId',
      'w.doctor_id as doctorId',
      'd.name as doctorName',
      'w.kind_id as kindId',
      'k.name as kindName',
      'w.minutes',
      'w.weekdays',
      'w.from_time as from',
      'w.to_time as to',
      'w.until_day as until',
      'w.note',
      'w.state',
      'w.created_at as since',
      'w.version',
    ])
    .where('w.org_id', '=', ctx.orgId)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`w.id = any(${[...(ids ?? [])]}::uuid[])`))
    .$if(clinicId !== undefined, (query) => query.where('w.clinic_id', '=', clinicId!))
    .$if(isWaiting === true, (query) => query.where('w.state', '=', 'waiting'))
    .orderBy('w.created_at')
    .orderBy('w.id')
    .limit(500)
    .execute();
  return rows as WishRow[];
}

/** Held until the transaction ends. */
export async function lockWish(ctx: TransactionContext, id: string): Promise<WishRow | undefined> {
  const held = await ctx.db
    .selectFrom('waitlist_wishes')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return held && (await selectWishes(ctx, { ids: [id] }))[0];
}

export async function insertWish(
  ctx: TransactionContext,
  wish: Pick<
    WishRow,
    | 'id'
    | 'clinicId'
    | 'customerId'
    | 'doctorId'
    | 'kindId'
    | 'minutes'
    | 'weekdays'
    | 'from'
    | 'to'
    | 'until'
    | 'note'
  >,
): Promise<void> {
  await ctx.db
    .insertInto('waitlist_wishes')
    .values({
      org_id: ctx.orgId,
      id: wish.id,
      clinic_id: wish.clinicId,
      customer_id: wish.customerId,
      doctor_id: wish.doctorId,
      kind_id: wish.kindId,
      minutes: wish.minutes,
      weekdays: JSON.stringify(wish.weekdays),
      from_time: wish.from,
      to_time: wish.to,
      until_day: wish.until,
      note: wish.note,
      created_at: ctx.now,
      created_by: staffOf(ctx),
    })
    .execute();
}

export async function endWish(
  ctx: TransactionContext,
  id: string,
  end: { state: WaitlistWish['state']; reason?: string; appointmentId?: string },
): Promise<void> {
  await ctx.db
    .updateTable('waitlist_wishes')
    .set((eb) => ({
      state: end.state,
      ended_reason: end.reason ?? null,
      appointment_id: end.appointmentId ?? null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/**
 * Whoever waited up to a day before today, which each clinic has its own of, waits no more; those with an offer still
 * open are let be. Gives how many.
 */
export async function expireWishes(
  ctx: TransactionContext,
  todays: ReadonlyMap<string, CalendarDate>,
): Promise<number> {
  const done = await sql`
    update waitlist_wishes w set state = 'expired', version = w.version + 1
    from unnest(${[...todays.keys()]}::uuid[], ${[...todays.values()]}::date[]) as today(clinic_id, day)
    where w.org_id = ${ctx.orgId} and w.clinic_id = today.clinic_id and w.state = 'waiting' and w.until_day < today.day
      and not exists (select from waitlist_offers o
                      where o.org_id = ${ctx.orgId} and o.state = 'open' and o.wish_id = w.id)`.execute(
    ctx.db,
  );
  return Number(done.numAffectedRows);
}

export interface OfferRow extends Omit<WaitlistOffer, 'askedBefore'> {
  clinicId: string;
  freedBy: string;
  slotId: string | null;
  chairId: string | null;
  /** The end of the time that was freed, which may be longer than what is offered of it. */
  freedUntil: Instant | null;
}

const offerColumns = [
  'id',
  'wish_id as wishId',
  'clinic_id as clinicId',
  'customer_id as customerId',
  'freed_by as freedBy',
  'doctor_id as doctorId',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'slot_id as slotId',
  'chair_id as chairId',
  'freed_until as freedUntil',
  'until_at as until',
  'state',
  'fit',
] as const;

const asOffer = (row: Omit<OfferRow, 'fit' | 'state'> & { fit: unknown; state: string }) =>
  ({ ...row, fit: row.fit as Fit }) as OfferRow;

/** Offers, the first one made first. */
export async function selectOffers(
  ctx: TransactionContext,
  question: { clinicId?: string; freedBy?: string; startsAt?: Instant; isOpen?: boolean; overBy?: Instant },
): Promise<OfferRow[]> {
  const { clinicId, freedBy, startsAt, isOpen, overBy } = question;
  const rows = await ctx.db
    .selectFrom('waitlist_offers')
    .select(offerColumns)
    .where('org_id', '=', ctx.orgId)
    .$if(clinicId !== undefined, (query) => query.where('clinic_id', '=', clinicId!))
    .$if(freedBy !== undefined, (query) => query.where('freed_by', '=', freedBy!))
    .$if(startsAt !== undefined, (query) => query.where('starts_at', '=', startsAt!))
    .$if(isOpen === true, (query) => query.where('state', '=', 'open'))
    .$if(overBy !== undefined, (query) => query.where('until_at', '<=', overBy!))
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(asOffer);
}

/** Held until the transaction ends: an offer is answered once. */
export async function lockOffer(ctx: TransactionContext, id: string): Promise<OfferRow | undefined> {
  const row = await ctx.db
    .selectFrom('waitlist_offers')
    .select(offerColumns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asOffer(row);
}

/** Of whom the same time was wished by others before. */
export async function countAsked(
  ctx: TransactionContext,
  freedBy: readonly string[],
): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('waitlist_offers')
    .select(['freed_by as freedBy', (eb) => eb.fn.countAll<number>().as('count')])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`freed_by = any(${[...freedBy]}::uuid[])`)
    .where('state', '<>', 'open')
    .groupBy('freed_by')
    .execute();
  return new Map(rows.map((row) => [row.freedBy, Number(row.count)]));
}

/** False where the time, or the person, has an open offer already. */
export async function insertOffer(ctx: TransactionContext, offer: OfferRow): Promise<boolean> {
  const done = await ctx.db
    .insertInto('waitlist_offers')
    .values({
      org_id: ctx.orgId,
      id: offer.id,
      wish_id: offer.wishId,
      clinic_id: offer.clinicId,
      customer_id: offer.customerId,
      freed_by: offer.freedBy,
      doctor_id: offer.doctorId,
      starts_at: offer.startsAt,
      ends_at: offer.endsAt,
      slot_id: offer.slotId,
      chair_id: offer.chairId,
      freed_until: offer.freedUntil,
      until_at: offer.until,
      fit: JSON.stringify(offer.fit),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function endOffer(
  ctx: TransactionContext,
  id: string,
  state: WaitlistOffer['state'],
): Promise<void> {
  await ctx.db
    .updateTable('waitlist_offers')
    .set({ state, slot_id: null, answered_at: ctx.now, answered_by: staffOf(ctx) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

function staffOf(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}
