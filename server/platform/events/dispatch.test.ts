import { describe, expect, it } from 'vitest';
import { auditTrail, inClinic } from '#tests/support/clinic.ts';
import { addMinutes } from '#domain/base/time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context, TransactionContext } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { announce } from './announce.ts';
import { countWaiting } from './count-waiting.ts';
import { dispatchEvents } from './dispatch.ts';

async function closed(ctx: Context, count: number): Promise<string[]> {
  const visitIds = Array.from({ length: count }, () => newId());
  await inTransaction(ctx, async (ctx) => {
    for (const visitId of visitIds) await announce(ctx, { type: 'visit.closed', visitId });
  });
  return visitIds;
}

const nobody = () => Promise.resolve();

describe('an event', () => {
  it('in the middle of which the connection is cut is told again a minute later, and what it led to is there once', () =>
    inClinic(async (ctx) => {
      await closed(ctx, 1);
      let isCut = true;
      const listen = async (ctx: TransactionContext) => {
        await recordAudit(ctx, { action: 'visit.heard' });
        if (isCut) await ctx.client.query('select pg_terminate_backend(pg_backend_pid())');
      };
      expect(await dispatchEvents(ctx, listen)).toBe(0);
      expect(await countWaiting(ctx)).toEqual({ waiting: 1, postponed: 1 });
      isCut = false;
      expect(await dispatchEvents(ctx, listen)).toBe(0);
      expect(await dispatchEvents({ ...ctx, realNow: addMinutes(ctx.realNow, 1) }, listen)).toBe(1);
      const heard = (await auditTrail(ctx)).filter(({ action }) => action === 'visit.heard');
      expect(heard).toHaveLength(1);
      expect(await countWaiting(ctx)).toEqual({ waiting: 0, postponed: 0 });
    }));

  it('that was told, but whose telling nobody heard the end of, is not told again', () =>
    inClinic(async (ctx) => {
      await closed(ctx, 1);
      let told = 0;
      const listen = async (ctx: TransactionContext) => {
        told += 1;
        const query = ctx.client.query.bind(ctx.client) as (...question: unknown[]) => Promise<unknown>;
        ctx.client.query = (async (...question: unknown[]) => {
          const answer = await query(...question);
          if (question[0] !== 'commit') return answer;
          ctx.client.query = query as typeof ctx.client.query;
          throw new Error('the connection was cut');
        }) as typeof ctx.client.query;
        await ctx.client.query('select 1');
      };
      await dispatchEvents(ctx, listen);
      await dispatchEvents({ ...ctx, realNow: addMinutes(ctx.realNow, 61) }, listen);
      expect(told).toBe(1);
      expect(await countWaiting(ctx)).toEqual({ waiting: 0, postponed: 0 });
    }));
});

describe('a run of events of one kind', () => {
  it('is heard at once, in its order, and what is of another kind by itself', () =>
    inClinic(async (ctx) => {
      const visitIds = await closed(ctx, 3);
      await inTransaction(ctx, (ctx) => announce(ctx, { type: 'ledger.imported', batchId: newId() }));
      visitIds.push(...(await closed(ctx, 1)));
      const runs: string[][] = [];
      const others: string[] = [];
      const told = await dispatchEvents(ctx, (_, event) => Promise.resolve(void others.push(event.type)), {
        'visit.closed': (_, events) => Promise.resolve(void runs.push(events.map((each) => each.visitId))),
      });
      expect(told).toBe(5);
      expect(runs).toEqual([visitIds.slice(0, 3), visitIds.slice(3)]);
      expect(others).toEqual(['ledger.imported']);
    }));

  it('is told one by one where one of them cannot be told, and only that one waits', () =>
    inClinic(async (ctx) => {
      const [, bad] = await closed(ctx, 3);
      const heard: string[] = [];
      const told = await dispatchEvents(
        ctx,
        (_, event) => {
          if (event.type !== 'visit.closed') return nobody();
          if (event.visitId === bad) return Promise.reject(new Error('cannot be planned'));
          heard.push(event.visitId);
          return nobody();
        },
        { 'visit.closed': () => Promise.reject(new Error('one of them cannot be planned')) },
      );
      expect(told).toBe(2);
      expect(heard).toHaveLength(2);
      expect(heard).not.toContain(bad);
      expect(await countWaiting(ctx)).toEqual({ waiting: 1, postponed: 1 });
    }));
});
