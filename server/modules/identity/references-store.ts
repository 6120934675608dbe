import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Tables } from '#server/platform/database/tables.ts';

/** A column of some table that says which customer a row belongs to. */
type Reference = {
  [T in keyof Tables]: {
    table: T;
    column: keyof Tables[T] & string;
    /** By what, beside the customer, a row is found again. */
    key: readonly (keyof Tables[T] & string)[];
    /** A customer has one row for each value of these; where the survivor has it, the other one's stays behind. */
    oneEach?: readonly (keyof Tables[T] & string)[];
    /** Another customer of the same row, who must not become the survivor's own self. */
    beside?: keyof Tables[T] & string;
  };
}[keyof Tables];

/**
 * Everything that belongs to a customer and goes where the customer goes. A test compares this with the schema, so
 * that no table is forgotten.
 */
export const references: readonly Reference[] = [
  { table: 'address_invitations', column: 'customer_id', key: ['id'] },
  { table: 'appointments', column: 'customer_id', key: ['id'] },
  { table: 'attempts', column: 'customer_id', key: ['id'] },
  { table: 'call_log_rematches', column: 'customer_id', key: [], oneEach: [] },
  { table: 'call_reviews', column: 'customer_id', key: ['call_id'] },
  { table: 'charts', column: 'customer_id', key: ['id'] },
  { table: 'checkouts', column: 'customer_id', key: ['id'] },
  { table: 'class_changes', column: 'customer_id', key: ['id'] },
  { table: 'confirmation_asks', column: 'customer_id', key: ['id'] },
  { table: 'consents', column: 'customer_id', key: ['id'] },
  { table: 'complaint_corrections', column: 'customer_id', key: ['id'] },
  { table: 'consultations', column: 'customer_id', key: ['id'] },
  { table: 'contact_uses', column: 'customer_id', key: ['id'] },
  { table: 'contact_waits', column: 'customer_id', key: [], oneEach: [] },
  { table: 'courses', column: 'customer_id', key: ['id'] },
  { table: 'customer_changes', column: 'customer_id', key: ['id'] },
  { table: 'customer_grades', column: 'customer_id', key: [], oneEach: [] },
  { table: 'customer_phones', column: 'customer_id', key: ['id'], oneEach: ['phone'] },
  {
    table: 'customer_relations',
    column: 'customer_id',
    key: ['id'],
    oneEach: ['relative_id'],
    beside: 'relative_id',
  },
  {
    table: 'customer_relations',
    column: 'relative_id',
    key: ['id'],
    oneEach: ['customer_id'],
    beside: 'customer_id',
  },
  { table: 'customers', column: 'merged_into', key: ['id'], beside: 'id' },
  { table: 'customers', column: 'referrer_id', key: ['id'], beside: 'id' },
  { table: 'desk_contacts', column: 'customer_id', key: ['id'] },
  { table: 'discreet_profiles', column: 'customer_id', key: [], oneEach: [] },
  { table: 'followups', column: 'customer_id', key: ['id'] },
  { table: 'form_answers', column: 'customer_id', key: ['id'] },
  { table: 'form_requests', column: 'customer_id', key: ['id'] },
  { table: 'grade_history', column: 'customer_id', key: ['id'] },
  { table: 'grade_overrides', column: 'customer_id', key: ['id'], oneEach: [] },
  { table: 'huddle_lines', column: 'customer_id', key: ['id'] },
  { table: 'health_warnings', column: 'customer_id', key: ['id'] },
  { table: 'paper_lines', column: 'customer_id', key: ['id'] },
  { table: 'latent_problems', column: 'customer_id', key: ['id'] },
  { table: 'late_calls', column: 'customer_id', key: ['id'] },
  { table: 'ledger_entries', column: 'customer_id', key: ['id'] },
  { table: 'ledger_mismatches', column: 'customer_id', key: ['id'] },
  { table: 'ledger_postings', column: 'customer_id', key: ['entry_id', 'position'] },
  { table: 'links', column: 'customer_id', key: ['id'] },
  { table: 'lost_customers', column: 'customer_id', key: ['id'], oneEach: ['since'] },
  { table: 'customer_addresses', column: 'customer_id', key: ['id'], oneEach: ['channel'] },
  { table: 'message_replies', column: 'customer_id', key: ['id'] },
  { table: 'messages', column: 'customer_id', key: ['id'] },
  { table: 'photos', column: 'customer_id', key: ['id'], oneEach: ['sha256'] },
  { table: 'number_repairs', column: 'customer_id', key: ['id'] },
  { table: 'plans', column: 'customer_id', key: ['id'] },
  { table: 'receptions', column: 'customer_id', key: ['id'] },
  { table: 'recovery_answers', column: 'customer_id', key: ['id'] },
  { table: 'red_flags', column: 'customer_id', key: ['id'] },
  { table: 'recovery_cases', column: 'customer_id', key: ['id'] },
  { table: 'recovery_signs', column: 'customer_id', key: ['id'] },
  { table: 'treatments', column: 'customer_id', key: ['id'] },
  { table: 'visits', column: 'customer_id', key: ['id'] },
  { table: 'waitlist_offers', column: 'customer_id', key: ['id'] },
  { table: 'waitlist_wishes', column: 'customer_id', key: ['id'] },
];

