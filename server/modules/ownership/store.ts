import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { FallReason } from '#domain/ownership/contract.ts';
import type { ReleasableKind } from '#domain/ownership/owner-kind.ts';
import type { ReleaseClock, ReleaseDecider } from '#domain/ownership/release-rules.ts';
import type { ReleaseEvidence, ReleaseStop } from '#domain/ownership/release.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';

export interface Outlook {
  id: string;
  clinicId: string;
  customerId: string;
  kind: ReleasableKind;
  ownerId: string;
  clock: ReleaseClock;
  since: CalendarDate;
  releasesOn: CalendarDate;
  stoppedBy: ReleaseStop;
  evidence: ReleaseEvidence;
}

const outlookTypes = {
  id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  kind: 'text',
  owner_id: 'uuid',
  clock: 'text',
  since: 'date',
  releases_on: 'date',
  stopped_by: 'text',
  evidence: 'jsonb',
};

const outlookColumns = (row: Outlook) => ({
  id: row.id,
  clinic_id: row.clinicId,
  customer_id: row.customerId,
  kind: row.kind,
  owner_id: row.ownerId,
  clock: row.clock,
  since: row.since,
  releases_on: row.releasesOn,
  stopped_by: row.stoppedBy,
  evidence: row.evidence,
});

export async function insertWarnings(
  ctx: TransactionContext,
  warnings: readonly (Outlook & { daysLeft: number })[],
): Promise<number> {
  const ids = await insertMany(
    ctx,
    'release_warnings',
    { ...outlookTypes, days_left: 'integer', warned_at: 'timestamptz' },
    warnings.map((row) => ({ ...outlookColumns(row), days_left: row.daysLeft, warned_at: ctx.now })),
  );
  return ids.length;
}

/** What owners were told before that moment, by `customer kind owner clock since`. */
export async function selectWarned(
  ctx: TransactionContext,
  customerIds: readonly string[],
  before: Instant,
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct concat_ws(' ', w.customer_id, w.kind, w.owner_id, w.clock, w.since) as key
    from release_warnings w
    where w.org_id = ${ctx.orgId} and w.customer_id = any(${[...customerIds]}::uuid[]) and w.warned_at < ${before}`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ key }) => key));
}

export type NewProposal = Outlook & { decidedIn: ReleaseDecider; rulesVersion: number };

/** Those that are there stay as they are; one that had fallen stands again, with the evidence of today. */
export async function upsertProposals(
  ctx: TransactionContext,
  proposals: readonly NewProposal[],
): Promise<void> {
  const rows = proposals.map((row) => ({
    ...outlookColumns(row),
    decided_in: row.decidedIn,
    rules_version: row.rulesVersion,
  }));
  const types = { ...outlookTypes, decided_in: 'text', rules_version: 'integer' };
  const columns = sql.join(Object.keys(types).map((name) => sql.ref(name)));
  const typed = sql.join(Object.entries(types).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  await sql`
    insert into release_proposals (org_id, ${columns}, proposed_at)
    select ${ctx.orgId}::uuid, ${columns}, ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(${typed})
    on conflict (org_id, id) do update set state = 'open', withdrawn_because = null, decided_at = null,
      evidence = excluded.evidence, releases_on = excluded.releases_on, proposed_at = excluded.proposed_at,
      decided_in = excluded.decided_in, rules_version = excluded.rules_version
    where release_proposals.state = 'withdrawn'`.execute(ctx.db);
}

/** Until which day a customer was decided to stay, by `customer kind owner`. */
export async function selectKeptUntil(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, CalendarDate>> {
  const { rows } = await sql<{ key: string; until: CalendarDate }>`
    select p.customer_id || ' ' || p.kind || ' ' || p.owner_id as key, max(p.kept_until) as until
    from release_proposals p
    where p.org_id = ${ctx.orgId} and p.customer_id = any(${[...customerIds]}::uuid[]) and p.state = 'kept'
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ key, until }) => [key, until]));
}

const proposalColumns = [
  'p.id',
  'p.clinic_id as clinicId',
  'p.customer_id as customerId',
  'p.kind',
  'p.owner_id as ownerId',
  'p.clock',
  'p.since',
  'p.releases_on as releasesOn',
  'p.stopped_by as stoppedBy',
  'p.evidence',
  'p.decided_in as decidedIn',
  'p.proposed_at as proposedAt',
  'p.state',
] as const;

export type ProposalState = 'open' | 'released' | 'given' | 'kept' | 'withdrawn';
export type StoredProposal = Outlook & {
  decidedIn: ReleaseDecider;
  proposedAt: Instant;
  state: ProposalState;
};

interface ProposalRow {
  kind: string;
  clock: string;
  stoppedBy: string;
  decidedIn: string;
  state: string;
  evidence: unknown;
}
/** The words are those the table's checks allow. */
const asProposal = <T extends ProposalRow>(row: T) =>
  row as Omit<T, keyof ProposalRow> & Pick<StoredProposal, keyof ProposalRow>;

