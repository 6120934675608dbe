import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardGradeRules } from '#domain/grading/rule-set.ts';
import { addCustomers } from '#server/modules/customers/add-customers.ts';
import { addLedgerHistory } from '#server/modules/ledger/add-ledger-history.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import { as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { gradeNow, pays } from './a-graded-customer.fixture.ts';
import { getRules } from './get-rules.ts';
import { previewRules } from './preview-rules.ts';
import { publishRules } from './publish-rules.ts';
import { regradeNightly } from './regrade-everybody.ts';

const firstPage = { page: 1, pageSize: 50 };
const at = (spendFen: number) => ({ ...standardGradeRules, spendFen });

describe('previewing rules', () => {
  it('names exactly those who move when the rules are then published', () =>
    inClinic(async (ctx) => {
      const spent = { 张三: 1_000_000, 李四: 2_000_000, 王五: 3_000_000, 赵六: 2_699_999 };
      const ids = new Map<string, string>();
      for (const [name, fen] of Object.entries(spent)) {
        const { id } = await aCustomer(ctx, { name });
        ids.set(name, id);
        await pays(ctx, id, fen);
      }
      const preview = await previewRules(ctx, { ruleSet: at(2_000_000), ...firstPage });
      expect(preview).toMatchObject({
        customers: 4,
        before: { A: 1, B: 0, C: 3, D: 0 },
        after: { A: 3, B: 0, C: 1, D: 0 },
      });
      expect(preview.moves.items.map((move) => move.customer.name).sort()).toEqual(['李四', '赵六'].sort());
      // Nothing was saved by looking.
      expect(await gradeNow(ctx, ids.get('李四')!)).toBe('C');

      await publishRules(ctx, { ruleSet: at(2_000_000), version: 0 });
      await settled(ctx);
      const grades = new Map<string, string>();
      for (const [name, id] of ids) grades.set(name, await gradeNow(ctx, id));
      expect(Object.fromEntries(grades)).toEqual({ 张三: 'C', 李四: 'A', 王五: 'A', 赵六: 'A' });
      const again = await previewRules(ctx, { ruleSet: at(2_000_000), ...firstPage });
      expect(again).toMatchObject({ before: preview.after, after: preview.after, moves: { total: 0 } });
    }));

  it('gives the list of who moves page by page', () =>
    inClinic(async (ctx) => {
      for (const name of ['甲', '乙', '丙']) await pays(ctx, (await aCustomer(ctx, { name })).id, 100);
      const ask = (page: number) => previewRules(ctx, { ruleSet: at(100), page, pageSize: 2 });
      const [first, second] = [await ask(1), await ask(2)];
      expect([first.moves.total, first.moves.items.length, second.moves.items.length]).toEqual([3, 2, 1]);
    }));

  it('is for who may change the rules', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      await expect(previewRules(agent, { ruleSet: at(1), ...firstPage })).rejects.toThrow('grading.manage');
    }));
});

describe('publishing rules', () => {
  it('leaves its audit row, counts the versions, and refuses who edited an older one', () =>
    inClinic(async (ctx) => {
      expect(await getRules(ctx)).toMatchObject({ version: 0, publishedAt: null });
      expect(await publishRules(ctx, { ruleSet: at(1), version: 0 })).toMatchObject({
        version: 1,
        publishedByName: 'Owner',
        ruleSet: { spendFen: 1 },
      });
      await expect(publishRules(ctx, { ruleSet: at(2), version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { version: 1, ruleSet: { spendFen: 1 } } },
      });
      expect((await auditTrail(ctx)).map((entry) => entry.action)).toContain('grade-rules.published');
    }));
});

const orders = path.join(import.meta.dirname, '../../../../shared/data/rfm_r/rfm_data_orders.csv');

// Skipped where the shared test data is not beside the project.
describe.skipIf(!existsSync(orders))('a sheet of orders (needs ../shared/data/rfm_r)', () => {
  it('shows that the top fifth holds 35.6232 % of revenue, and who moves at another threshold', () =>
    inClinic(async (ctx, { clinicId }) => {
      const now = later(ctx, '2006-12-31T04:00:00.000Z');
      const lines = (await readFile(orders, 'utf8')).trim().split(/\r?\n/).slice(1);
      const rows = lines.map((each) => each.split(','));
      const names = [...new Set(rows.map((row) => row[0]!))];
      const idOf = (name: string) => derivedId('customer', ctx.orgId, name);
      await inTransaction(now, async (ctx) => {
        await addCustomers(
          ctx,
          names.map((name, index) => ({ id: idOf(name), clinicId, number: `R${index}`, name })),
        );
        const entries = rows.flatMap((row, index) => {
          const shared = {
            clinicId,
            customerId: idOf(row[0]!),
            on: row[1]!,
            visitId: null,
            importBatchId: null,
          };
          const fen = Number(row[2]) * 100;
          return (['charge', 'payment'] as const).map((kind) => ({
            ...shared,
            id: derivedId(kind, ctx.orgId, String(index)),
            booking: { kind, fen, memo: '' },
          }));
        });
        await addLedgerHistory(ctx, entries);
      });
      const ask = (spendFen: number) =>
        previewRules(now, { ruleSet: { ...at(spendFen), spendMonths: 24 }, page: 1, pageSize: 200 });
      const { top, before } = await ask(100_000);
      expect((top.share * 100).toFixed(4)).toBe('35.6232');
      expect(before).toEqual({ A: 0, B: 0, C: names.length, D: 0 });

      // Counted by hand from the sheet: who spent that much in the last 24 months.
      const since = new Map<string, number>();
      for (const [name, on, yuan] of rows)
        if (on! > '2004-12-31') since.set(name!, (since.get(name!) ?? 0) + Number(yuan));
      for (const yuan of [500, 750, 1000]) {
        const expected = names.filter((name) => (since.get(name) ?? 0) >= yuan);
        const { moves } = await ask(yuan * 100);
        expect(moves.total).toBe(expected.length);
        expect(expected).toEqual(expect.arrayContaining(moves.items.map((move) => move.customer.name)));
      }
      await publishRules(now, { ruleSet: at(75_000), version: 0 });
      await settled(now);
      await regradeNightly(now);
      const { moves, before: after } = await ask(75_000);
      expect(moves.total).toBe(0);
      expect(after.A).toBe(names.filter((name) => (since.get(name) ?? 0) >= 750).length);
    }));
});
