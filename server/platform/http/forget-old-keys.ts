import { addHours } from '#domain/base/time.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';

/** An answer is remembered for a week; nobody repeats a request after that. */
export async function forgetOldKeys(ctx: Context): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .deleteFrom('idempotency_keys')
      .where('org_id', '=', ctx.orgId)
      .where('created_at', '<', addHours(ctx.realNow, -7 * 24))
      .execute(),
  );
}
