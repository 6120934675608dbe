import type { ListRedFlags, RedFlagPage } from '#domain/redflags/contract.ts';
import type { RedFlag } from '#domain/redflags/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { countFlags, selectFlags } from './store.ts';
import type { FlagQuestion, StoredFlag } from './store.ts';

/** Customers' warning signs: what waits for me, or all of it, the first promise first. */
export async function listRedFlags(ctx: Context, input: ListRedFlags): Promise<RedFlagPage> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, async (ctx) => {
    const { customerId, state } = input;
    if (customerId !== undefined) await requireCustomer(ctx, customerId);
    const which: FlagQuestion = {
      state,
      clinicIds: clinicsAsked(ctx, input.clinicId),
      ...(customerId !== undefined && { customerId }),
      ...(input.scope === 'mine' && customerId === undefined && mine(ctx, state)),
    };
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const items = await withCustomers(ctx, await selectFlags(ctx, which, page));
    return { now: ctx.now, items, ...(await countFlags(ctx, which)) };
  });
}

/** Whose they are: a doctor's to answer, the supervisor's and the manager's once overdue, else of whoever heard them. */
function mine({ actor }: TransactionContext, state: 'open' | 'answered'): FlagQuestion {
  const { id, role, treats } = actor;
  const manages = role === 'manager' || role === 'owner';
  if (id === null) return {};
  if (treats) return state === 'open' ? { waitsFor: id, managerTold: manages } : { answeredBy: id };
  if (state === 'open' && role === 'cs_supervisor') return { overdue: true };
  if (state === 'open' && manages) return { managerTold: true };
  return { raisedBy: id };
}

/** With who the customers are. */
export async function withCustomers(
  ctx: TransactionContext,
  flags: readonly StoredFlag[],
): Promise<RedFlag[]> {
  const customers = await briefCustomers(
    ctx,
    flags.map(({ customerId }) => customerId),
  );
  return flags.map((flag) => {
    const { name, number } = customers.get(flag.customerId)!;
    return { ...flag, customerName: name, customerNumber: number };
  });
}
