import { describe, expect, it } from 'vitest';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { inClinic, settled } from '#tests/support/clinic.ts';
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

  it('booked for yesterday is still asked about today; for the day before, it is too late', () =>
    inClinic(async (ctx) => {
      const [yesterday] = await sold(ctx, { isProduct: true, bookedOn: '2026-03-11' });
      expect(yesterday!.dueAt).toBe('2026-03-12T15:59:59.999Z');
      expect(await sold(ctx, { isProduct: true, bookedOn: '2026-03-10' })).toEqual([]);
    }));
});
