import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shareOfTop } from '#domain/grading/preview.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { listLedger } from '#server/modules/ledger/list-ledger.ts';
import { lopsided } from '#server/modules/ledger/lopsided.fixture.ts';
import { spendByCustomer } from '#server/modules/ledger/sum-spending.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { snapshotOf } from '#tests/support/snapshot.ts';
import { anImportingClinic, checked, imported, type ImportContext } from './an-import.fixture.ts';
import { undoImport } from './undo-import.ts';

const header = '客户编号,姓名,订单日期,金额,项目';
const sheet = [
  header,
  'K1,张三,2026-01-05,"1,200.50",洁牙',
  'K1,张三,2026-01-05,"1,200.50",洁牙',
  'K2,李四,2026-02-01,80,挂号',
  'K2,李四,2026-02-30,80,挂号',
  'K2,李四,2026-02-02,-80,挂号',
  'K2,李四,2026-02-02,,挂号',
].join('\n');

const spendings = (ctx: ImportContext) => inTransaction(ctx, (ctx) => spendByCustomer(ctx, null));

const customersOf = (ctx: ImportContext) => listCustomers(ctx, { page: 1, pageSize: 50 });

describe('a sheet of orders', () => {
  it('is recognized, and books each order on its customer as charged and paid', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(clinic, sheet);
    expect(batch).toMatchObject({
      state: 'done',
      mapping: { kind: 'orders' },
      counts: { rows: 6, orders: 3, ordersFen: 248_100, newOrders: 3, newCustomers: 2, rejected: 3 },
    });
    expect([...(await spendings(clinic.ctx)).values()].sort()).toEqual([240_100, 8_000]);
    const { items } = await customersOf(clinic.ctx);
    const zhang = items.find(({ number }) => number === 'K1')!;
    const ledger = await listLedger(clinic.ctx, { id: zhang.id, page: 1, pageSize: 50 });
    expect(ledger.balance).toMatchObject({ chargedFen: 240_100, paidFen: 240_100, owedFen: 0 });
    expect(ledger.items.map(({ kind, memo, isImported }) => [kind, memo, isImported]).sort()).toEqual([
      ['charge', '洁牙', true],
      ['charge', '洁牙', true],
      ['payment', '洁牙', true],
      ['payment', '洁牙', true],
    ]);
  });

  it('read again books nothing twice', async () => {
    const clinic = await anImportingClinic();
    await imported(clinic, sheet);
    const before = await spendings(clinic.ctx);
    expect(await checked(clinic, sheet)).toMatchObject({ counts: { orders: 3, newOrders: 0 } });
    expect(await imported(clinic, sheet)).toMatchObject({ counts: { newOrders: 0, newCustomers: 0 } });
    expect(await spendings(clinic.ctx)).toEqual(before);
  });

  it('is taken back whole, except on an account somebody has booked on since', async () => {
    const clinic = await anImportingClinic();
    const { ctx } = clinic;
    const batch = await imported(clinic, sheet);
    const li = (await customersOf(ctx)).items.find(({ number }) => number === 'K2')!;
    const booking = { kind: 'refund', fen: 1_000, against: 'cash' };
    await bookEntry(ctx, { ...BookEntry.parse({ booking }), id: li.id });
    expect(await undoImport(ctx, { id: batch.id })).toMatchObject({
      counts: { newOrders: 1, newCustomers: 1 },
      problem: { code: 'partly-undone', details: { customers: 1, orders: 1 } },
    });
    expect(await spendings(ctx)).toEqual(new Map([[li.id, 7_000]]));
  });

  it('leaves no trace in the books once it is undone', async () => {
    const clinic = await anImportingClinic();
    const tables = async () => {
      const { customers, ledger_entries, ledger_postings } = await snapshotOf([clinic.orgId]);
      return { customers, ledger_entries, ledger_postings };
    };
    const before = await tables();
    const batch = await imported(clinic, sheet);
    expect(await tables()).not.toEqual(before);
    await undoImport(clinic.ctx, { id: batch.id });
    expect(await tables()).toEqual(before);
  });
});

const orders = new URL('../../../../shared/data/rfm_r/rfm_data_orders.csv', import.meta.url);

describe.skipIf(!existsSync(orders))(
  '4,906 orders of 995 customers (skipped where the data set is not there)',
  () => {
    it('come to 464,158.00, of which the top fifth of the customers hold 35.6232 %', async () => {
      const clinic = await anImportingClinic();
      const batch = await imported(clinic, readFileSync(orders), { preset: 'rfm-orders' });
      expect(batch.counts).toMatchObject({
        orders: 4_906,
        newOrders: 4_906,
        newCustomers: 995,
        ordersFen: 46_415_800,
        rejected: 0,
        warned: 0,
      });
      const spent = [...(await spendings(clinic.ctx)).values()];
      const top = shareOfTop(spent, 0.2);
      expect(top).toMatchObject({ customers: 995, topCustomers: 199, fen: 46_415_800 });
      expect(top.share).toBeCloseTo(0.356232, 6);
      expect(await lopsided(clinic.ctx)).toEqual([]);
      const again = await imported(clinic, readFileSync(orders), { preset: 'rfm-orders' });
      expect(again.counts).toMatchObject({ newOrders: 0, newCustomers: 0 });
    });
  },
);
