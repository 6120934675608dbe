import type { z } from 'zod';
import type { Handover } from '#domain/handovers/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { noteHandoverRead } from '../customers/find-handovers.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { getHandover } from './get-handover.ts';

/** The new owner has read what they have to know. Throws Conflict `nothing-to-read` to everybody else, and the second time. */
export async function readHandover(ctx: Context, input: { id: string }): Promise<z.input<typeof Handover>> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, async (ctx) => {
    const { id } = await holdCustomer(ctx, input.id);
    const { awaitsMe } = await getHandover(ctx, { id });
    if (!awaitsMe) throw new Conflict('nothing-to-read');
    await noteHandoverRead(ctx, id, ctx.actor.id!);
    await recordAudit(ctx, { action: 'handover.read', subject: { type: 'customer', id } });
    return getHandover(ctx, { id });
  });
}
