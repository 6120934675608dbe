import type { LeftOwners, OwnedCounts } from '#domain/handovers/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { countOwned } from '../customers/find-places.ts';
import { listStaff } from '../staff/edit-staff.ts';

/** Who works here no more and still has customers under their name: nobody answers for those. */
export async function listLeftOwners(ctx: Context): Promise<LeftOwners> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    const { items } = await listStaff(ctx);
    const gone = items.filter(({ state }) => state === 'disabled');
    const ids = gone.map(({ id }) => id);
    const counts = Map.groupBy(await countOwned(ctx, ids, clinicsAsked(ctx)), ({ staffId }) => staffId);
    return {
      items: gone.flatMap(({ id, name, role }) => {
        const own = counts.get(id);
        return own ? [{ id, name, role, counts: byKind(own) }] : [];
      }),
    };
  });
}

/** How many customers somebody has in every clinic, for who is about to take their account away. */
export async function countCustomersOf(ctx: Context, input: { id: string }): Promise<OwnedCounts> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    const { items } = await listStaff(ctx);
    if (!items.some(({ id }) => id === input.id)) throw new NotFound('staff', input.id);
    return byKind(await countOwned(ctx, [input.id], null));
  });
}

function byKind(own: readonly { kind: keyof OwnedCounts; count: number }[]): OwnedCounts {
  const none = { web_consultant: 0, consultant: 0, doctor: 0 };
  return Object.assign(none, Object.fromEntries(own.map(({ kind, count }) => [kind, count])));
}
