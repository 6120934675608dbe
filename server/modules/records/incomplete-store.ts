import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addDays, addMonths } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { KnownParts, RecordFacts } from '#domain/customers/record-facts.ts';
import type { TransactionContext } from '#server/platform/context.ts';

// What measure-completeness.ts looks at on one record, here of many at once. Like completeness-store.ts it reads what
// other modules keep, and only reads.

/** The law's age, as in `isMinor`. */
const monthsUntilGrownUp = 18 * 12;

type Facts = Omit<RecordFacts, 'known'> & { known: KnownParts };

/** Who answers: the consultant, of a lead without one the web consultant. */
const answers = sql`coalesce(c.owner_id, c.web_consultant_id)`;

function factsOf(ctx: TransactionContext, today: CalendarDate): RawBuilder<unknown> {
  const youngest = addDays(addMonths(today, -monthsUntilGrownUp), 1);
  const isMinor = sql`(c.birthday >= ${youngest} or (c.birthday is null and c.birth_year > ${Number(today.slice(0, 4)) - 18}))`;
  return sql`jsonb_build_object('grade', c.grade, 'isMinor', coalesce(${isMinor}, false),
    'everCame', exists (select from visits v where v.org_id = ${ctx.orgId} and v.customer_id = c.id),
    'known', jsonb_build_object(
      'name', c.name <> '', 'phone', c.phone is not null, 'channel-source', coalesce(c.channel_source, '') <> '',
      'birthday', c.birthday is not null, 'gender', c.gender <> 'unknown', 'address', coalesce(c.address, '') <> '',
      'owner', c.owner_id is not null,
      'guardian', coalesce(not ${isMinor}, true) or exists (select from customer_relations r
        where r.org_id = ${ctx.orgId} and r.customer_id = c.id and r.is_guardian),
      'occupation', coalesce(c.occupation, '') <> '', 'likes', coalesce(c.likes, '') <> '',
      'referrer', c.referrer_id is not null, 'wechat', coalesce(c.wechat, '') <> '',
      'chief-complaints', not exists (select from visits v where v.org_id = ${ctx.orgId} and v.customer_id = c.id
        and v.state = 'closed' and coalesce(v.chief_complaint, '') = ''),
      'latent-problems', exists (select from latent_problems p where p.org_id = ${ctx.orgId} and p.customer_id = c.id),
      'photos', exists (select from photos p where p.org_id = ${ctx.orgId} and p.customer_id = c.id),
      'next-followup', exists (select from followups f
          where f.org_id = ${ctx.orgId} and f.customer_id = c.id and f.state = 'open')
        or exists (select from appointments a where a.org_id = ${ctx.orgId} and a.customer_id = c.id
          and a.state = 'booked' and a.starts_at > ${ctx.now})))`;
}

function best(ctx: TransactionContext, clinicIds: readonly string[] | null): RawBuilder<unknown> {
  return sql`from customers c where c.org_id = ${ctx.orgId} and c.merged_into is null and c.grade in ('A', 'B')
    ${clinicIds === null ? sql`` : sql`and c.clinic_id = any(${[...clinicIds]}::uuid[])`}`;
}

/** The A and B customers of one owner, each with what is known of them. */
export async function selectBestOf(
  ctx: TransactionContext,
  ownerId: string,
  clinicIds: readonly string[] | null,
  today: CalendarDate,
): Promise<{ customerId: string; facts: Facts }[]> {
  const { rows } = await sql<{ customerId: string; facts: Facts }>`
    select c.id as "customerId", ${factsOf(ctx, today)} as facts ${best(ctx, clinicIds)}
      and ${answers} = ${ownerId}
      and c.id in (select o.customer_id from ownerships o
        where o.org_id = ${ctx.orgId} and o.owner_id = ${ownerId} and o.until is null)`.execute(ctx.db);
  return rows;
}

/** How many A and B customers each owner has with the very same things known of them. */
export async function countBestByOwner(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  today: CalendarDate,
): Promise<{ ownerId: string | null; facts: Facts; count: number }[]> {
  const { rows } = await sql<{ ownerId: string | null; facts: Facts; count: number }>`
    select ${answers} as "ownerId", ${factsOf(ctx, today)} as facts, count(*)::integer as count
    ${best(ctx, clinicIds)} group by 1, 2`.execute(ctx.db);
  return rows;
}
