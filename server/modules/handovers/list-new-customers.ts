import type { z } from 'zod';
import type { NewCustomerPage } from '#domain/handovers/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findUnreadHandovers } from '../customers/find-handovers.ts';

/** The customers who ask took over from somebody and has not read up on, the newest first. */
export async function listNewCustomers(
  ctx: Context,
  input: { page: number; pageSize: number },
): Promise<z.input<typeof NewCustomerPage>> {
  requirePermission(ctx, 'ownership.read');
  const ownerId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (ownerId === null) return { items: [], total: 0 };
  return inTransaction(ctx, async (ctx) => {
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const { rows, total } = await findUnreadHandovers(ctx, ownerId, page);
    const people = await briefCustomers(
      ctx,
      rows.map(({ customerId }) => customerId),
    );
    return {
      total,
      items: rows.map(({ customerId, ownerId: _ownerId, ownerName: _ownerName, ...change }) => ({
        ...change,
        customer: people.get(customerId)!,
      })),
    };
  });
}
