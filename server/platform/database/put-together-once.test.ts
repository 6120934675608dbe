import { describe, expect, it } from 'vitest';
import { aClinic, inClinic } from '#tests/support/clinic.ts';
import type { TransactionContext } from '../context.ts';
import { newId } from '../ids.ts';
import { askedOf, insertRow, insertRows, putTogetherOnce, updateVersioned } from './put-together-once.ts';
import { inTransaction } from './transaction.ts';

const named = putTogetherOnce((ctx, { name }: { name: string }) =>
  ctx.db.selectFrom('teams').select(['id', 'name']).where('org_id', '=', ctx.orgId).where('name', '=', name),
);

const namesOf = askedOf((ctx, isOneOfThem, { atMost }: { atMost: number }) =>
  ctx.db
    .selectFrom('teams')
    .select('name')
    .where('org_id', '=', ctx.orgId)
    .where(isOneOfThem('id'))
    .orderBy('name')
    .limit(atMost),
);

const team = (name: string) => ({
  id: newId(),
  name,
  kind: 'medical',
  created_at: '2026-03-12T01:00:00.000Z',
});
const found = async (ctx: TransactionContext, name: string) =>
  (await named(ctx, { name })).rows.map((row) => row.name);

describe('a statement that is put together once', () => {
  it('asks each time for what it is given then', () =>
    inClinic((ctx) =>
      inTransaction(ctx, async (ctx) => {
        await insertRows(ctx, 'teams', [team('A'), team('B')]);
        expect(await found(ctx, 'A')).toEqual(['A']);
        expect(await found(ctx, 'B')).toEqual(['B']);
        expect(await found(ctx, 'C')).toEqual([]);
      }),
    ));

  it('asks for the rows of the organization that asks, whoever asked first', async () => {
    const [one, other] = [await aClinic(), await aClinic()];
    await inTransaction(one.ctx, (ctx) => insertRow(ctx, 'teams', team('Ours')));
    expect(await inTransaction(one.ctx, (ctx) => found(ctx, 'Ours'))).toEqual(['Ours']);
    expect(await inTransaction(other.ctx, (ctx) => found(ctx, 'Ours'))).toEqual([]);
  });

  it('about rows by their ids gives the same of one, of many and of none', () =>
    inClinic((ctx) =>
      inTransaction(ctx, async (ctx) => {
        const teams = ['A', 'B', 'C'].map(team);
        await insertRows(ctx, 'teams', teams);
        const ids = teams.map(({ id }) => id);
        const names = async (ids: string[], atMost = 10) =>
          (await namesOf(ctx, ids, { atMost })).rows.map(({ name }) => name);
        expect(await names(ids.slice(0, 1))).toEqual(['A']);
        expect(await names(ids)).toEqual(['A', 'B', 'C']);
        expect(await names(ids, 2)).toEqual(['A', 'B']);
        expect(await names([])).toEqual([]);
        expect(await names(ids.slice(2))).toEqual(['C']);
      }),
    ));
});

describe('a row', () => {
  it('is written with the columns it has, the others as the table has them', () =>
    inClinic((ctx, { clinicId }) =>
      inTransaction(ctx, async (ctx) => {
        await insertRow(ctx, 'teams', { ...team('Somewhere'), clinic_id: clinicId });
        await insertRow(ctx, 'teams', team('Everywhere'));
        const rows = await ctx.db
          .selectFrom('teams')
          .select(['name', 'clinic_id as clinicId', 'version'])
          .where('org_id', '=', ctx.orgId)
          .where('name', 'in', ['Somewhere', 'Everywhere'])
          .orderBy('name')
          .execute();
        expect(rows).toEqual([
          { name: 'Everywhere', clinicId: null, version: 1 },
          { name: 'Somewhere', clinicId, version: 1 },
        ]);
      }),
    ));

  it('that is there already is left alone where that is said, and refused where not', () =>
    inClinic(async (ctx) => {
      const row = team('A');
      const write = (name: string, unlessThere: boolean) =>
        inTransaction(ctx, (ctx) => insertRow(ctx, 'teams', { ...row, name }, { unlessThere }));
      expect(await write('A', true)).toBe(true);
      expect(await write('B', true)).toBe(false);
      await expect(write('C', false)).rejects.toThrow(/teams_pkey/);
      expect(await inTransaction(ctx, (ctx) => found(ctx, 'A'))).toEqual(['A']);
    }));

  it('is changed in what is named, and counts its version on', () =>
    inClinic((ctx) =>
      inTransaction(ctx, async (ctx) => {
        const [changed, other] = [team('A'), team('B')];
        await insertRows(ctx, 'teams', [changed, other]);
        await updateVersioned(ctx, 'teams', changed.id, { name: 'A2' });
        await updateVersioned(ctx, 'teams', changed.id, { kind: 'service' });
        const rows = await ctx.db
          .selectFrom('teams')
          .select(['name', 'kind', 'version'])
          .where('org_id', '=', ctx.orgId)
          .where('id', 'in', [changed.id, other.id])
          .orderBy('name')
          .execute();
        expect(rows).toEqual([
          { name: 'A2', kind: 'service', version: 3 },
          { name: 'B', kind: 'medical', version: 1 },
        ]);
      }),
    ));
});
