import type { Instant } from '#domain/base/time.ts';
import type { CustomerEvidence } from '#domain/evidence/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { selectEvidence } from './store.ts';

const fromTheBeginning: Instant = '1970-01-01T00:00:00.000Z';

/** What shows each call to a customer, for the colleagues who call again: more than the caller's own word or not. */
export async function listCustomerEvidence(ctx: Context, input: { id: string }): Promise<CustomerEvidence> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, async (ctx) => {
    const { id } = await requireCustomer(ctx, input.id);
    const calls = await listContacts(ctx, {
      ...{ from: fromTheBeginning, to: ctx.now, clinicIds: null, staffId: null },
      customerIds: [id],
    });
    const evidence = await selectEvidence(
      ctx,
      calls.map(({ callId }) => callId),
    );
    return {
      items: calls.map(({ callId }) => {
        const { grade = 'E0', isLate = false } = evidence.get(callId) ?? {};
        return { callId, grade, isLate } as const;
      }),
    };
  });
}
