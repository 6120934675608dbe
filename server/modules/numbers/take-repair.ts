import type { z } from 'zod';
import type { TakenRepair } from '#domain/numbers/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { deleteUnderWay, replaceTaker } from './repairs-store.ts';

/** "I look for that number": who took it before is relieved of it. */
export async function takeRepair(
  ctx: Context,
  input: { customerId: string },
): Promise<z.infer<typeof TakenRepair>> {
  return changeTaker(ctx, input.customerId, true);
}

/** Nobody looks for it any more. */
export async function leaveRepair(
  ctx: Context,
  input: { customerId: string },
): Promise<z.infer<typeof TakenRepair>> {
  return changeTaker(ctx, input.customerId, false);
}

async function changeTaker(
  ctx: Context,
  customerId: string,
  takes: boolean,
): Promise<z.infer<typeof TakenRepair>> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, customerId);
    await (takes ? replaceTaker(ctx, customerId) : deleteUnderWay(ctx, customerId));
    await recordAudit(ctx, {
      action: takes ? 'number-repair.taken' : 'number-repair.left',
      subject: { type: 'customer', id: customerId },
    });
    return { customerId, takenByMe: takes };
  });
}