/** Where a row stood, and by what it is found there. */
export interface MovedRows {
  table: string;
  column: string;
  keys: Record<string, unknown>[];
}

/** Makes everything of one customer another's; gives what moved. */
export async function moveReferences(
  ctx: TransactionContext,
  fromId: string,
  toId: string,
): Promise<MovedRows[]> {
  const moved: MovedRows[] = [];
  for (const reference of references) {
    const keys = await moveRows(ctx, reference, fromId, toId);
    if (keys.length > 0) moved.push({ table: reference.table, column: reference.column, keys });
  }
  return moved;
}

async function moveRows(
  ctx: TransactionContext,
  { table, column, key, oneEach, beside }: Reference,
  fromId: string,
  toId: string,
): Promise<Record<string, unknown>[]> {
  const own = sql.ref(`t.${column}`);
  const names = sql.join(key.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]));
  const notItself = beside ? sql`and ${sql.ref(`t.${beside}`)} is distinct from ${toId}` : sql``;
  const notTwice = oneEach
    ? sql`and not exists (select from ${sql.table(table)} o where o.org_id = ${ctx.orgId}
        and ${sql.ref(`o.${column}`)} = ${toId} ${sameIn(oneEach)})`
    : sql``;
  const { rows } = await sql<{ key: Record<string, unknown> }>`
    update ${sql.table(table)} t set ${sql.ref(column)} = ${toId}
    where t.org_id = ${ctx.orgId} and ${own} = ${fromId} ${notItself} ${notTwice}
    returning jsonb_build_object(${key.length > 0 ? names : sql``}) as key`.execute(ctx.db);
  return rows.map((row) => row.key);
}

function sameIn(columns: readonly string[]) {
  return sql.join(
    columns.map((column) => sql`and ${sql.ref(`o.${column}`)} = ${sql.ref(`t.${column}`)}`),
    sql` `,
  );
}

/** Gives the rows back that are still where they were moved to; what is gone since stays gone. */
export async function moveReferencesBack(
  ctx: TransactionContext,
  moved: readonly MovedRows[],
  fromId: string,
  toId: string,
): Promise<void> {
  for (const { table, column, keys } of moved) {
    const reference = references.find((each) => each.table === table && each.column === column);
    if (!reference) throw new Error(`${table}.${column} belongs to no customer any more`);
    const found = sql.join(
      reference.key.map((name) => sql`and ${sql.ref(`t.${name}`)} = ${sql.ref(`k.${name}`)}`),
      sql` `,
    );
    await sql`
      update ${sql.table(table)} t set ${sql.ref(column)} = ${toId}
      from jsonb_populate_recordset(${sql.raw(`null::${reference.table}`)}, ${JSON.stringify(keys)}::jsonb) k
      where t.org_id = ${ctx.orgId} and ${sql.ref(`t.${column}`)} = ${fromId}
        ${reference.key.length > 0 ? found : sql``}`.execute(ctx.db);
  }
}

/** What hangs on each of these customers. */
export async function countReferences(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>();
  for (const id of ids) {
    counts.set(id, { visits: 0, appointments: 0, calls: 0, followups: 0, ledgerEntries: 0 });
  }
  for (const [name, table] of Object.entries(counted) as [keyof Counts, (typeof counted)[keyof Counts]][]) {
    const what = table === 'attempts' ? sql`count(distinct t.call_id)` : sql`count(*)`;
    const { rows } = await sql<{ id: string; count: number }>`
      select t.customer_id as id, ${what} as count from ${sql.table(table)} t
      where t.org_id = ${ctx.orgId} and t.customer_id = any(${[...ids]}::uuid[]) group by t.customer_id`.execute(
      ctx.db,
    );
    for (const { id, count } of rows) counts.get(id)![name] = count;
  }
  return counts;
}

const counted = {
  visits: 'visits',
  appointments: 'appointments',
  calls: 'attempts',
  followups: 'followups',
  ledgerEntries: 'ledger_entries',
} as const;
export type Counts = Record<keyof typeof counted, number>;
