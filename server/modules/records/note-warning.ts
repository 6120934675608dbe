import type { HealthWarning, NoteWarning } from '#domain/records/contract.ts';
import { newWarnings } from '#domain/records/warning.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { tellOfWarning } from './keep-warnings.ts';
import { insertWarning, selectWarnings, updateEnded } from './warnings-store.ts';

/** Warns whoever treats of what a colleague learned. Throws Conflict `warned-already`. */
export async function noteWarning(ctx: Context, input: NoteWarning & { id: string }): Promise<HealthWarning> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, ...told } = input;
  return inTransaction(ctx, async (ctx) => {
    // Held, so that two colleagues cannot both note the same.
    await holdCustomer(ctx, customerId);
    const standing = await selectWarnings(ctx, { customerIds: [customerId], isStanding: true });
    if (newWarnings([told], standing).length === 0) throw new Conflict('warned-already');
    const id = newId();
    await insertWarning(ctx, { id, customerId, answerId: null, question: null, ...told });
    await tellOfWarning(ctx, customerId, { after: told });
    return requireWarning(ctx, customerId, id);
  });
}

/** It does not hold, or not any more; it stays readable with the reason. Throws NotFound for what has ended already. */
export async function endWarning(
  ctx: Context,
  input: { id: string; warningId: string; reason: string },
): Promise<HealthWarning> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, warningId, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, customerId);
    const [ended] = await updateEnded(ctx, { id: warningId, customerId }, reason);
    if (!ended) throw new NotFound('warning', warningId);
    await tellOfWarning(ctx, customerId, { before: ended, reason });
    return requireWarning(ctx, customerId, warningId);
  });
}

async function requireWarning(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<HealthWarning> {
  const all = await selectWarnings(ctx, { customerIds: [customerId], isStanding: false });
  const { customerId: _of, ...warning } = all.find((one) => one.id === id)!;
  return warning;
}
