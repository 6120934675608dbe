import { sql } from 'kysely';
import { dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { Answers } from '#domain/checkout/answers.ts';
import type {
  AppointmentFact,
  CancellationFact,
  ChartFact,
  ContactFact,
  DayFacts,
  VisitFact,
} from '#domain/deskdays/figures.ts';
import type { TransactionContext } from '#server/platform/context.ts';

// What the record says of some days of a clinic. The tables are other modules' own: the day's figures are counted from
// what everybody wrote down, and nothing of them is entered twice.

interface Days {
  clinicId: string;
  zone: TimeZone;
  from: CalendarDate;
  to: CalendarDate;
}
type Facts = Omit<DayFacts, 'countedAt'>;

/** Day by day; a day on which nothing happened is not there. */
export async function selectFacts(ctx: TransactionContext, days: Days): Promise<Map<CalendarDate, Facts>> {
  const appointments = await selectAppointmentFacts(ctx, days);
  const cancellations = await selectCancellationFacts(ctx, days);
  const visits = await selectVisitFacts(ctx, days);
  const contacts = await selectContactFacts(ctx, days);
  const charts = await selectChartFacts(ctx, days);
  const cash = await selectCash(ctx, days);
  const facts = new Map<CalendarDate, Facts>();
  for (const { day } of [...appointments, ...cancellations, ...visits, ...contacts, ...charts, ...cash]) {
    if (facts.has(day)) continue;
    const ofDay = (one: { day: CalendarDate }) => one.day === day;
    facts.set(day, {
      appointments: appointments.filter(ofDay),
      cancellations: cancellations.filter(ofDay),
      visits: visits.filter(ofDay),
      contacts: contacts.filter(ofDay),
      charts: charts.filter(ofDay),
      cashFen: cash.find(ofDay)?.fen ?? 0,
    });
  }
  return facts;
}

async function selectAppointmentFacts(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<AppointmentFact[]> {
  const { rows } = await sql<AppointmentFact>`
    select a.day, a.state, a.confirmation is not distinct from 'confirmed' as "isConfirmed",
      a.starts_at as "startsAt", v.opened_at as "arrivedAt", a.cancelled_at as "cancelledAt",
      (select min(l.called_at) from late_calls l where l.org_id = ${ctx.orgId} and l.appointment_id = a.id) as "calledAt"
    from appointments a
      left join visits v on v.org_id = ${ctx.orgId} and v.appointment_id = a.id
    where a.org_id = ${ctx.orgId} and a.clinic_id = ${clinicId} and a.day between ${from} and ${to}
    order by a.starts_at, a.id`.execute(ctx.db);
  return rows;
}

/** What was cancelled on these days, and when somebody was first called since or booked again. */
async function selectCancellationFacts(
  ctx: TransactionContext,
  { clinicId, zone, from, to }: Days,
): Promise<CancellationFact[]> {
  const [begins, ends] = [startOfDay(from, zone), endOfDay(to, zone)];
  const { rows } = await sql<Omit<CancellationFact, 'day'>>`
    select a.cancelled_at as "cancelledAt", least(
      (select min(t.at) from attempts t where t.org_id = ${ctx.orgId} and t.customer_id = a.customer_id
        and t.at >= a.cancelled_at and t.undone_at is null),
      (select min(b.booked_at) from appointments b where b.org_id = ${ctx.orgId} and b.customer_id = a.customer_id
        and b.booked_at >= a.cancelled_at and b.state in ('booked', 'kept'))) as "settledAt"
    from appointments a
    where a.org_id = ${ctx.orgId} and a.clinic_id = ${clinicId} and a.state = 'cancelled'
      and a.cancelled_at >= ${begins} and a.cancelled_at < ${ends}
    order by a.cancelled_at, a.id`.execute(ctx.db);
  return rows.map((row) => ({ ...row, day: dayAt(row.cancelledAt, zone) }));
}

async function selectVisitFacts(ctx: TransactionContext, days: Days): Promise<VisitFact[]> {
  const { clinicId, from, to } = days;
  type Row = Omit<VisitFact, 'answers' | 'wordsAt'> & { id: string } & {
    [P in keyof Answers]: Answers[P] | null;
  };
  const words = await selectWords(ctx, days);
  const { rows } = await sql<Row>`
    select v.id, v.visited_on as day, v.kind, v.appointment_id is not null as "isBooked", v.state = 'closed' as "isClosed",
      coalesce(u.channel_source, '') <> '' as "hasSource", coalesce(r.class_code, u.class_code) is not null as "hasClass",
      r.arrived_at as "arrivedAt",
      (select min(m.at) from reception_moves m where m.org_id = ${ctx.orgId} and m.reception_id = v.id
        and m.to_stage = 'in-treatment' and m.undone_at is null) as "treatedAt",
      c.paid, c.next, c.offer, c.followup, c.rating, c.account,
      exists (select 1 from checkout_offers o where o.org_id = ${ctx.orgId} and o.checkout_id = c.id
        and o.answer = 'bought') as "isOfferBought"
    from visits v
      join customers u on u.org_id = ${ctx.orgId} and u.id = v.customer_id
      left join receptions r on r.org_id = ${ctx.orgId} and r.id = v.id
      left join checkouts c on c.org_id = ${ctx.orgId} and c.visit_id = v.id
    where v.org_id = ${ctx.orgId} and v.clinic_id = ${clinicId} and v.visited_on between ${from} and ${to}
    order by v.opened_at, v.id`.execute(ctx.db);
  return rows.map(({ id, paid, next, offer, followup, rating, account, ...fact }) => ({
    ...fact,
    wordsAt: words.get(id) ?? [],
    answers: next === null ? null : ({ paid, next, offer, followup, rating, account } as Answers),
  }));
}

/** When somebody was with each who waited, the first first. */
async function selectWords(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<Map<string, Instant[]>> {
  const { rows } = await sql<{ visitId: string; at: Instant }>`
    select w.reception_id as "visitId", w.at
    from reception_words w
      join receptions r on r.org_id = ${ctx.orgId} and r.id = w.reception_id
    where w.org_id = ${ctx.orgId} and r.clinic_id = ${clinicId} and r.day between ${from} and ${to}
    order by w.at, w.id`.execute(ctx.db);
  const words = new Map<string, Instant[]>();
  for (const { visitId, at } of rows) words.set(visitId, [...(words.get(visitId) ?? []), at]);
  return words;
}

async function selectContactFacts(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<ContactFact[]> {
  return ctx.db
    .selectFrom('desk_contacts')
    .select((eb) => ['day', eb('code', 'is not', null).$castTo<boolean>().as('isClassed')])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('withdrawn_at', 'is', null)
    .execute();
}

async function selectChartFacts(ctx: TransactionContext, { clinicId, from, to }: Days): Promise<ChartFact[]> {
  const rows = await ctx.db
    .selectFrom('chart_counts')
    .select(['day', 'part', 'expected', 'counted'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return rows as ChartFact[];
}

async function selectCash(
  ctx: TransactionContext,
  { clinicId, from, to }: Days,
): Promise<{ day: CalendarDate; fen: number }[]> {
  const { rows } = await sql<{ day: CalendarDate; fen: number }>`
    select e.booked_on as day, sum(p.fen)::bigint as fen
    from ledger_entries e
      join ledger_postings p on p.org_id = ${ctx.orgId} and p.entry_id = e.id
    where e.org_id = ${ctx.orgId} and e.clinic_id = ${clinicId} and e.booked_on between ${from} and ${to}
      and p.account = 'cash'
    group by e.booked_on
    order by e.booked_on`.execute(ctx.db);
  return rows;
}
