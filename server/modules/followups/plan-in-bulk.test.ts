import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { inClinic } from '#tests/support/clinic.ts';
import { aWorld, settleWorld } from './a-world.fixture.ts';
import type { Settled, World } from './a-world.fixture.ts';
import { planEvents } from './plan-events.ts';
import { planInBulk } from './plan-in-bulk.ts';
import { monthEvents, monthSource } from './plan-month-round.ts';
import { eventsOf } from './plan-visit.ts';
import { selectVisitsForPlanning } from './planning-store.ts';

const farFuture = '2100-01-01T00:00:00.000Z';
const farPast = '1970-01-01T00:00:00.000Z';

/** Every row that planning writes, with all its columns. */
async function rowsOf(ctx: TransactionContext): Promise<{ plans: object[]; followups: object[] }> {
  const all = (table: 'plans' | 'followups') =>
    ctx.db.selectFrom(table).selectAll().where('org_id', '=', ctx.orgId).orderBy('id').execute();
  return { plans: await all('plans'), followups: await all('followups') };
}

async function inBulk(ctx: TransactionContext, { batchId, clinics, months, openAt }: Settled) {
  const options = { importBatchId: batchId, ...(openAt && { openAt }) };
  const closedUntil = farFuture;
  let added = await planInBulk(ctx, { kind: 'visits', batchId, closedFrom: farPast, closedUntil }, options);
  added += await planInBulk(ctx, { kind: 'braces', batchId, seenSince: farPast, closedUntil }, options);
  for (const { id, zone } of clinics)
    for (const month of months)
      added += await planInBulk(ctx, monthSource(id, month, zone, { batchId }), options);
  return added;
}

/** As each of them is planned when it happens. */
async function oneByOne(ctx: TransactionContext, { batchId, clinics, visitIds, months, openAt }: Settled) {
  const options = { importBatchId: batchId, ...(openAt && { openAt }) };
  let added = 0;
  for (const visitId of visitIds) {
    const [visit] = await selectVisitsForPlanning(ctx, [visitId]);
    added += await planEvents(ctx, await eventsOf(ctx, visit!), options);
  }
  const seen = await ctx.db
    .selectFrom('visits')
    .select(['customer_id', 'clinic_id', 'visited_on'])
    .where('org_id', '=', ctx.orgId)
    .execute();
  for (const { id, zone } of clinics) {
    for (const month of months) {
      const those = seen.filter((each) => each.clinic_id === id && monthOf(each.visited_on) === month);
      const customers = [...new Set(those.map((each) => each.customer_id))];
      added += await planEvents(ctx, monthEvents(id, month, zone, customers), options);
    }
  }
  return added;
}

class Undone extends Error {}

/** Does the work in a world of its own, of which nothing remains. */
async function inWorld(
  ctx: Parameters<typeof inTransaction>[0],
  world: World,
  work: (ctx: TransactionContext, settled: Settled) => Promise<void>,
): Promise<void> {
  const done = inTransaction(ctx, async (ctx) => {
    await work(ctx, await settleWorld(ctx, world));
    throw new Undone();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

describe('planning in bulk', () => {
  it(
    'plans what planning one by one plans, to the last column, and planned again adds nothing',
    () =>
      inClinic(async (ctx) => {
        let followups = 0;
        await fc.assert(
          fc.asyncProperty(aWorld, (world) =>
            inWorld(ctx, world, async (ctx, settled) => {
              await ctx.client.query('savepoint nothing_planned');
              const addedSingly = await oneByOne(ctx, settled);
              const singly = await rowsOf(ctx);
              await ctx.client.query('rollback to savepoint nothing_planned');
              const added = await inBulk(ctx, settled);
              expect(await rowsOf(ctx)).toEqual(singly);
              expect(added).toBe(addedSingly);
              expect(await inBulk(ctx, settled)).toBe(0);
              followups += added;
            }),
          ),
          // Each takes a while; the seed is kept, so that it says the same tomorrow.
          { numRuns: 8, seed: 20_160_609 },
        );
        expect(followups).toBeGreaterThan(20);
      }),
    120_000,
  );
});
