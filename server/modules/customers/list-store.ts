import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';
import type { ListCustomers } from '#domain/customers/contract.ts';
import type { SearchTerm } from '#domain/customers/search.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { waysOf } from './search-store.ts';
import type { Way } from './search-store.ts';
import { customerColumns } from './store.ts';
import type { CustomerRow } from './store.ts';

/** Written out once: to put it together for each page takes longer than to ask for the page. */
const columns = sql.raw(customerColumns.map((column) => column.replace(/ as (\w+)$/, ' as "$1"')).join(', '));

/** The whole list is counted by so many, as far as its page: to count a million takes longer than anybody waits. */
const countedAtOnce = 100_000;

export type CustomerQuestion = Omit<ListCustomers, 'clinicId' | 'search'> & {
  /** Null is every clinic of the organization. */
  clinicIds: readonly string[] | null;
  /** Any of them; null is no search. */
  terms: readonly SearchTerm[] | null;
  /** Only those for whom nobody answers, as `isInPool` says; of them all, or those who had an owner. */
  pool?: 'all' | 'released' | undefined;
};

export interface CustomersFound {
  rows: CustomerRow[];
  /** Of a search no more than its pages so far. */
  total: number;
  /** There are more than that. */
  andMore: boolean;
}

/** The organization's customers that pass the filters, those merged into another apart. */
function asked(ctx: TransactionContext, question: Partial<CustomerQuestion>): RawBuilder<SqlBool> {
  const filters = [sql`c.org_id = ${ctx.orgId} and c.merged_into is null`];
  const { clinicIds, ownerId, channelSource, gender, grade, visitedFrom, visitedTo } = question;
  if (question.pool !== undefined)
    filters.push(sql`c.owner_id is null and (c.web_consultant_id is null or c.last_visit_on is not null)`);
  if (question.pool === 'released')
    filters.push(sql`exists (select from ownerships o where o.org_id = ${ctx.orgId} and o.customer_id = c.id
      and o.kind <> 'doctor' and o.until is not null)`);
  if (clinicIds) filters.push(sql`c.clinic_id = any(${[...clinicIds]}::uuid[])`);
  if (ownerId !== undefined) filters.push(sql`c.owner_id = ${ownerId}`);
  if (channelSource !== undefined) filters.push(sql`c.channel_source = ${channelSource}`);
  if (gender !== undefined) filters.push(sql`c.gender = ${gender}`);
  if (grade !== undefined) filters.push(sql`c.grade = ${grade}`);
  if (visitedFrom !== undefined) filters.push(sql`c.last_visit_on >= ${visitedFrom}`);
  if (visitedTo !== undefined) filters.push(sql`c.last_visit_on <= ${visitedTo}`);
  return sql<boolean>`(${sql.join(filters, sql` and `)})`;
}

/** One page, in the order of the names; of a search the closest first. */
export function selectCustomers(
  ctx: TransactionContext,
  question: CustomerQuestion,
): Promise<CustomersFound> {
  const page = { limit: question.pageSize, offset: (question.page - 1) * question.pageSize };
  return question.terms === null
    ? selectPage(ctx, asked(ctx, question), page)
    : searchPage(ctx, asked(ctx, question), waysOf(question.terms), page);
}

interface Page {
  limit: number;
  offset: number;
}

async function selectPage(
  ctx: TransactionContext,
  filter: RawBuilder<SqlBool>,
  page: Page,
): Promise<CustomersFound> {
  const most = Math.ceil((page.offset + page.limit) / countedAtOnce) * countedAtOnce;
  const [rows, count] = await Promise.all([
    selectPart(ctx, filter, null, page),
    countUpTo(ctx, filter, most + 1),
  ]);
  return { rows, total: Math.min(most, count), andMore: count > most };
}

/**
 * Way by way, until the page is full and one more is known of. Each on its own reads a page of its index; together
 * in one condition, or to be counted, all that fit would be read.
 */
async function searchPage(
  ctx: TransactionContext,
  filter: RawBuilder<SqlBool>,
  ways: readonly Way[],
  { limit, offset }: Page,
): Promise<CustomersFound> {
  const found: CustomerRow[] = [];
  let total = 0;
  for (const [place, { fits, first }] of ways.entries()) {
    const earlier = ways.slice(0, place).map((way) => sql<boolean>`and not (${way.fits})`);
    const filterOfWay = sql<boolean>`${filter} and ${fits} ${sql.join(earlier, sql` `)}`;
    const part = { limit: limit + 1 - found.length, offset: Math.max(0, offset - total) };
    const rows = await selectPart(ctx, filterOfWay, first, part);
    found.push(...rows);
    if (found.length > limit) return { rows: found.slice(0, limit), total: offset + limit, andMore: true };
    const isEnd = rows.length > 0 || part.offset === 0;
    total += isEnd ? part.offset + rows.length : await countUpTo(ctx, filterOfWay, part.offset);
  }
  return { rows: found, total, andMore: false };
}

async function selectPart(
  ctx: TransactionContext,
  filter: RawBuilder<SqlBool>,
  first: Way['first'],
  { limit, offset }: Page,
): Promise<CustomerRow[]> {
  // Byte by byte, as the indexes are sorted.
  const order = sql`${first === null ? sql`` : sql`${first} using ~<~,`} c.name_pinyin using ~<~, c.id`;
  const { rows } = await sql<CustomerRow>`
    select ${columns} from customers c left join staff o on o.org_id = ${ctx.orgId} and o.id = c.owner_id
    where ${filter} order by ${order} limit ${limit} offset ${offset}`.execute(ctx.db);
  return rows;
}

async function countUpTo(
  ctx: TransactionContext,
  filter: RawBuilder<SqlBool>,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (select from customers c where ${filter} limit ${most}) t`.execute(ctx.db);
  return rows[0]!.count;
}

/** Found in any way; no search finds everybody, one that says nothing nobody. */
function fitsAny(terms: readonly SearchTerm[] | null): RawBuilder<SqlBool> {
  if (terms === null) return sql<boolean>`true`;
  const ways = waysOf(terms).map(({ fits }) => fits);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

export async function selectCustomerIds(
  ctx: TransactionContext,
  question: Pick<CustomerQuestion, 'clinicIds' | 'terms'>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c where ${asked(ctx, question)} and ${fitsAny(question.terms)}`.execute(
    ctx.db,
  );
  return rows.map((row) => row.id);
}

/** The next ones in the order of their ids, for who goes through all of them in parts. */
export async function selectNextIds(
  ctx: TransactionContext,
  question: Omit<CustomerQuestion, 'page' | 'pageSize'>,
  part: { after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c
    where ${asked(ctx, question)} and ${fitsAny(question.terms)}
    ${part.after === null ? sql`` : sql`and c.id > ${part.after}`}
    order by c.id limit ${part.limit}`.execute(ctx.db);
  return rows.map((row) => row.id);
}
