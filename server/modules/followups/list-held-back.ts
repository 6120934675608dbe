import { waitsUntil } from '#domain/contacts/contact-budget.ts';
import type { HeldBack, ListHeldBack } from '#domain/followups/contract.ts';
import type { WaitingPurpose } from '#domain/contacts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findWaits } from '../contacts/find-waits.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { permissionFor, questionOf } from './list-today.ts';
import { selectFollowups } from './store.ts';
import { selectHeldBack } from './worklist-store.ts';

const shown = 100;

/** What the contact budget keeps off the list of today: why, by whose contacts, and until when. */
export async function listHeldBack(ctx: Context, input: ListHeldBack): Promise<HeldBack> {
  requirePermission(ctx, permissionFor(input));
  return inTransaction(ctx, async (ctx) => {
    const { ids, total, customers } = await selectHeldBack(ctx, await questionOf(ctx, input), shown);
    const followups = await selectFollowups(ctx, { ids });
    const customerIds = [...new Set(followups.map(({ customerId }) => customerId))];
    const [people, budgets] = await Promise.all([
      briefCustomers(ctx, customerIds),
      findWaits(ctx, customerIds, ctx.zone),
    ]);
    const items = followups.map((followup) => {
      const { id, customerId, protocolName, stepName, purpose, assigneeName, closesAt } = followup;
      const { waits } = budgets.get(customerId)!;
      return {
        followupId: id,
        customer: people.get(customerId)!,
        ...{ protocolName, stepName, purpose, assigneeName, closesAt },
        until: waitsUntil(followup, waits, ctx.now, ctx.zone) ?? closesAt,
        usedBy: waits[purpose as WaitingPurpose]?.usedBy ?? [],
      };
    });
    return { customers, followups: total, items };
  });
}
