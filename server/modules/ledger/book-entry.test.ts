import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { NewBooking } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { bookEntry } from './book-entry.ts';
import { listLedger } from './list-ledger.ts';
import { lopsided } from './lopsided.fixture.ts';
import { reverseEntry } from './reverse-entry.ts';
import { paymentsByCustomer, spendByCustomer } from './sum-spending.ts';

type Asked = NewBooking extends infer B ? (B extends { memo: string } ? Omit<B, 'memo'> : never) : never;

let minutes = 0;
/** Each is booked a minute after the one before. */
async function booked(
  ctx: Context,
  customer: { id: string },
  booking: Asked,
  more: { bookedOn?: string; isPaid?: boolean } = {},
) {
  minutes += 1;
  const { items } = await bookEntry(later(ctx, addMinutes(ctx.now, minutes)), {
    ...BookEntry.parse({ booking, ...more }),
    id: customer.id,
  });
  return items.find((line) => line.kind === booking.kind)!;
}

const ledgerOf = (ctx: Context, customer: { id: string }) =>
  listLedger(ctx, { id: customer.id, page: 1, pageSize: 50 });

describe('booking on a customer’s own account', () => {
  it('shows where the account stands, adds up, and leaves an audit row for each entry', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await booked(ctx, customer, { kind: 'deposit', fen: 50_000 });
      await booked(ctx, customer, { kind: 'charge', fen: 128_000 });
      await booked(ctx, customer, { kind: 'deposit-used', fen: 50_000 });
      await booked(ctx, customer, { kind: 'payment', fen: 70_000 });
      await booked(ctx, customer, { kind: 'refund', fen: 8_000, against: 'cash' });
      await booked(
        ctx,
        customer,
        { kind: 'course-sold', fen: 10_000, courseName: '光子嫩肤', sessions: 3 },
        { isPaid: true },
      );
      const { courses } = await ledgerOf(ctx, customer);
      await booked(ctx, customer, { kind: 'session-used', courseId: courses[0]!.id, sessions: 1 });

      const ledger = await ledgerOf(ctx, customer);
      expect(ledger.balance).toEqual({
        chargedFen: 130_000,
        paidFen: 122_000,
        owedFen: 8_000,
        depositFen: 0,
        prepaidFen: 6_667,
        sessionsLeft: 2,
        chargedLastYearFen: 130_000,
      });
      expect(ledger.courses).toEqual([
        { id: courses[0]!.id, name: '光子嫩肤', sessionsTotal: 3, sessionsLeft: 2, fenLeft: 6_667 },
      ]);
      expect(ledger.items.map(({ kind, fen, cash }) => [kind, fen, cash])).toEqual([
        ['session-used', 3_333, 0],
        ['payment', 10_000, 1],
        ['course-sold', 10_000, 0],
        ['refund', 8_000, -1],
        ['payment', 70_000, 1],
        ['deposit-used', 50_000, 0],
        ['charge', 128_000, 0],
        ['deposit', 50_000, 1],
      ]);
      expect(await lopsided(ctx)).toEqual([]);
      expect((await auditTrail(ctx)).filter(({ action }) => action === 'ledger.booked')).toHaveLength(8);
    }));

  it('refuses what the account does not allow, and books nothing of it', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await booked(ctx, customer, { kind: 'charge', fen: 10_000 });
      await expect(booked(ctx, customer, { kind: 'payment', fen: 10_001 })).rejects.toMatchObject({
        code: 'more-than-owed',
      });
      await expect(booked(ctx, customer, { kind: 'deposit-used', fen: 1 })).rejects.toMatchObject({
        code: 'more-than-deposit',
      });
      await expect(
        booked(ctx, customer, { kind: 'charge', fen: 1 }, { bookedOn: '2026-03-13' }),
      ).rejects.toMatchObject({ details: [{ path: 'bookedOn', code: 'in-the-future' }] });
      expect((await ledgerOf(ctx, customer)).total).toBe(1);
    }));

  it('spends a deposit once, though two desks do so in the same moment', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await booked(ctx, customer, { kind: 'deposit', fen: 5_000 });
      await booked(ctx, customer, { kind: 'charge', fen: 10_000 });
      const both = await Promise.allSettled([
        booked(ctx, customer, { kind: 'deposit-used', fen: 5_000 }),
        booked(ctx, customer, { kind: 'deposit-used', fen: 5_000 }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await ledgerOf(ctx, customer)).balance).toMatchObject({ depositFen: 0, owedFen: 5_000 });
    }));

  it('is not for who may only look, nor for another clinic', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const agent = await as(ctx, 'cs_agent');
      await expect(booked(agent, customer, { kind: 'charge', fen: 1 })).rejects.toMatchObject({
        code: 'forbidden',
      });
      const stranger = await as(ctx, 'front_desk', { clinicIds: [] });
      await expect(booked(stranger, customer, { kind: 'charge', fen: 1 })).rejects.toMatchObject({
        code: 'not-found',
      });
      const { ctx: elsewhere } = await aClinic();
      await expect(ledgerOf(elsewhere, customer)).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('an entry that was wrong', () => {
  it('is taken back by one of its own with the reason, once, and both stay in the books', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const wrong = await booked(ctx, customer, { kind: 'charge', fen: 12_345 }, { isPaid: false });
      const reversal = await reverseEntry(later(ctx, addHours(ctx.now, 1)), {
        id: wrong.id,
        reason: '多收了',
      });
      expect(reversal).toMatchObject({
        kind: 'reversal',
        fen: -12_345,
        memo: '多收了',
        reversesId: wrong.id,
      });
      const ledger = await ledgerOf(ctx, customer);
      expect(ledger.items.map(({ kind, isReversed }) => [kind, isReversed])).toEqual([
        ['reversal', false],
        ['charge', true],
      ]);
      expect(ledger.balance).toMatchObject({ chargedFen: 0, owedFen: 0 });
      await expect(reverseEntry(ctx, { id: wrong.id, reason: '再来' })).rejects.toMatchObject({
        code: 'reversed-already',
      });
      await expect(reverseEntry(ctx, { id: reversal.id, reason: '再来' })).rejects.toMatchObject({
        code: 'reverses-another',
      });
      expect(await lopsided(ctx)).toEqual([]);
      expect(await auditTrail(ctx)).toContainEqual(expect.objectContaining({ action: 'ledger.reversed' }));
    }));

  it('stays while something stands on it, and a session goes back to its course', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const sold = await booked(
        ctx,
        customer,
        { kind: 'course-sold', fen: 9_000, courseName: '洁牙', sessions: 3 },
        { isPaid: true },
      );
      const courseId = (await ledgerOf(ctx, customer)).courses[0]!.id;
      const used = await booked(ctx, customer, { kind: 'session-used', courseId, sessions: 1 });
      await expect(reverseEntry(ctx, { id: sold.id, reason: '错了' })).rejects.toMatchObject({
        code: 'more-than-owed',
      });
      await reverseEntry(ctx, { id: used.id, reason: '没做' });
      expect((await ledgerOf(ctx, customer)).courses).toMatchObject([{ sessionsLeft: 3, fenLeft: 9_000 }]);
    }));
});

describe('what customers spent', () => {
  it('is charges and courses less refunds, since a day; payments stand by day', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await booked(ctx, customer, { kind: 'charge', fen: 100 }, { bookedOn: '2025-01-31', isPaid: true });
      await booked(ctx, customer, { kind: 'charge', fen: 1_000 }, { bookedOn: '2025-02-01', isPaid: true });
      await booked(ctx, customer, { kind: 'refund', fen: 300, against: 'cash' }, { bookedOn: '2025-02-02' });
      const sums = await inTransaction(ctx, async (ctx) => ({
        ever: await spendByCustomer(ctx, null),
        since: await spendByCustomer(ctx, '2025-02-01', [customer.id]),
        nobody: await spendByCustomer(ctx, null, []),
        payments: await paymentsByCustomer(ctx, '2025-02-01'),
      }));
      expect(sums).toEqual({
        ever: new Map([[customer.id, 800]]),
        since: new Map([[customer.id, 700]]),
        nobody: new Map(),
        payments: new Map([
          [
            customer.id,
            [
              { on: '2025-02-01', fen: 1_000 },
              { on: '2025-02-02', fen: -300 },
            ],
          ],
        ]),
      });
    }));
});
