import type { Chain } from './chain.ts';
import { now } from './setting.ts';

/** What brought them in, as an import would have. */
export const batchId = '019c0000-0000-7000-8000-00000000ba7c';

/** Visits of two years in three clinics, with none, one or two treatments; some finish a course. */
export async function fillVisits({ owner, orgId }: Chain, visits: number): Promise<void> {
  const done = await owner.query('select from visits where import_batch_id = $1 limit 1', [batchId]);
  if (done.rowCount === 1) return;
  await owner.query('set session_replication_role = replica; set synchronous_commit = off');
  await owner.query(
    `insert into visits (org_id, id, customer_id, clinic_id, kind, state, visited_on, opened_at, closed_at, created_at, import_batch_id)
     select $1, ('019c0000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
       ('019c0000-0000-7000-8000-' || lpad(to_hex(1 + n % c.count), 12, '0'))::uuid, k.ids[1 + n % 3],
       case when n % 4 = 0 then 'first' else 'return' end, 'closed', (t.at at time zone 'Asia/Shanghai')::date, t.at, t.at, t.at, $3
     from generate_series(1, $4::int) n, (select count(*) from customers) c,
       (select array_agg(id order by id) as ids from clinics) k,
       lateral (select date_trunc('second', $2::timestamptz - interval '1 second' * (abs(hashint4(n)::bigint) % 63000000)) as at) t`,
    [orgId, now, batchId, visits],
  );
  await owner.query(
    `insert into treatments (org_id, id, visit_id, customer_id, category, name, position, finishes_course)
     select v.org_id, gen_random_uuid(), v.id, v.customer_id, c.names[1 + abs(hashtext(v.id::text || p)) % cardinality(c.names)],
       'a treatment', p, abs(hashtext(v.id::text)) % 10 = 0
     from visits v, (select array['surgery', 'injection', 'skin', 'course', 'filling', 'extraction', 'prosthetics', 'cleaning'] as names) c,
       generate_series(0, 1) p
     where abs(hashtext(v.id::text || 'treatments')) % 3 > p`,
  );
  await owner.query('reset session_replication_role; reset synchronous_commit');
  await owner.query('vacuum analyze visits, treatments');
}
