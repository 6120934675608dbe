import type { WhyNotView } from '#domain/consultations/contract.ts';
import { standardWhyNot } from '#domain/consultations/reasons.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectWhyNot } from './why-not-store.ts';

export async function listWhyNot(ctx: Context): Promise<WhyNotView> {
  requirePermission(ctx, 'consultations.read');
  return inTransaction(ctx, whyNotInForce);
}

/** The reasons the clinic published last, else as shipped. */
export async function whyNotInForce(ctx: TransactionContext): Promise<WhyNotView> {
  return (await selectWhyNot(ctx)) ?? { items: [...standardWhyNot], version: 0 };
}
