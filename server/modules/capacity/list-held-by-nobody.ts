import type { z } from 'zod';
import { addDays, dayAt, endOfDay } from '#domain/base/time.ts';
import { heldByNobodyShown } from '#domain/capacity/contract.ts';
import type { AskCapacity, HeldByNobody } from '#domain/capacity/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findFollowups } from '../followups/find-followups.ts';
import { findOpenFollowups } from '../followups/find-load.ts';
import { readGround } from './read-ground.ts';
import { heldByNobody, shownDays } from './show-capacity.ts';

/** What of the coming days nobody holds, so that somebody can be given it. */
export async function listHeldByNobody(
  ctx: Context,
  input: z.infer<typeof AskCapacity>,
): Promise<HeldByNobody> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { today, zone, zoneOf } = await readGround(ctx);
    const open = await findOpenFollowups(ctx, endOfDay(addDays(today, shownDays), zone), null);
    const all = heldByNobody(open, clinicsAsked(ctx, input.clinicId));
    const shown = all.slice(0, heldByNobodyShown);
    const [described, customers] = await Promise.all([
      findFollowups(
        ctx,
        shown.map(({ id }) => id),
      ),
      briefCustomers(
        ctx,
        shown.map(({ customerId }) => customerId),
      ),
    ]);
    const items = shown.map(({ id, customerId, clinicId, purpose, role, opensAt, dueAt, closesAt }) => {
      const { protocolName, stepName } = described.get(id)!;
      const dayOf = (at: string) => dayAt(at, zoneOf(clinicId));
      return {
        ...{ followupId: id, customerId, clinicId, purpose, role, protocolName, stepName },
        customerName: customers.get(customerId)!.name,
        ...{ opensOn: dayOf(opensAt), dueOn: dayOf(dueAt), closesOn: dayOf(closesAt) },
      };
    });
    return { items, total: all.length };
  });
}
