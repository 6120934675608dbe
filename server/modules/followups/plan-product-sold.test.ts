import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { inClinic, later, settled } from '#tests/support/clinic.ts';
import { bookEntry } from '../ledger/book-entry.ts';

async function sold(ctx: Context, more: { isProduct?: boolean; bookedOn?: string }) {
  const customer = await aCustomer(ctx);
  const booking = { kind: 'charge', fen: 26_800 };
  await bookEntry(ctx, { ...BookEntry.parse({ booking, isPaid: true, ...more }), id: customer.id });
  await settled(ctx);
  return followupsOf(ctx, customer.id);
}

describe('a product that was sold', () => {
  it('is asked about the next day', () =>
    inClinic(async (ctx) => {
      const followups = await sold(ctx, { isProduct: true });
      expect(followups.map(({ protocolCode, stepKey, dueAt }) => [protocolCode, stepKey, dueAt])).toEqual([
        ['product-sold', 'next-day', '2026-03-13T15:59:59.999Z'],
      ]);
    }));

  it('is not asked about where it was a treatment that was charged', () =>
    inClinic(async (ctx) => {
      expect(await sold(ctx, {})).toEqual([]);
    }));

  it.each([
    { name: 'booked for yesterday is asked about today', bookedOn: '2026-03-11', due: ['2026-03-12'] },
    { name: 'for the day before, the day after it is known', bookedOn: '2026-03-10', due: ['2026-03-13'] },
    { name: 'for two weeks ago as well', bookedOn: '2026-02-26', due: ['2026-03-13'] },
    { name: 'for longer ago no more', bookedOn: '2026-02-25', due: [] },
  ])('$name', ({ bookedOn, due }) =>
    inClinic(async (ctx) => {
      const followups = await sold(ctx, { isProduct: true, bookedOn });
      expect(followups.map(({ dueAt }) => dueAt)).toEqual(due.map((day) => `${day}T15:59:59.999Z`));
    }),
  );

  it('told of while nobody was listening is asked about once the house hears of it', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const sale = BookEntry.parse({ booking: { kind: 'charge', fen: 100 }, isProduct: true });
      await bookEntry(ctx, { ...sale, id: customer.id });
      const afterAPause = later(ctx, addHours(ctx.now, 72));
      await settled(afterAPause);
      await settled(later(ctx, addHours(ctx.now, 96)));
      const followups = await followupsOf(ctx, customer.id);
      expect(followups.map(({ dueAt }) => dueAt)).toEqual(['2026-03-16T15:59:59.999Z']);
    }));
});
