import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { raiseRedFlag } from '#server/modules/redflags/raise-red-flag.ts';
import { findRecentFlags } from '#server/modules/redflags/find-red-flags.ts';

/** A customer's warning sign that waits for a doctor; gives its id. */
export function aRedFlag(
  ctx: Context,
  about: { customerId: string; followupId: string; clinicId: string },
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await raiseRedFlag(ctx, {
      ...about,
      callId: newId(),
      signs: [{ zh: '发烧', en: 'Fever', urgency: 'urgent' }],
      notes: null,
      doctorId: null,
      zone: ctx.zone,
    });
    return (await findRecentFlags(ctx, about.customerId))[0]!.id;
  });
}
