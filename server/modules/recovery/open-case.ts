import type { OpenCase, RecoveryCase } from '#domain/recovery/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findPeople } from '../staff/find-people.ts';
import { insertCorrection } from './corrections-store.ts';
import { handOf } from './hold-case.ts';
import { noteSign } from './note-sign.ts';
import { selectCase } from './store.ts';
import { viewCase } from './view-case.ts';

/** Somebody noticed that a customer is unhappy: a case of its own, or one more sign of the one that is open. */
export async function openCase(ctx: Context, input: OpenCase & { id: string }): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  const hand = handOf(ctx);
  const { id: customerId, words, score, special, aboutId, isRemembered } = input;
  return inTransaction(ctx, async (ctx) => {
    const { clinicId } = await requireCustomer(ctx, customerId);
    if (aboutId !== null && !(await findPeople(ctx, [aboutId])).has(aboutId))
      throw new NotFound('staff', aboutId);
    const signId = newId();
    const caseId = await noteSign(ctx, {
      id: signId,
      ...{ kind: 'person', customerId, clinicId, visitId: null, sourceId: newId(), at: ctx.now },
      ...{ byId: hand.id, score, words, special, aboutId },
    });
    if (isRemembered)
      await insertCorrection(ctx, { id: newId(), signId, customerId, text: words, isComplaint: true });
    return viewCase(ctx, (await selectCase(ctx, caseId!))!);
  });
}
