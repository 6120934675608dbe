import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { ChartPlace } from '#domain/charts/chart.ts';
import type { ChartDay } from '#domain/charts/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId, newId } from '#server/platform/ids.ts';

export interface ChartRow {
  customerId: string;
  place: ChartPlace | null;
  keptAs: string | null;
  since: Instant | null;
  isBooked: boolean;
  lastTreatment: string | null;
}

/** The charts of these customers, and of all others of the clinic that are not on their shelf. */
export async function selectCharts(
  ctx: TransactionContext,
  { clinicId, customerIds }: { clinicId: string; customerIds: readonly string[] },
): Promise<ChartRow[]> {
  const { rows } = await sql<ChartRow>`
    select w.id as "customerId",
      -- Who was here before the desk kept count of charts has one on the shelf.
      coalesce(c.place, case when u.last_visit_on is not null then 'shelf' end) as place, c.kept_as as "keptAs", c.since,
      exists (select 1 from appointments a where a.org_id = ${ctx.orgId} and a.customer_id = w.id
        and a.state = 'booked' and a.starts_at > ${ctx.now}) as "isBooked",
      (select t.category from treatments t
        join visits v on v.org_id = ${ctx.orgId} and v.id = t.visit_id
        where t.org_id = ${ctx.orgId} and t.customer_id = w.id
        order by v.visited_on desc, t.position limit 1) as "lastTreatment"
    from (
      select unnest(${[...customerIds]}::uuid[]) as id
      union
      select o.customer_id from charts o
      where o.org_id = ${ctx.orgId} and o.clinic_id = ${clinicId} and o.place <> 'shelf'
    ) w
      join customers u on u.org_id = ${ctx.orgId} and u.id = w.id
      left join charts c on c.org_id = ${ctx.orgId} and c.clinic_id = ${clinicId} and c.customer_id = w.id
    order by c.since, w.id
    limit 2000`.execute(ctx.db);
  return rows;
}

export async function putCharts(
  ctx: TransactionContext,
  move: {
    clinicId: string;
    customerIds: readonly string[];
    place: ChartPlace;
    keptAs: string | null;
  },
): Promise<void> {
  const { clinicId, place, keptAs } = move;
  const rows = move.customerIds.map((customerId) => ({
    id: derivedId('chart', ctx.orgId, clinicId, customerId),
    customerId,
  }));
  await ctx.db
    .insertInto('charts')
    .values(
      rows.map(({ id, customerId }) => ({
        ...{ org_id: ctx.orgId, id, clinic_id: clinicId, customer_id: customerId },
        ...{ place, kept_as: keptAs, since: ctx.now, created_at: ctx.now },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        ...{ place, kept_as: keptAs, since: ctx.now },
        version: eb('charts.version', '+', 1),
      })),
    )
    .execute();
  await ctx.db
    .insertInto('chart_moves')
    .values(
      rows.map(({ id }) => ({
        ...{ org_id: ctx.orgId, id: newId(), chart_id: id, place, kept_as: keptAs, at: ctx.now },
        by: staffOf(ctx),
      })),
    )
    .execute();
}

const staffOf = (ctx: TransactionContext) => (ctx.actor.kind === 'staff' ? ctx.actor.id : null);

export async function selectCounts(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<ChartDay['counts']> {
  const rows = await ctx.db
    .selectFrom('chart_counts as c')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.by'))
    .select(['c.part', 'c.expected', 'c.counted', 'c.note', 'c.at', 's.name as byName'])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.clinic_id', '=', clinicId)
    .where('c.day', '=', day)
    .orderBy('c.at')
    .execute();
  return rows as ChartDay['counts'];
}

/** Counted again is counted anew: the last count stands, the audit trail has the others. */
export async function writeCount(
  ctx: TransactionContext,
  count: {
    clinicId: string;
    day: CalendarDate;
    part: string;
    expected: number;
    counted: number;
    note: string | null;
  },
): Promise<void> {
  const { clinicId, day, part, expected, counted, note } = count;
  const values = { expected, counted, note, at: ctx.now, by: staffOf(ctx) };
  await ctx.db
    .insertInto('chart_counts')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, day, part, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'clinic_id', 'day', 'part']).doUpdateSet(values))
    .execute();
}
