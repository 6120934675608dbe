import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Lookalike } from '#domain/customers/duplicates.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** As far as it tells people apart. No number: within one organization nobody shares theirs. */
function lookalikes(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('customers as c')
    .select([
      'c.id',
      'c.name',
      'c.name_pinyin as namePinyin',
      'c.phone',
      'c.birthday',
      'c.gender',
      'c.address',
      sql<null>`null`.as('number'),
    ])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.merged_into', 'is', null);
}

const asLookalike = (row: Omit<Lookalike, 'gender'> & { gender: string }): Lookalike => row as Lookalike;

/** Some of all customers, in the order of their ids. */
export async function selectLookalikesAfter(
  ctx: TransactionContext,
  afterId: string | null,
  limit: number,
): Promise<Lookalike[]> {
  const rows = await lookalikes(ctx)
    .$if(afterId !== null, (query) => query.where('c.id', '>', afterId!))
    .orderBy('c.id')
    .limit(limit)
    .execute();
  return rows.map(asLookalike);
}

export async function selectLookalikesChanged(
  ctx: TransactionContext,
  changed: { after: Instant; until: Instant },
  limit: number,
): Promise<Lookalike[]> {
  const rows = await lookalikes(ctx)
    .where('c.updated_at', '>', changed.after)
    .where('c.updated_at', '<=', changed.until)
    .limit(limit)
    .execute();
  return rows.map(asLookalike);
}

export interface Near {
  phones?: readonly string[];
  pinyins?: readonly string[];
  birthdays?: readonly string[];
  ids?: readonly string[];
  /** Null is every clinic of the organization. */
  clinicIds?: readonly string[] | null;
}

/** Who shares a phone, the sound of the name or the birthday with somebody, by an index each. */
export async function selectLookalikesNear(
  ctx: TransactionContext,
  near: Near,
  limit: number,
): Promise<Lookalike[]> {
  const found = new Map<string, Lookalike>();
  const keys = [
    { column: 'c.phone', type: 'text', values: near.phones },
    { column: 'c.name_pinyin', type: 'text', values: near.pinyins },
    { column: 'c.birthday', type: 'date', values: near.birthdays },
    { column: 'c.id', type: 'uuid', values: near.ids },
  ];
  for (const { column, type, values = [] } of keys) {
    if (values.length === 0) continue;
    const rows = await lookalikes(ctx)
      .where(sql<boolean>`${sql.ref(column)} = any(${[...values]}::${sql.raw(type)}[])`)
      .$if(Boolean(near.clinicIds), (query) =>
        query.where(sql<boolean>`c.clinic_id = any(${[...near.clinicIds!]}::uuid[])`),
      )
      .limit(limit)
      .execute();
    for (const row of rows) found.set(row.id, asLookalike(row));
  }
  return [...found.values()];
}

export async function selectLastChange(ctx: TransactionContext): Promise<Instant | null> {
  const { last } = await ctx.db
    .selectFrom('customers')
    .select((eb) => eb.fn.max('updated_at').as('last'))
    .where('org_id', '=', ctx.orgId)
    .executeTakeFirstOrThrow();
  return last;
}
