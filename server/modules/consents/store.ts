import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Consent } from '#domain/consents/contract.ts';
import type { ConsentEntry } from '#domain/consents/consent.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export type NewConsent = Omit<Consent, 'recordedByName' | 'at'> & {
  customerId: string;
  textHash: string | null;
};

export async function insertConsent(ctx: TransactionContext, consent: NewConsent): Promise<void> {
  await ctx.db
    .insertInto('consents')
    .values({
      org_id: ctx.orgId,
      id: consent.id,
      customer_id: consent.customerId,
      purpose: consent.purpose,
      channel: consent.channel,
      decision: consent.decision,
      way: consent.way,
      text_shown: consent.textShown,
      text_version: consent.textVersion,
      text_hash: consent.textHash,
      evidence: consent.evidence,
      guardian_name: consent.guardianName,
      guardian_relation: consent.guardianRelation,
      at: ctx.now,
      recorded_at: ctx.realNow,
      recorded_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

/** The newest first. */
export async function selectConsents(ctx: TransactionContext, customerId: string): Promise<Consent[]> {
  const rows = await ctx.db
    .selectFrom('consents as c')
    .leftJoin('staff as r', (join) => join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'c.recorded_by'))
    .select([
      'c.id',
      'c.purpose',
      'c.channel',
      'c.decision',
      'c.way',
      'c.text_shown as textShown',
      'c.text_version as textVersion',
      'c.evidence',
      'c.guardian_name as guardianName',
      'c.guardian_relation as guardianRelation',
      'c.at',
      'r.name as recordedByName',
    ])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.customer_id', '=', customerId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  // The words are those the table's checks allow.
  return rows as Consent[];
}

/** What these customers said of being written to and called. */
export async function selectEntries(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<(ConsentEntry & { customerId: string })[]> {
  const { rows } = await sql<ConsentEntry & { customerId: string }>`
    select c.customer_id as "customerId", c.purpose, c.channel, c.decision, c.at from consents c
    where c.org_id = ${ctx.orgId} and c.customer_id = any(${[...customerIds]}::uuid[])
    order by c.at, c.id`.execute(ctx.db);
  return rows;
}

/** These numbers take no offers any more; who said so before is left as it is. */
export async function insertSuppressions(
  ctx: TransactionContext,
  hashes: readonly string[],
  source: 'reply' | 'page' | 'staff',
): Promise<void> {
  await sql`
    insert into suppressions (org_id, address_hash, since, source)
    select ${ctx.orgId}::uuid, h, ${ctx.now}::timestamptz, ${source}
    from unnest(${[...hashes]}::text[]) as h
    on conflict (org_id, address_hash) do update
      set since = excluded.since, source = excluded.source, lifted_at = null, lifted_by_consent = null
      where suppressions.lifted_at is not null`.execute(ctx.db);
}

/** A new yes is the only thing that lifts a no. */
export async function liftSuppressions(
  ctx: TransactionContext,
  hashes: readonly string[],
  consentId: string,
): Promise<void> {
  await sql`
    update suppressions s set lifted_at = ${ctx.now}, lifted_by_consent = ${consentId}
    where s.org_id = ${ctx.orgId} and s.address_hash = any(${[...hashes]}::text[]) and s.lifted_at is null`.execute(
    ctx.db,
  );
}

export async function selectSuppressed(
  ctx: TransactionContext,
  hashes: readonly string[],
): Promise<Map<string, Instant>> {
  const { rows } = await sql<{ hash: string; since: Instant }>`
    select s.address_hash as hash, s.since from suppressions s
    where s.org_id = ${ctx.orgId} and s.address_hash = any(${[...hashes]}::text[]) and s.lifted_at is null`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ hash, since }) => [hash, since]));
}
