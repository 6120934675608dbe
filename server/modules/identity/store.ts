import { sql } from 'kysely';
import type { Suggestion } from '#domain/customers/duplicate-candidates.ts';
import type { WeighedReason } from '#domain/customers/duplicates.ts';
import type { Duplicate } from '#domain/identity/contract.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';

export interface Look {
  lookedUntil: Instant;
  wholeAt: Instant;
}

/** How far the look has come; null while another process is at it. Held until the transaction ends. */
export async function holdLook(ctx: TransactionContext): Promise<Look | null> {
  const never = '1970-01-01T00:00:00.000Z';
  await ctx.db
    .insertInto('duplicate_looks')
    .values({ org_id: ctx.orgId, looked_until: never, whole_at: never })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await ctx.db
    .selectFrom('duplicate_looks')
    .select(['looked_until as lookedUntil', 'whole_at as wholeAt'])
    .where('org_id', '=', ctx.orgId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveLook(ctx: TransactionContext, look: Look): Promise<void> {
  await ctx.db
    .updateTable('duplicate_looks')
    .set({ looked_until: look.lookedUntil, whole_at: look.wholeAt })
    .where('org_id', '=', ctx.orgId)
    .execute();
}

const suggestionsAtOnce = 2_000;

/** New pairs, and what is known better of open ones. What a person decided stays decided. */
export async function saveSuggestions(
  ctx: TransactionContext,
  suggestions: readonly Suggestion[],
): Promise<string[]> {
  const rows = suggestions.map(({ a, b, score, suggestion, reasons }) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const id = derivedId('duplicate', ctx.orgId, first!, second!);
    return { id, a_id: first, b_id: second, score, is_likely: suggestion === 'likely', reasons };
  });
  for (let from = 0; from < rows.length; from += suggestionsAtOnce) {
    await sql`
      insert into duplicate_suggestions (org_id, id, a_id, b_id, score, is_likely, reasons, found_at)
      select ${ctx.orgId}::uuid, r.*, ${ctx.now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows.slice(from, from + suggestionsAtOnce))}::json)
        as r(id uuid, a_id uuid, b_id uuid, score integer, is_likely boolean, reasons jsonb)
      on conflict (org_id, id) do update
        set score = excluded.score, is_likely = excluded.is_likely, reasons = excluded.reasons
        where duplicate_suggestions.state = 'open'`.execute(ctx.db);
  }
  return rows.map((row) => row.id);
}

/** Takes back what no longer looks alike: of everybody, or of these customers. Pairs with a merged record wait. */
export async function deleteSuggestionsBut(
  ctx: TransactionContext,
  stillAlike: readonly string[],
  of: readonly string[] | null,
): Promise<void> {
  const ofThese =
    of === null ? sql`` : sql`and (d.a_id = any(${[...of]}::uuid[]) or d.b_id = any(${[...of]}::uuid[]))`;
  await sql`
    delete from duplicate_suggestions d
    where d.org_id = ${ctx.orgId} and d.state = 'open' ${ofThese}
      and d.id <> all(${[...stillAlike]}::uuid[])
      and not exists (select from customers c where c.org_id = ${ctx.orgId}
        and c.id in (d.a_id, d.b_id) and c.merged_into is not null)`.execute(ctx.db);
}

/** With whom these customers stand in open suggestions. */
export async function selectPartners(ctx: TransactionContext, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(array[d.a_id, d.b_id]) as id from duplicate_suggestions d
    where d.org_id = ${ctx.orgId} and d.state = 'open'
      and (d.a_id = any(${[...ids]}::uuid[]) or d.b_id = any(${[...ids]}::uuid[]))`.execute(ctx.db);
  return [...new Set(rows.map((row) => row.id))];
}

export interface SuggestionRow {
  id: string;
  state: Duplicate['state'];
  aId: string;
  bId: string;
  score: number;
  isLikely: boolean;
  reasons: WeighedReason[];
  foundAt: Instant;
  decidedAt: Instant | null;
  decidedByName: string | null;
  dismissReason: string | null;
}

export interface SuggestionQuestion {
  state: 'open' | 'dismissed';
  /** Of whom at least one is a customer; null is every clinic. */
  asked: readonly string[] | null;
  /** Of whom both are; null is every clinic. */
  visible: readonly string[] | null;
  limit: number;
  offset: number;
}

/** Pairs of live records, the likeliest first; of decided ones the last decided. */
export async function selectSuggestions(
  ctx: TransactionContext,
  question: SuggestionQuestion,
): Promise<{ rows: SuggestionRow[]; total: number }> {
  const query = suggestions(ctx)
    .where('d.state', '=', question.state)
    .$if(question.asked !== null, (asked) => {
      const ids = [...question.asked!];
      return asked.where(
        sql<boolean>`(a.clinic_id = any(${ids}::uuid[]) or b.clinic_id = any(${ids}::uuid[]))`,
      );
    })
    .$if(question.visible !== null, (seen) => {
      const ids = [...question.visible!];
      return seen.where(
        sql<boolean>`a.clinic_id = any(${ids}::uuid[]) and b.clinic_id = any(${ids}::uuid[])`,
      );
    });
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(suggestionColumns)
    .$if(question.state === 'dismissed', (decided) => decided.orderBy('d.decided_at', 'desc'))
    .orderBy('d.score', 'desc')
    .orderBy('d.id')
    .limit(question.limit)
    .offset(question.offset)
    .execute();
  return { rows: rows as SuggestionRow[], total };
}

/** One pair of live records, held until the transaction ends. */
export async function lockSuggestion(
  ctx: TransactionContext,
  id: string,
): Promise<(SuggestionRow & { clinicIds: string[] }) | undefined> {
  const row = await suggestions(ctx)
    .select(suggestionColumns)
    .select(['a.clinic_id as aClinicId', 'b.clinic_id as bClinicId'])
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  return (
    row && ({ ...row, clinicIds: [row.aClinicId, row.bClinicId] } as SuggestionRow & { clinicIds: string[] })
  );
}

export async function decideSuggestion(
  ctx: TransactionContext,
  pair: { id: string } | { aId: string; bId: string },
  decision: { state: 'open' | 'merged' } | { state: 'dismissed'; reason: string },
): Promise<void> {
  const isOpen = decision.state === 'open';
  const query = ctx.db
    .updateTable('duplicate_suggestions')
    .set({
      state: decision.state,
      decided_at: isOpen ? null : ctx.now,
      decided_by: isOpen || ctx.actor.kind !== 'staff' ? null : ctx.actor.id,
      dismiss_reason: 'reason' in decision ? decision.reason : null,
    })
    .where('org_id', '=', ctx.orgId);
  if ('id' in pair) {
    await query.where('id', '=', pair.id).execute();
    return;
  }
  const [first, second] = pair.aId < pair.bId ? [pair.aId, pair.bId] : [pair.bId, pair.aId];
  await query.where('a_id', '=', first).where('b_id', '=', second).execute();
}

function suggestions(ctx: TransactionContext) {
  // Each pair's records are looked up by the pair. Of an organization that is new since the rows were last counted the
  // planner expects one row everywhere, and would pair every customer with every other first.
  const oneOf = (side: 'd.a_id' | 'd.b_id') =>
    sql<{ clinic_id: string; merged_into: string | null }>`lateral (
      select c.clinic_id, c.merged_into from customers c
      where c.org_id = ${ctx.orgId} and c.id = ${sql.ref(side)} offset 0)`;
  return ctx.db
    .selectFrom('duplicate_suggestions as d')
    .innerJoin(oneOf('d.a_id').as('a'), (join) => join.onTrue())
    .innerJoin(oneOf('d.b_id').as('b'), (join) => join.onTrue())
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.decided_by'))
    .where('d.org_id', '=', ctx.orgId)
    .where('a.merged_into', 'is', null)
    .where('b.merged_into', 'is', null);
}

const suggestionColumns = [
  'd.id',
  'd.state',
  'd.a_id as aId',
  'd.b_id as bId',
  'd.score',
  'd.is_likely as isLikely',
  'd.reasons',
  'd.found_at as foundAt',
  'd.decided_at as decidedAt',
  's.name as decidedByName',
  'd.dismiss_reason as dismissReason',
] as const;