/** Open proposals about these customers. */
export async function selectOpenOf(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<StoredProposal[]> {
  const rows = await ctx.db
    .selectFrom('release_proposals as p')
    .select(proposalColumns)
    .where('p.org_id', '=', ctx.orgId)
    .where('p.state', '=', 'open')
    .where(sql<boolean>`p.customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return rows.map(asProposal);
}

/** Held until the transaction ends, so that two deciders come one after the other. */
export async function lockProposals(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<StoredProposal[]> {
  const rows = await ctx.db
    .selectFrom('release_proposals as p')
    .select(proposalColumns)
    .where('p.org_id', '=', ctx.orgId)
    .where(sql<boolean>`p.id = any(${[...ids]}::uuid[])`)
    .orderBy('p.id')
    .forUpdate()
    .execute();
  return rows.map(asProposal);
}

export interface ProposalQuestion {
  clinicIds: readonly string[] | null;
  decidedIn: readonly ReleaseDecider[];
  state: 'open' | 'decided';
  clock: ReleaseClock | undefined;
  ownerId: string | undefined;
  limit: number;
  offset: number;
}

export async function selectProposals(ctx: TransactionContext, question: ProposalQuestion) {
  const asked = ctx.db
    .selectFrom('release_proposals as p')
    .where('p.org_id', '=', ctx.orgId)
    .where('p.decided_in', 'in', [...question.decidedIn])
    .where('p.state', question.state === 'open' ? '=' : '<>', 'open')
    .$if(question.clinicIds !== null, (query) =>
      query.where(sql<boolean>`p.clinic_id = any(${[...question.clinicIds!]}::uuid[])`),
    )
    .$if(question.clock !== undefined, (query) => query.where('p.clock', '=', question.clock!))
    .$if(question.ownerId !== undefined, (query) => query.where('p.owner_id', '=', question.ownerId!));
  const { total } = await asked
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .innerJoin('staff as o', (join) => join.on('o.org_id', '=', ctx.orgId).onRef('o.id', '=', 'p.owner_id'))
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'p.decided_by'))
    .leftJoin('staff as g', (join) => join.on('g.org_id', '=', ctx.orgId).onRef('g.id', '=', 'p.given_to'))
    .select(proposalColumns)
    .select([
      'o.name as ownerName',
      'p.decided_at as decidedAt',
      'd.name as decidedByName',
      'g.name as givenToName',
      'p.kept_until as keptUntil',
      'p.reason',
      'p.withdrawn_because as withdrawnBecause',
    ])
    .$if(question.state === 'open', (query) => query.orderBy('p.releases_on').orderBy('p.id'))
    .$if(question.state === 'decided', (query) => query.orderBy('p.decided_at', 'desc').orderBy('p.id'))
    .limit(question.limit)
    .offset(question.offset)
    .execute();
  return { rows: rows.map(asProposal), total };
}

/** They fall: what they were about is no longer so. */
export async function withdrawProposals(
  ctx: TransactionContext,
  fallen: readonly { id: string; because: FallReason }[],
): Promise<void> {
  await sql`
    update release_proposals p set state = 'withdrawn', withdrawn_because = f.because, decided_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(fallen)}::json) as f(id uuid, because text)
    where p.org_id = ${ctx.orgId} and p.id = f.id and p.state = 'open'`.execute(ctx.db);
}

export async function saveDecisions(
  ctx: TransactionContext,
  decided: readonly { id: string; evidence: ReleaseEvidence }[],
  as: {
    state: 'released' | 'given' | 'kept';
    decidedBy: string;
    givenTo: string | null;
    keptUntil: CalendarDate | null;
    reason: string | null;
  },
): Promise<void> {
  await sql`
    update release_proposals p set state = ${as.state}, decided_at = ${ctx.now}, decided_by = ${as.decidedBy},
      given_to = ${as.givenTo}, kept_until = ${as.keptUntil}, reason = ${as.reason}, decided_evidence = d.evidence
    from json_to_recordset(${JSON.stringify(decided)}::json) as d(id uuid, evidence jsonb)
    where p.org_id = ${ctx.orgId} and p.id = d.id`.execute(ctx.db);
}

/** What an owner was told that is still ahead: of each clock the first telling, with the day as it was told last. */
export async function selectWarningsOf(
  ctx: TransactionContext,
  ownerId: string,
  from: CalendarDate,
): Promise<(Outlook & { warnedAt: Instant })[]> {
  const { rows } = await sql<Outlook & { warnedAt: Instant }>`
    select distinct on (w.customer_id, w.kind, w.clock) w.id, w.clinic_id as "clinicId",
      w.customer_id as "customerId", w.kind, w.owner_id as "ownerId", w.clock, w.since, w.releases_on as "releasesOn",
      w.stopped_by as "stoppedBy", w.evidence,
      min(w.warned_at) over (partition by w.customer_id, w.kind, w.clock, w.since) as "warnedAt"
    from release_warnings w
    where w.org_id = ${ctx.orgId} and w.owner_id = ${ownerId} and w.releases_on >= ${from}
    order by w.customer_id, w.kind, w.clock, w.warned_at desc`.execute(ctx.db);
  return rows;
}

/** Open proposals about customers of one owner. */
export async function selectOpenOfOwner(ctx: TransactionContext, ownerId: string): Promise<StoredProposal[]> {
  const rows = await ctx.db
    .selectFrom('release_proposals as p')
    .select(proposalColumns)
    .where('p.org_id', '=', ctx.orgId)
    .where('p.state', '=', 'open')
    .where('p.owner_id', '=', ownerId)
    .execute();
  return rows.map(asProposal);
}

/** Makes one person's claims come one after the other, so that the day's limit also counts those at the same moment. */
export async function holdClaims(ctx: TransactionContext, staffId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claims ${ctx.orgId} ${staffId}`}, 0))`.execute(
    ctx.db,
  );
}
