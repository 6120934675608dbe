import { describe, expect, it } from 'vitest';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { setGrades } from '#server/modules/customers/set-grades.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, inClinic } from '#tests/support/clinic.ts';
import { getRecord } from './get-record.ts';
import { countIncomplete, listIncomplete } from './list-incomplete.ts';

const page = { page: 1, pageSize: 20 };

/** Customers of one consultant, of the grades that are named. */
async function graded(ctx: Context, owner: Context, grades: readonly ('A' | 'B' | 'C')[]) {
  const made = [];
  for (const grade of grades) {
    const child = grade === 'A' ? { birthday: '2015-05-01' } : {};
    const customer = await aCustomer(ctx, {
      name: `${grade} ${made.length}`,
      ownerId: owner.actor.id,
      ...child,
    });
    await inTransaction(ctx, (ctx) => setGrades(ctx, [{ customerId: customer.id, grade, isFrozen: false }]));
    made.push(customer);
  }
  return made;
}

describe('the records that lack something', () => {
  it('are the owner’s A and B, what is worth most first, and lack what the record itself says', () =>
    inClinic(async (ctx) => {
      const owner = await as(ctx, 'consultant', { name: '王敏' });
      const [, poor, rich] = await graded(ctx, owner, ['C', 'B', 'B', 'A']);
      const charge = BookEntry.parse({ booking: { kind: 'charge', fen: 90_000 } });
      await bookEntry(ctx, { id: rich!.id, ...charge });

      const { items, total } = await listIncomplete(owner, page);
      expect(total).toBe(3);
      expect(items.map(({ customer }) => customer.name)).toEqual(['A 3', rich!.name, poor!.name]);
      expect(items[1]).toMatchObject({ spentFen: 90_000 });
      for (const { id, score, missing } of items)
        expect((await getRecord(owner, { id })).completeness).toEqual({ score, missing });
      expect(items[0]!.missing).toContain('guardian');
    }));

  it('are counted by person for the supervisor, who may look into each', () =>
    inClinic(async (ctx) => {
      const owner = await as(ctx, 'web_consultant', { name: '王敏' });
      const [lead] = await graded(ctx, owner, ['C', 'B']);
      const supervisor = await as(ctx, 'cs_supervisor');
      expect((await countIncomplete(supervisor)).items).toEqual([
        { id: owner.actor.id, ownerId: owner.actor.id, name: '王敏', best: 1, incomplete: 1 },
      ]);
      const ownerId = owner.actor.id!;
      expect((await listIncomplete(supervisor, { ...page, ownerId })).total).toBe(1);
      expect((await listIncomplete(supervisor, page)).total).toBe(0);
      const colleague = await as(ctx, 'consultant', { clinicIds: [lead!.clinicId] });
      await expect(listIncomplete(colleague, { ...page, ownerId })).rejects.toMatchObject({
        code: 'forbidden',
      });
      const { ctx: elsewhere } = await aClinic();
      expect((await listIncomplete(elsewhere, { ...page, ownerId })).items).toEqual([]);
    }));
});
