import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Database, TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';
import { outsideOrganizations } from '#server/platform/database/transaction.ts';

// What is asked before it is known which organization is meant, and counted for all of them.

interface Place {
  database: Database;
}

export async function selectOrganizationOfCode(place: Place, code: string): Promise<string | undefined> {
  const row = await outsideOrganizations(place, (db) =>
    db
      .selectFrom('link_codes')
      .select('org_id as orgId')
      .where('code', '=', code)
      .modifyEnd(often)
      .executeTakeFirst(),
  );
  return row?.orgId;
}

export async function selectCode(ctx: TransactionContext): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('link_codes')
    .select('code')
    .where('org_id', '=', ctx.orgId)
    .executeTakeFirst();
  return row?.code;
}

/** Where the code is another's, or the organization was named meanwhile, nothing is written. */
export async function insertCode(ctx: TransactionContext, code: string): Promise<void> {
  await ctx.db
    .insertInto('link_codes')
    .values({ code, org_id: ctx.orgId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectWrongTries(
  place: Place,
  minute: Instant,
  buckets: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await outsideOrganizations(place, (db) =>
    db
      .selectFrom('link_guesses')
      .select(['bucket', 'tries'])
      .where('minute', '=', minute)
      .where('bucket', 'in', buckets)
      .modifyEnd(often)
      .execute(),
  );
  return new Map(rows.map(({ bucket, tries }) => [bucket, tries]));
}

/** One more wrong try in each bucket of this minute; what is older than `keptFrom` is forgotten. */
export async function addWrongTry(
  place: Place,
  minute: Instant,
  buckets: readonly string[],
  keptFrom: Instant,
): Promise<void> {
  await outsideOrganizations(place, async (db) => {
    const { rows } = await sql<{ tries: number }>`
      insert into link_guesses as g (bucket, minute, tries)
      select bucket, ${minute}::timestamptz, 1 from unnest(${[...buckets]}::text[]) as b (bucket)
      on conflict (bucket, minute) do update set tries = g.tries + 1
      returning tries`.execute(db);
    // The first of a minute sweeps up after those before it.
    if (rows.some(({ tries }) => tries === 1))
      await db.deleteFrom('link_guesses').where('minute', '<', keptFrom).execute();
  });
}
