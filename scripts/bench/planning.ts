import type pg from 'pg';
import { planInBulk } from '#server/modules/followups/plan-in-bulk.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { peakMemoryOf } from './measure.ts';
import type { Result } from './measure.ts';
import { now } from './setting.ts';

const batchId = '019c0000-0000-7000-8000-00000000ba7c';

/**
 * Visits planned in bulk by the standard protocols, against one INSERT … SELECT a table of the very rows that this
 * made, into the same tables, by the same role. In turn, and the best of each counts.
 */
export async function measurePlanning(
  chain: Chain,
  { visits, rounds, say }: { visits: number; rounds: number; say: (line: string) => void },
): Promise<Result[]> {
  const { owner } = chain;
  await fillVisits(owner, chain, visits);
  const best = { ours: Infinity, bare: Infinity };
  let [followups, megabytes] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await owner.query('truncate attempts, followups, plans');
    await owner.query('vacuum analyze plans, followups');
    const ours = await timeOf(async () => {
      const planned = await peakMemoryOf(() => planAll(chain));
      followups = planned.result;
      megabytes = Math.max(megabytes, planned.megabytes);
    });
    if (round === 0) await keepRows(owner, chain);
    await owner.query('truncate attempts, followups, plans');
    await owner.query('vacuum analyze plans, followups');
    const bare = await timeOf(() => insertKept(chain));
    say(`${visits} visits, ${followups} followups: ${ours.toFixed(1)} s in bulk, ${bare.toFixed(1)} s bare`);
    best.ours = Math.min(best.ours, ours);
    best.bare = Math.min(best.bare, bare);
  }
  await owner.query('drop table kept_plans, kept_followups');
  return [
    {
      what: `plan ${visits} visits in bulk`,
      ours: visits / best.ours,
      bare: visits / best.bare,
      unit: '/s',
      wanted: 0.5,
    },
    { what: `memory of ours while it plans ${visits} visits`, ours: megabytes, unit: 'MB', wanted: 500 },
  ];
}

function planAll(chain: Chain): Promise<number> {
  return inTransaction(contextOfAgent(chain), (ctx) =>
    planInBulk(
      ctx,
      { kind: 'visits', batchId, closedFrom: '2000-01-01T00:00:00.000Z', closedUntil: now },
      { importBatchId: batchId },
    ),
  );
}

async function keepRows(owner: pg.Client, chain: Chain): Promise<void> {
  await owner.query('drop table if exists kept_plans, kept_followups');
  await owner.query('create unlogged table kept_plans as select * from plans');
  await owner.query('create unlogged table kept_followups as select * from followups');
  await owner.query('analyze kept_plans, kept_followups');
  const role = new URL(chain.appUrl).username;
  await owner.query(`grant select on kept_plans, kept_followups to ${owner.escapeIdentifier(role)}`);
}

function insertKept(chain: Chain): Promise<unknown> {
  return inTransaction(contextOfAgent(chain), async ({ client }) => {
    await client.query('insert into plans select * from kept_plans');
    await client.query('insert into followups select * from kept_followups');
  });
}

/** Visits of two years in three clinics, with none, one or two treatments; some finish a course. */
async function fillVisits(owner: pg.Client, { orgId }: Chain, visits: number): Promise<void> {
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

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
