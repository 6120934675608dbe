import { sql } from 'kysely';
import type { CompiledQuery, Insertable, Kysely, QueryResult, RawBuilder, Updateable } from 'kysely';
import type { TransactionContext } from '../context.ts';
import { kyselyOver } from './kysely-over.ts';
import { isOneOf } from './one-of.ts';
import type { Tables } from './tables.ts';

/** What a statement is written with: its organization, and through what it is put together. */
export type Asking = Pick<TransactionContext, 'db' | 'orgId'>;

interface Statement<Row> {
  compile(db: Kysely<Tables>): CompiledQuery<Row>;
}

/** Stands in a statement for what is given each time that it is asked. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const onPaper = kyselyOver({
  executeQuery: () => Promise.reject(new Error('a statement that is put together is not asked')),
  streamQuery: () => {
    throw new Error('a statement that is put together is not asked');
  },
});

/**
 * A statement whose text never changes, for where it is asked all day: to put it together takes longer than to send
 * it. `write` is called once, with a place for each value; it must not look at what is given.
 */
export function putTogetherOnce<Given extends object, Row>(
  write: (ctx: Asking, given: Given) => Statement<Row>,
): (ctx: Asking, given: Given) => Promise<QueryResult<Row>> {
  let written: CompiledQuery<Row> | undefined;
  return (ctx, given) => {
    written ??= write({ db: onPaper, orgId: place('orgId') }, places<Given>()).compile(onPaper);
    const known = { orgId: ctx.orgId, ...given } as Record<string, unknown>;
    const parameters = written.parameters.map((value) =>
      value instanceof Place ? known[value.name] : value,
    );
    return ctx.db.executeQuery<Row>({ ...written, parameters });
  };
}

/**
 * A statement about some rows by their ids. About a single one it is put together once, and the database keeps its plan:
 * a list it takes to be ten long, and plans anew each time for one that is shorter.
 */
export function askedOf<Given extends object, Row>(
  write: (ctx: Asking, isOneOfThem: (column: string) => RawBuilder<boolean>, given: Given) => Statement<Row>,
): (ctx: Asking, ids: readonly string[], given: Given) => Promise<QueryResult<Row>> {
  const ofOne = putTogetherOnce((ctx, given: Given & { only: string }) =>
    write(ctx, (column) => sql<boolean>`${sql.ref(column)} = ${given.only}::uuid`, given),
  );
  return (ctx, ids, given) => {
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return ofOne(ctx, { ...given, only });
    return ctx.db.executeQuery(write(ctx, (column) => isOneOf(column, ids), given).compile(ctx.db));
  };
}

type Columns<T extends keyof Tables> = Omit<Insertable<Tables[T]>, 'org_id'>;
type Change<T extends keyof Tables> = Omit<Updateable<Tables[T]>, 'org_id' | 'id' | 'version'>;
type VersionedTable = {
  [T in keyof Tables]: 'id' | 'version' extends keyof Tables[T] ? T : never;
}[keyof Tables];

/**
 * Writes one row of the organization, put together once for each table and set of columns. With `unlessThere` one that
 * is there already by any of its keys is left alone. Gives whether it was written.
 */
export async function insertRow<T extends keyof Tables>(
  ctx: Asking,
  table: T,
  row: Columns<T>,
  { unlessThere = false } = {},
): Promise<boolean> {
  const insert = forColumns(`insert ${table} ${unlessThere}`, row, (ctx, columns) => {
    const insertion = ctx.db.insertInto(table).values({ org_id: ctx.orgId, ...columns } as never);
    return unlessThere ? insertion.onConflict((conflict) => conflict.doNothing()) : insertion;
  });
  return (await insert(ctx, row)).numAffectedRows === 1n;
}

/** Writes the rows of what happened at once, of which there is most often one. */
export async function insertRows<T extends keyof Tables>(
  ctx: Asking,
  table: T,
  rows: readonly Columns<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length === 1) {
    await insertRow(ctx, table, rows[0]!);
    return;
  }
  const values = rows.map((row) => ({ org_id: ctx.orgId, ...row }));
  await ctx.db
    .insertInto(table)
    .values(values as never)
    .execute();
}

/** Changes one row by its id and counts its version on; put together once for each table and set of columns. */
export async function updateVersioned<T extends VersionedTable>(
  ctx: Asking,
  table: T,
  id: string,
  change: Change<T>,
): Promise<void> {
  const update = forColumns(`update ${table}`, change, (ctx, columns, { id }) =>
    ctx.db
      .updateTable(table as 'followups')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id),
  );
  await update(ctx, { ...change, id });
}

type Ask = (ctx: Asking, given: object) => Promise<QueryResult<unknown>>;
const asked = new Map<string, Ask>();

/** Of statements that differ by nothing but the columns they name, the one about these. */
function forColumns(
  what: string,
  values: object,
  write: (ctx: Asking, columns: object, given: { id: string }) => Statement<unknown>,
): Ask {
  const names = Object.keys(values);
  const key = `${what} ${names.join(' ')}`;
  const known = asked.get(key);
  if (known) return known;
  const columns = Object.fromEntries(names.map((name) => [name, place(name)]));
  const ask: Ask = putTogetherOnce((ctx, given: { id: string }) => write(ctx, columns, given)) as Ask;
  asked.set(key, ask);
  return ask;
}

function places<Given extends object>(): Given {
  return new Proxy({} as Given, { get: (_, name) => place(name as string) });
}

const place = <T>(name: string): T => new Place(name) as T;
