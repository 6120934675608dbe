import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { RedFlag, Verdict } from '#domain/redflags/contract.ts';
import type { Urgency } from '#domain/redflags/urgency.ts';
import type { TransactionContext } from '#server/platform/context.ts';

type Words = { zh: string; en: string };

export interface NewFlag {
  id: string;
  customer_id: string;
  clinic_id: string;
  followup_id: string;
  call_id: string;
  signs: readonly Words[];
  urgency: Urgency;
  notes: string | null;
  promised_at: Instant;
  doctor_id: string | null;
}

export async function insertFlag(ctx: TransactionContext, flag: NewFlag): Promise<void> {
  await ctx.db
    .insertInto('red_flags')
    .values({
      org_id: ctx.orgId,
      ...flag,
      signs: JSON.stringify(flag.signs),
      raised_at: ctx.now,
      raised_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export interface FlagQuestion {
  ids?: readonly string[];
  callId?: string;
  customerId?: string;
  clinicIds?: readonly string[] | null;
  state?: 'open' | 'answered';
  endedSince?: Instant;
  /** What waits for this doctor: their own, and what nobody at work has. */
  waitsFor?: string;
  answeredBy?: string;
  raisedBy?: string;
  overdue?: boolean;
  /** What came up to the manager; with `waitsFor`, that as well. */
  managerTold?: boolean;
}

function flags(ctx: TransactionContext, which: FlagQuestion) {
  return ctx.db
    .selectFrom('red_flags as r')
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'r.doctor_id'))
    .where('r.org_id', '=', ctx.orgId)
    .$if(which.ids !== undefined, (query) => query.where(sql<boolean>`r.id = any(${which.ids}::uuid[])`))
    .$if(which.callId !== undefined, (query) => query.where('r.call_id', '=', which.callId!))
    .$if(which.customerId !== undefined, (query) => query.where('r.customer_id', '=', which.customerId!))
    .$if(Array.isArray(which.clinicIds), (query) =>
      query.where(sql<boolean>`r.clinic_id = any(${which.clinicIds}::uuid[])`),
    )
    .$if(which.state !== undefined, (query) => query.where('r.state', '=', which.state!))
    .$if(which.endedSince !== undefined, (query) =>
      query.where((eb) => eb.or([eb('r.state', '=', 'open'), eb('r.ended_at', '>=', which.endedSince!)])),
    )
    .$if(which.waitsFor !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('r.doctor_id', '=', which.waitsFor!),
          eb('r.doctor_id', 'is', null),
          eb('d.state', '<>', 'active'),
          ...(which.managerTold === true ? [eb('r.manager_told_at', 'is not', null)] : []),
        ]),
      ),
    )
    .$if(which.answeredBy !== undefined, (query) => query.where('r.answered_by', '=', which.answeredBy!))
    .$if(which.raisedBy !== undefined, (query) => query.where('r.raised_by', '=', which.raisedBy!))
    .$if(which.overdue === true, (query) => query.where('r.promised_at', '<', ctx.now))
    .$if(which.managerTold === true && which.waitsFor === undefined, (query) =>
      query.where('r.manager_told_at', 'is not', null),
    );
}

export type StoredFlag = Omit<RedFlag, 'customerName' | 'customerNumber'>;

