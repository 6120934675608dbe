import type { Chain } from './chain.ts';
import { ratesOf } from './measure.ts';
import type { Result } from './measure.ts';
import { serve } from './serve.ts';
import { bareWriter, oneAfterAnother, recordWrites, send } from './writes.ts';
import type { Write } from './writes.ts';

interface Owed {
  id: string;
  customerId: string;
}

const call: Write<Owed> = {
  path: () => '/followups/calls',
  body: ({ id, customerId }) => ({
    customerId,
    channel: 'phone',
    result: 'reached',
    durationSeconds: 95,
    followups: [{ followupId: id, version: 1, score: 9, notes: '恢复良好，没有肿胀' }],
  }),
  ids: ({ id, customerId }) => [id, customerId],
};

/** An answered call over HTTP, against a transaction that only writes the same rows. */
export async function measureCalls(chain: Chain): Promise<Result[]> {
  const { rows: owed } = await chain.owner.query<Owed>(
    `with owed as (
       update followups set state = 'open', ended_at = null, version = 1, clinic_id = $1
       where id in (select id from followups where assignee_id <> $2 order by id limit 40000)
       returning id, customer_id as "customerId")
     select * from owed order by id`,
    [chain.clinicId, chain.agentId],
  );
  const next = oneAfterAnother(owed);
  const served = await serve(chain);
  const subject = next();
  const statements = await recordWrites(chain, served, call, subject, { withEvents: false });
  const bare = await bareWriter(chain, call, { statements, subject });
  const rates = await ratesOf(
    () => send(served, call, next()),
    () => bare(next()),
  );
  await served.stop();
  return [{ what: 'record an attempt, 8 clients, HTTP', ...rates, unit: '/s', wanted: 0.5 }];
}
