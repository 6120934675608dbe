import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayAt } from '#domain/base/time.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { bookEntry } from './book-entry.ts';
import { checkBooks } from './check-books.ts';
import { listMismatches } from './list-mismatches.ts';
import { resolveMismatch } from './resolve-mismatch.ts';

const open = (ctx: Context, state: 'open' | 'resolved' = 'open') =>
  listMismatches(ctx, { page: 1, pageSize: 50, state });

function charge(ctx: Context, customer: { id: string }, fen: number) {
  return bookEntry(ctx, { ...BookEntry.parse({ booking: { kind: 'charge', fen } }), id: customer.id });
}

describe('the daily check of the books', () => {
  it('reports a day once it is over, once, whoever checks and however often', () =>
    inClinic(async (ctx) => {
      const paid = await aCustomer(ctx, { name: '张一' });
      const forgotten = await aCustomer(ctx, { name: '张二' });
      const absent = await aCustomer(ctx, { name: '张三' });
      await aClosedVisit(ctx, { customer: paid, categories: ['filling'] });
      await aClosedVisit(ctx, { customer: forgotten, categories: ['filling'] });
      await charge(ctx, paid, 30_000);
      await charge(ctx, absent, 8_800);

      await checkBooks(ctx);
      expect((await open(ctx)).total).toBe(0);

      const tomorrow = later(ctx, addHours(ctx.now, 24));
      await Promise.all([checkBooks(tomorrow), checkBooks(tomorrow)]);
      const found = await open(tomorrow);
      const day = dayAt(ctx.now, ctx.zone);
      expect(
        found.items.map(({ kind, customerName, fen, day }) => [kind, customerName, fen, day]).sort(),
      ).toEqual([
        ['charge-without-visit', '张三', 8_800, day],
        ['visit-without-charge', '张二', null, day],
      ]);

      await checkBooks(later(ctx, addHours(ctx.now, 24 * 40)));
      expect((await open(tomorrow)).total).toBe(2);
    }));

  it('leaves a clinic in peace that books nothing here', () =>
    inClinic(async (ctx) => {
      await aClosedVisit(ctx);
      await checkBooks(later(ctx, addHours(ctx.now, 24)));
      expect((await open(ctx)).total).toBe(0);
    }));

  it('asks about a deposit nobody was treated for', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const bookedOn = addDays(dayAt(ctx.now, ctx.zone), -29);
      const booking = { kind: 'deposit', fen: 100_000 };
      await bookEntry(ctx, { ...BookEntry.parse({ booking, bookedOn }), id: customer.id });
      await checkBooks(ctx);
      expect((await open(ctx)).total).toBe(0);
      await checkBooks(later(ctx, addHours(ctx.now, 48)));
      expect((await open(ctx)).items).toMatchObject([{ kind: 'deposit-untreated', fen: 100_000 }]);
    }));
});

describe('a mismatch', () => {
  it('is resolved by a supervisor with a note, once, and stays to be read', () =>
    inClinic(async (ctx) => {
      await charge(ctx, await aCustomer(ctx), 100);
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      await checkBooks(tomorrow);
      const [mismatch] = (await open(tomorrow)).items;
      const desk = await as(tomorrow, 'front_desk');
      await expect(resolveMismatch(desk, { id: mismatch!.id, note: '好' })).rejects.toMatchObject({
        code: 'forbidden',
      });
      const supervisor = await as(tomorrow, 'cs_supervisor', { name: '李主管' });
      const note = '客户寄来的货款，不到诊';
      expect(await resolveMismatch(supervisor, { id: mismatch!.id, note })).toMatchObject({
        resolvedBy: '李主管',
        note,
      });
      await expect(resolveMismatch(supervisor, { id: mismatch!.id, note })).rejects.toMatchObject({
        code: 'resolved-already',
      });
      expect((await open(tomorrow)).total).toBe(0);
      expect((await open(tomorrow, 'resolved')).items).toMatchObject([{ id: mismatch!.id, note }]);
      expect(await auditTrail(ctx)).toContainEqual(
        expect.objectContaining({ action: 'ledger.mismatch-resolved' }),
      );
    }));

  it('of another clinic is not there', () =>
    inClinic(async (ctx) => {
      await charge(ctx, await aCustomer(ctx), 100);
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      await checkBooks(tomorrow);
      const [mismatch] = (await open(tomorrow)).items;
      const stranger = await as(tomorrow, 'cs_supervisor', { clinicIds: [] });
      expect((await open(stranger)).total).toBe(0);
      await expect(resolveMismatch(stranger, { id: mismatch!.id, note: '好' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
