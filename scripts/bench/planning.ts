import type pg from 'pg';
import { planInBulk } from '#server/modules/followups/plan-in-bulk.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { batchId, fillVisits } from './fill-visits.ts';
import { peakMemoryOf } from './measure.ts';
import type { Result } from './measure.ts';
import { now } from './setting.ts';

/**
 * Visits planned in bulk by the standard protocols, against one INSERT … SELECT a table of the very rows that this
 * made, into the same tables, by the same role. In turn, and the best of each counts.
 */
export async function measurePlanning(
  chain: Chain,
  { visits, rounds, say }: { visits: number; rounds: number; say: (line: string) => void },
): Promise<Result[]> {
  const { owner } = chain;
  await fillVisits(chain, visits);
  const best = { ours: Infinity, bare: Infinity };
  let [followups, megabytes] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await owner.query('truncate plans, followups cascade');
    await owner.query('vacuum analyze plans, followups');
    const ours = await timeOf(async () => {
      const planned = await peakMemoryOf(() => planAll(chain));
      followups = planned.result;
      megabytes = Math.max(megabytes, planned.megabytes);
    });
    if (round === 0) await keepRows(owner, chain);
    await owner.query('truncate plans, followups cascade');
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

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