/** What was promised first stands first. */
export async function selectFlags(
  ctx: TransactionContext,
  which: FlagQuestion,
  page: { limit: number; offset: number } = { limit: 50, offset: 0 },
): Promise<StoredFlag[]> {
  const rows = await flags(ctx, which)
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'r.raised_by'))
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'r.answered_by'))
    .select([
      'r.id',
      'r.customer_id as customerId',
      'r.clinic_id as clinicId',
      'r.call_id as callId',
      'r.signs',
      'r.urgency',
      'r.notes',
      'r.raised_at as raisedAt',
      'b.name as raisedByName',
      'r.promised_at as promisedAt',
      'r.doctor_id as doctorId',
      'd.name as doctorName',
      'r.supervisor_told_at as supervisorToldAt',
      'r.manager_told_at as managerToldAt',
      'r.state',
      'r.ended_at as endedAt',
      'a.name as answeredByName',
      'r.verdict',
      'r.words',
      'r.advice',
      'r.told_customer as toldCustomer',
      'r.version',
    ])
    .orderBy(which.state === 'answered' ? sql`r.ended_at desc` : sql`r.promised_at`)
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    ...row,
    signs: row.signs as unknown as Words[],
    urgency: row.urgency as Urgency,
    state: row.state as StoredFlag['state'],
    verdict: row.verdict as Verdict | null,
  }));
}

/** How many there are, and of how many the promise is broken. */
export async function countFlags(
  ctx: TransactionContext,
  which: FlagQuestion,
): Promise<{ total: number; overdue: number }> {
  const { total, overdue } = await flags(ctx, which)
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where r.state = 'open' and r.promised_at < ${ctx.now})::int`.as('overdue'),
    ])
    .executeTakeFirstOrThrow();
  return { total, overdue };
}

export interface LockedFlag {
  id: string;
  customerId: string;
  clinicId: string;
  followupId: string;
  callId: string;
  raisedBy: string | null;
  state: string;
  version: number;
}

/** Held until the transaction ends, so that two doctors cannot both answer. */
export function lockFlag(
  ctx: TransactionContext,
  which: { id: string } | { callId: string },
): Promise<LockedFlag | undefined> {
  return ctx.db
    .selectFrom('red_flags')
    .select([
      'id',
      'customer_id as customerId',
      'clinic_id as clinicId',
      'followup_id as followupId',
      'call_id as callId',
      'raised_by as raisedBy',
      'state',
      'version',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('id' in which ? 'id' : 'call_id', '=', 'id' in which ? which.id : which.callId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateFlagEnded(
  ctx: TransactionContext,
  id: string,
  end: { state: 'withdrawn' } | ({ state: 'answered' } & AnsweredBy),
): Promise<void> {
  await ctx.db
    .updateTable('red_flags')
    .set((eb) => ({ ...end, ended_at: ctx.now, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

interface AnsweredBy {
  answered_by: string;
  verdict: Verdict;
  words: string;
  advice: string | null;
  told_customer: boolean;
}

/** Open ones promised for an earlier moment of which somebody is not told yet; held, those of another process left out. */
export async function lockOverdue(ctx: TransactionContext): Promise<
  {
    id: string;
    clinicId: string;
    promisedAt: Instant;
    supervisorToldAt: Instant | null;
    managerToldAt: Instant | null;
  }[]
> {
  return ctx.db
    .selectFrom('red_flags')
    .select([
      'id',
      'clinic_id as clinicId',
      'promised_at as promisedAt',
      'supervisor_told_at as supervisorToldAt',
      'manager_told_at as managerToldAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'open')
    .where('promised_at', '<', ctx.now)
    .where((eb) => eb.or([eb('supervisor_told_at', 'is', null), eb('manager_told_at', 'is', null)]))
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Open ones promised for between now and then. */
export async function selectSoonDue(
  ctx: TransactionContext,
  until: Instant,
): Promise<{ id: string; clinicId: string; raisedAt: Instant; promisedAt: Instant }[]> {
  return ctx.db
    .selectFrom('red_flags')
    .select(['id', 'clinic_id as clinicId', 'raised_at as raisedAt', 'promised_at as promisedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'open')
    .where('promised_at', '>=', ctx.now)
    .where('promised_at', '<=', until)
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function updateFlagTold(
  ctx: TransactionContext,
  id: string,
  told: { supervisor_told_at?: Instant; manager_told_at?: Instant },
): Promise<void> {
  await ctx.db
    .updateTable('red_flags')
    .set((eb) => ({ ...told, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
