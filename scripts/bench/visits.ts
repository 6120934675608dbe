import { setTimeout as pause } from 'node:timers/promises';
import type { Chain } from './chain.ts';
import { ratesOf } from './measure.ts';
import type { Result } from './measure.ts';
import { serve } from './serve.ts';
import { bareWriter, oneAfterAnother, recordWrites, send } from './writes.ts';
import type { Write } from './writes.ts';
import { now } from './setting.ts';

interface Open {
  id: string;
  customerId: string;
}

const closing: Write<Open> = {
  path: ({ id }) => `/visits/${id}/close`,
  body: () => ({}),
  headers: { 'if-match': '"1"' },
  ids: ({ id, customerId }) => [id, customerId],
};

/** A visit closed over HTTP and its calls planned, against one transaction that only writes the same rows. */
export async function measureVisits(chain: Chain): Promise<Result[]> {
  const { rows: open } = await chain.owner.query<Open>(
    `with opened as (
       insert into visits (org_id, id, customer_id, clinic_id, kind, state, visited_on, opened_at, created_at)
       select $1, gen_random_uuid(), c.id, k.id, 'first', 'open', $2::date, $2, $2
       from customers c cross join (select id from clinics order by id limit 3) k returning id, customer_id
     ), treated as (
       insert into treatments (org_id, id, visit_id, customer_id, category, name, position)
       select $1, gen_random_uuid(), id, customer_id, 'filling', '补牙', 0 from opened
     )
     select id, customer_id as "customerId" from opened`,
    [chain.orgId, now],
  );
  // What other measurements announced is nobody's business here.
  await chain.owner.query('update outbox_events set dispatched_at = $1 where dispatched_at is null', [now]);
  const next = oneAfterAnother(open);
  const served = await serve(chain, { as: 'owner' });
  const subject = next();
  const statements = await recordWrites(chain, served, closing, subject, { withEvents: true });
  await served.stop();
  const bare = await bareWriter(chain, closing, { statements, subject });
  const working = await serve(chain, { as: 'owner', withWorker: true });
  const settled = () => noEventWaits(chain);
  await settled();
  const rates = await ratesOf(
    () => send(working, closing, next()),
    () => bare(next()),
    { settled },
  );
  await working.stop();
  return [{ what: 'close a visit and plan its calls, 8 clients, HTTP', ...rates, unit: '/s', wanted: 0.5 }];
}

async function noEventWaits({ owner }: Chain): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.query('select from outbox_events where dispatched_at is null limit 1');
    if (rowCount === 0) return;
    await pause(10);
  }
}
