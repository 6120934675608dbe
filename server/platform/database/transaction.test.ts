import { describe, expect, it } from 'vitest';
import { aClinic, inClinic, testDatabase } from '#tests/support/clinic.ts';
import { insertClinic, updateClinic } from '#server/modules/staff/clinics-store.ts';
import { newId } from '../ids.ts';
import { unscopedTables } from './pool.ts';
import { inOneBreath, inTransaction } from './transaction.ts';

describe('a transaction', () => {
  it('sees no row of another organization, even when the query forgets to ask', async () => {
    const one = await aClinic();
    const other = await aClinic();
    const seen = await inTransaction(one.ctx, (ctx) =>
      ctx.client.query('/* every organization */ select org_id from clinics'),
    );
    expect(new Set(seen.rows.map((row) => row.org_id))).toEqual(new Set([one.orgId]));
    await expect(
      inTransaction(one.ctx, (ctx) =>
        ctx.client.query(
          `insert into clinics (org_id, id, name, timezone, created_at) values ('${other.orgId}', gen_random_uuid(), 'x', 'UTC', now())`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('leaves no organization on the connection for the next one', async () => {
    const clinic = await aClinic();
    await Promise.all(
      Array.from({ length: 20 }, () => inTransaction(clinic.ctx, (ctx) => ctx.client.query('select 1'))),
    );
    const { rows } = await testDatabase().pool.query(
      '/* every organization */ select count(*) as n from clinics',
    );
    expect(rows[0].n).toBe(0);
  });

  it('interleaves organizations over few connections without mixing them', async () => {
    const clinics = await Promise.all(Array.from({ length: 5 }, () => aClinic()));
    const asked = Array.from({ length: 200 }, (_, index) => clinics[index % clinics.length]!);
    const answers = await Promise.all(
      asked.map((clinic) =>
        inTransaction(
          clinic.ctx,
          async (ctx) => (await ctx.client.query('/* every organization */ select org_id from staff')).rows,
        ),
      ),
    );
    answers.forEach((rows, index) => expect(rows).toEqual([{ org_id: asked[index]!.orgId }]));
  });

  it('is undone whole when its work throws', async () => {
    const clinic = await aClinic();
    const broken = inTransaction(clinic.ctx, async (ctx) => {
      await ctx.db.updateTable('clinics').set({ name: 'half' }).where('org_id', '=', ctx.orgId).execute();
      throw new Error('the rest fails');
    });
    await expect(broken).rejects.toThrow('the rest fails');
    const { rows } = await inTransaction(clinic.ctx, (ctx) =>
      ctx.client.query('/* every organization */ select name from clinics'),
    );
    expect(rows).toEqual([{ name: 'Riverside' }]);
  });
});

describe('what is written while the work goes on', () => {
  it('is there when the transaction is over', async () => {
    const clinic = await aClinic();
    await inTransaction(clinic.ctx, async (ctx) => {
      const writing = ctx.db.updateTable('clinics').set({ name: 'Late' }).where('org_id', '=', ctx.orgId);
      ctx.alongside(writing.execute());
    });
    const { rows } = await inTransaction(clinic.ctx, (ctx) =>
      ctx.client.query('/* every organization */ select name from clinics'),
    );
    expect(rows).toEqual([{ name: 'Late' }]);
  });

  it('undoes everything when it fails, and is named as the reason', async () => {
    const clinic = await aClinic();
    const broken = inTransaction(clinic.ctx, async (ctx) => {
      ctx.alongside(ctx.client.query('select 1 / 0'));
      await ctx.client.query('select 1');
    });
    await expect(broken).rejects.toThrow('division by zero');
  });
});

describe('two transactions that wait for each other', () => {
  it('both do their work: the one the database undid begins anew', async () => {
    const clinic = await aClinic();
    const second = newId();
    await inTransaction(clinic.ctx, (ctx) =>
      insertClinic(ctx, { id: second, name: 'Second', timezone: 'Asia/Shanghai' }),
    );
    let bothHold: () => void = () => {};
    const holding = new Promise<void>((resolve) => (bothHold = resolve));
    const nowhere = { address: null, phone: null };
    let held = 0;
    const runs: string[] = [];
    const rename = (who: string, ids: string[]): Promise<void> =>
      inTransaction(clinic.ctx, async (ctx) => {
        runs.push(who);
        await updateClinic(ctx, ids[0]!, { ...nowhere, name: `${who} was first here` });
        held += 1;
        if (held === 2) bothHold();
        await holding;
        await updateClinic(ctx, ids[1]!, { ...nowhere, name: `${who} was last here` });
      });

    await Promise.all([rename('one', [clinic.clinicId, second]), rename('other', [second, clinic.clinicId])]);

    // On a busy machine they may meet a second time.
    expect(runs.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the end of a transaction', () => {
  it('is the end: what is asked later is refused and not written on its own', () =>
    inClinic(async (ctx) => {
      const { db } = await inTransaction(ctx, (ctx) => Promise.resolve(ctx));
      const late = db.updateTable('clinics').set({ name: 'late' }).where('org_id', '=', ctx.orgId).execute();
      await expect(late).rejects.toThrow('after the end of the transaction');
    }));
});

describe('what is asked in one breath', () => {
  it('sees its organization', () =>
    inClinic(async (ctx, { clinicId }) => {
      const rows = await inOneBreath(ctx, (ctx) =>
        ctx.db.selectFrom('clinics').select('id').where('org_id', '=', ctx.orgId).execute(),
      );
      expect(rows).toEqual([{ id: clinicId }]);
    }));

  it('only reads', () =>
    inClinic(async (ctx) => {
      const writing = inOneBreath(ctx, (ctx) =>
        ctx.db.updateTable('clinics').set({ name: 'other' }).where('org_id', '=', ctx.orgId).execute(),
      );
      await expect(writing).rejects.toThrow(/read-only/);
    }));
});

describe('the application’s login', () => {
  it('owns nothing, bypasses nothing and cannot rewrite the audit trail', async () => {
    const clinic = await aClinic();
    const { pool } = testDatabase();
    const me = await pool.query(
      'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(me.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    ]);
    const owned = await pool.query(
      'select count(*) as n from pg_class where relowner = current_user::regrole',
    );
    expect(owned.rows[0].n).toBe(0);
    for (const sql of [
      'update audit_entries set action = $1 where org_id = $2',
      'delete from audit_entries where action <> $1 and org_id = $2',
    ]) {
      await expect(
        inTransaction(clinic.ctx, (ctx) => ctx.client.query(sql, ['x', ctx.orgId])),
      ).rejects.toThrow(/permission denied/);
    }
  });
});

describe('the guard on queries', () => {
  it.each([
    ['select * from customers where id = $1', ['customers']],
    [
      'select * from customers c join visits v on v.customer_id = c.id where c.org_id = $1',
      ['customers', 'visits'],
    ],
    ['select * from customers c join visits v on v.org_id = $1 where c.org_id = $1', []],
    ['delete from "customers" where "org_id" = $1', []],
    ['select * from organizations', []],
  ])('%s', (sql, expected) => expect(unscopedTables(sql)).toEqual(expected));
});
