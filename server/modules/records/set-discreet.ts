import type { z } from 'zod';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { KeptDiscreet, SetDiscreet } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { recordChanges } from '../customers/record-changes.ts';
import { deleteDiscreet, saveDiscreet, selectDiscreet } from './store.ts';

/** Keeps how somebody wants to be reached, or takes it back. The history says that it changed, not to what. */
export async function setDiscreet(
  ctx: Context,
  input: z.output<typeof SetDiscreet> & { id: string; version: number },
): Promise<KeptDiscreet> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await holdCustomer(ctx, input.id);
    const before = await selectDiscreet(ctx, customerId);
    if ((before?.version ?? 0) !== input.version)
      throw new Conflict('stale-version', { current: before ?? null });
    if (input.profile === null) await deleteDiscreet(ctx, customerId);
    else await saveDiscreet(ctx, customerId, input.profile, input.version + 1);
    await noteChange(ctx, customerId, before?.profile ?? null, input.profile);
    return { discreet: (await selectDiscreet(ctx, customerId)) ?? null };
  });
}

async function noteChange(
  ctx: TransactionContext,
  customerId: string,
  before: DiscreetProfile | null,
  after: DiscreetProfile | null,
): Promise<void> {
  const isSame = JSON.stringify(before && DiscreetProfile.parse(before)) === JSON.stringify(after);
  if (isSame) return;
  await recordChanges(ctx, { customerId, before: { discreet: null }, after: { discreet: ctx.now } });
  await recordAudit(ctx, {
    action: after === null ? 'discreet.removed' : 'discreet.set',
    subject: { type: 'customer', id: customerId },
    before,
    after,
  });
}
