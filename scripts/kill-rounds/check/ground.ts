import type pg from 'pg';
import type { Violation } from './violation.ts';

/** What every transaction owes the ground it stands on: events heard, keys answered, lists in step with the visits. */
export async function checkGround(db: pg.Client): Promise<Violation[]> {
  const events = await db.query<{ id: string; type: string; tries: number; error: string | null }>(
    `select id, type, tries, last_error as error from outbox_events where dispatched_at is null`,
  );
  const keys = await db.query<{ id: string }>(`select id from idempotency_keys where status is null`);
  const lists = await db.query<{ id: string }>(`
    select c.id from customers c
    left join (select org_id, customer_id, max(visited_on) as last from visits where state = 'closed' group by 1, 2) v
      on v.org_id = c.org_id and v.customer_id = c.id
    where c.last_visit_on is distinct from v.last`);
  return [
    ...events.rows.map((event): Violation => ({
      kind: 'lost',
      words: `nobody heard ${JSON.stringify(event)}`,
    })),
    ...keys.rows.map(({ id }): Violation => ({
      kind: 'half',
      words: `key ${id} was claimed and not answered`,
    })),
    ...lists.rows.map(({ id }): Violation => ({
      kind: 'altered',
      words: `customer ${id} has another last visit`,
    })),
  ];
}

export async function eventsWaiting(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ waiting: number }>(
    `select count(*)::int as waiting from outbox_events where dispatched_at is null`,
  );
  return rows[0]!.waiting;
}

/** Reads every table and index to its last page; checksums are verified on the way. */
export async function checkPages(db: pg.Client): Promise<Violation[]> {
  await db.query('create extension if not exists amcheck');
  const { rows } = await db.query<{ name: string; message: string }>(`
    select c.oid::regclass::text as name, h.msg as message
    from pg_class c, lateral verify_heapam(c.oid) h
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  const violations = rows.map(({ name, message }): Violation => ({
    kind: 'altered',
    words: `${name}: ${message}`,
  }));
  const indexes = await db.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where a.amname = 'btree' and c.relnamespace = 'public'::regnamespace`);
  for (const { name } of indexes.rows) {
    await db
      .query('select bt_index_check($1::regclass, heapallindexed => true)', [name])
      .catch((error: Error) => violations.push({ kind: 'altered', words: `${name}: ${error.message}` }));
  }
  return violations;
}
