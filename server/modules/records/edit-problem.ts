import { dayAt } from '#domain/base/time.ts';
import type { EditProblem, LatentProblem } from '#domain/records/contract.ts';
import { isPlaceOf } from '#domain/records/places.ts';
import { requirePermission } from '#server/platform/access.ts';
import { changedFields, recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { lockProblem, updateProblem } from './problems-store.ts';

/** Corrects a latent problem, or says that it was treated, or that it came back. */
export async function editProblem(
  ctx: Context,
  input: EditProblem & { id: string; problemId: string; version: number },
): Promise<LatentProblem> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, problemId, version, places, finding, state, treatedOn } = input;
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, customerId);
    const before = await lockProblem(ctx, customerId, problemId);
    if (!before) throw new NotFound('problem', problemId);
    if (before.version !== version) throw new Conflict('stale-version', { current: before });
    if (places && !places.every((place) => isPlaceOf(before.area, place)))
      throw new Invalid({ path: 'places', code: 'not-a-place' });
    const today = dayAt(ctx.now, ctx.zone);
    const isTreated = (state ?? before.state) === 'treated';
    const after = {
      places: places ? [...new Set(places)] : before.places,
      finding: finding ?? before.finding,
      state: state ?? before.state,
      treatedOn: isTreated ? (treatedOn ?? before.treatedOn ?? today) : null,
    };
    if (after.treatedOn !== null && after.treatedOn > today)
      throw new Invalid({ path: 'treatedOn', code: 'in-the-future' });
    if (after.treatedOn !== null && after.treatedOn < before.foundOn)
      throw new Invalid({ path: 'treatedOn', code: 'before-it-was-found' });
    if (changedFields(before, after).length === 0) return before;
    await updateProblem(ctx, problemId, after);
    await recordAudit(ctx, {
      action: 'problem.edited',
      subject: { type: 'customer', id: customerId },
      before,
      after: { ...before, ...after },
    });
    if (after.state !== before.state) await announce(ctx, { type: 'customer.standing-changed', customerId });
    return (await lockProblem(ctx, customerId, problemId))!;
  });
}
