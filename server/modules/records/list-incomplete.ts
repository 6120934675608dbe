import type { z } from 'zod';
import { addMonths, dayAt } from '#domain/base/time.ts';
import { standsOnOwnersList } from '#domain/customers/completeness.ts';
import { byWorth, completenessBy } from '#domain/customers/record-facts.ts';
import type {
  IncompletePage,
  IncompletePeople,
  ListIncomplete,
} from '#domain/records/incomplete-contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { spendByCustomer } from '../ledger/sum-spending.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { countBestByOwner, selectBestOf } from './incomplete-store.ts';

/** The records of an owner's A and B customers that lack something, what is worth most first: one's own, or for a supervisor a colleague's. */
export async function listIncomplete(
  ctx: Context,
  input: z.output<typeof ListIncomplete>,
): Promise<z.input<typeof IncompletePage>> {
  requirePermission(ctx, 'visits.read');
  const own = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const ownerId = input.ownerId ?? own;
  if (ownerId !== own) requirePermission(ctx, 'followups.supervise');
  if (ownerId === null) return { items: [], total: 0 };
  return inTransaction(ctx, async (ctx) => {
    const today = dayAt(ctx.now, ctx.zone);
    const rows = await selectBestOf(ctx, ownerId, clinicsAsked(ctx), today);
    const lacking = rows
      .map(({ customerId, facts }) => ({ id: customerId, grade: facts.grade, ...completenessBy(facts) }))
      .filter((each) => standsOnOwnersList(each.grade, each));
    const spent = await spendByCustomer(
      ctx,
      addMonths(today, -12),
      lacking.map(({ id }) => id),
    );
    const inOrder = lacking.map((each) => ({ ...each, spentFen: spent.get(each.id) ?? 0 })).sort(byWorth);
    const page = inOrder.slice((input.page - 1) * input.pageSize, input.page * input.pageSize);
    const people = await briefCustomers(
      ctx,
      page.map(({ id }) => id),
    );
    return {
      total: inOrder.length,
      items: page.map(({ id, score, missing, spentFen }) => ({
        ...{ id, score, missing, spentFen },
        customer: people.get(id)!,
      })),
    };
  });
}

/** Of each owner how many A and B customers they have, and how many of those records lack something. */
export async function countIncomplete(ctx: Context): Promise<z.input<typeof IncompletePeople>> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const rows = await countBestByOwner(ctx, clinicsAsked(ctx), dayAt(ctx.now, ctx.zone));
    const names = new Map((await listStaff(ctx)).items.map(({ id, name }) => [id, name]));
    const people = [...Map.groupBy(rows, ({ ownerId }) => ownerId)].map(([ownerId, own]) => {
      const lacking = own.filter(({ facts }) => standsOnOwnersList(facts.grade, completenessBy(facts)));
      const name = ownerId === null ? null : (names.get(ownerId) ?? null);
      return { id: ownerId ?? 'nobody', ownerId, name, best: sum(own), incomplete: sum(lacking) };
    });
    return { items: people.sort((one, other) => other.incomplete - one.incomplete) };
  });
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
