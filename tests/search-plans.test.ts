import { expect, it } from 'vitest';
import { recording } from '#scripts/bench/recorded-sql.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { inClinic } from './support/clinic.ts';

/** What the index of each way is asked for; it is sorted as the list is, so that a page of one is a page of the other. */
it.each([
  { search: '张', asks: ['name_pinyin'] },
  { search: '欧阳', asks: ['name_pinyin', 'name_from_second', 'name_from_third', 'org_id'] },
  { search: 'zhangs', asks: ['name_pinyin', 'name_initials'] },
  { search: 'zs', asks: ['name_initials', 'name_pinyin'] },
  { search: 'M12', asks: ['number'] },
])(
  'customers are found by $search out of an index in the order of the list, under row-level security',
  ({ search, asks }) =>
    inClinic(async (ctx) => {
      const { database, statements } = recording(ctx.database);
      await listCustomers({ ...ctx, database }, { search, page: 1, pageSize: 50 });
      const selects = statements.filter(({ text }) => /\bfrom customers c\b/.test(text));
      const plans = await inTransaction(ctx, async (ctx) => {
        // As if the table were large: its statistics are those of a test.
        await ctx.client.query(
          `set local enable_seqscan = off; set local enable_bitmapscan = off;
         set local enable_sort = off; set local enable_incremental_sort = off`,
        );
        const all = selects.map(({ text, values }) => ctx.client.query(`explain ${text}`, values));
        return (await Promise.all(all)).map(({ rows }) => rows.map((row) => row['QUERY PLAN']).join('\n'));
      });
      expect(plans).toHaveLength(asks.length);
      plans.forEach((plan, place) => {
        expect(plan).toMatch(
          new RegExp(`Index Scan using .* on customers c[^]*Index Cond: .*${asks[place]}`),
        );
        expect(plan).not.toMatch(/Sort Key/);
      });
    }),
);
