import { dayAt } from '#domain/base/time.ts';
import type { LatentProblem, NoteProblem } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { insertProblem, isStaff, isVisitOf, lockProblem } from './problems-store.ts';
import { staffId } from './store.ts';

/** Notes what was found and is not treated yet: the next call and the next visit begin with it. */
export async function addProblem(ctx: Context, input: NoteProblem & { id: string }): Promise<LatentProblem> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, foundById, visitId, ...said } = input;
  const today = dayAt(ctx.now, ctx.zone);
  const foundOn = said.foundOn ?? today;
  if (foundOn > today) throw new Invalid({ path: 'foundOn', code: 'in-the-future' });
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, customerId);
    if (visitId !== null && !(await isVisitOf(ctx, customerId, visitId)))
      throw new NotFound('visit', visitId);
    if (foundById !== undefined && !(await isStaff(ctx, foundById))) throw new NotFound('staff', foundById);
    const id = newId();
    await insertProblem(ctx, {
      ...{ id, customerId, visitId, foundOn, area: said.area, finding: said.finding },
      places: [...new Set(said.places)],
      foundById: foundById ?? staffId(ctx),
    });
    await recordAudit(ctx, {
      action: 'problem.noted',
      subject: { type: 'customer', id: customerId },
      after: said,
    });
    await announce(ctx, { type: 'customer.standing-changed', customerId });
    return (await lockProblem(ctx, customerId, id))!;
  });
}
