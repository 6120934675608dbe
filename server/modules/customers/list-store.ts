import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ListCustomers } from '#domain/customers/contract.ts';
import type { SearchTerm } from '#domain/customers/search.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Tables } from '#server/platform/database/tables.ts';
import { asGender, customerColumns, withOwners } from './store.ts';
import type { CustomerRow } from './store.ts';

export type CustomerQuestion = Omit<ListCustomers, 'clinicId' | 'search'> & {
  /** Null is every clinic of the organization. */
  clinicIds: readonly string[] | null;
  /** Any of them; null is no search. */
  terms: readonly SearchTerm[] | null;
};

type CustomerFilter = ExpressionBuilder<Tables & { c: Tables['customers'] }, 'c'>;

function asked(eb: CustomerFilter, question: Partial<CustomerQuestion>): Expression<SqlBool> {
  const filters: Expression<SqlBool>[] = [];
  const { clinicIds, terms } = question;
  if (clinicIds) filters.push(sql<boolean>`c.clinic_id = any(${[...clinicIds]}::uuid[])`);
  if (terms) filters.push(eb.or(terms.flatMap((term) => fits(eb, term))));
  if (question.ownerId !== undefined) filters.push(eb('c.owner_id', '=', question.ownerId));
  if (question.channelSource !== undefined) filters.push(eb('c.channel_source', '=', question.channelSource));
  if (question.gender !== undefined) filters.push(eb('c.gender', '=', question.gender));
  if (question.grade !== undefined) filters.push(eb('c.grade', '=', question.grade));
  if (question.visitedFrom !== undefined) filters.push(eb('c.last_visit_on', '>=', question.visitedFrom));
  if (question.visitedTo !== undefined) filters.push(eb('c.last_visit_on', '<=', question.visitedTo));
  return eb.and(filters);
}

function fits(eb: CustomerFilter, term: SearchTerm): Expression<SqlBool>[] {
  switch (term.by) {
    case 'last-four':
      return [eb('c.phone_last4', '=', term.digits)];
    case 'phone':
      return [eb('c.phone', '=', term.phone)];
    case 'letters':
      return [startsWith('c.name_pinyin', term.start), startsWith('c.name_initials', term.start)];
    case 'name-start':
      return [startsWith('c.name', term.start)];
    case 'name-inside':
      return [sql<boolean>`strpos(c.name, ${term.part}) > 0`];
    case 'number':
      return [eb('c.number', '=', term.number)];
    case 'number-start':
      return [startsWith('c.number', term.start)];
  }
}

/** As a range, byte by byte: row-level security lets no LIKE near an index, because it is not leakproof. */
function startsWith(column: string, start: string): Expression<SqlBool> {
  return sql<boolean>`(${sql.ref(column)} ~>=~ ${start} and ${sql.ref(column)} ~<=~ ${`${start}\u{10ffff}`})`;
}

export async function selectCustomers(
  ctx: TransactionContext,
  question: CustomerQuestion,
): Promise<{ rows: CustomerRow[]; total: number }> {
  const { total } = await ctx.db
    .selectFrom('customers as c')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('c.org_id', '=', ctx.orgId)
    .where('c.merged_into', 'is', null)
    .where((eb) => asked(eb, question))
    .executeTakeFirstOrThrow();
  const rows = await withOwners(ctx)
    .select(customerColumns)
    .where((eb) => asked(eb as unknown as CustomerFilter, question))
    // Byte by byte, as customers_by_pinyin is sorted: a page of the whole list reads a page of the index.
    .orderBy(sql`c.name_pinyin using ~<~`)
    .orderBy('c.id')
    .limit(question.pageSize)
    .offset((question.page - 1) * question.pageSize)
    .execute();
  return { rows: rows.map(asGender), total };
}

export async function selectCustomerIds(
  ctx: TransactionContext,
  question: Pick<CustomerQuestion, 'clinicIds' | 'terms'>,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers as c')
    .select('c.id')
    .where('c.org_id', '=', ctx.orgId)
    .where('c.merged_into', 'is', null)
    .where((eb) => asked(eb, question))
    .execute();
  return rows.map((row) => row.id);
}
