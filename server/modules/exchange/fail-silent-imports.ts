import { addMinutes } from '#domain/base/time.ts';
import type { BatchProblem } from '#domain/exchange/words.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { failBatchesSilentSince } from './work-store.ts';

// A living process says so every 5 seconds; a minute of silence is no pause any more.
const silentMinutes = 1;

/**
 * Gives back what dead processes were at work on. The database has rolled their transactions back, so nothing of
 * such a batch was written and it can be run again.
 */
export async function failSilentImports(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const problem = { code: 'interrupted' satisfies BatchProblem, details: {} };
    const ids = await failBatchesSilentSince(ctx, addMinutes(ctx.realNow, -silentMinutes), problem);
    for (const id of ids) {
      await recordAudit(ctx, {
        action: 'import.failed',
        subject: { type: 'import', id },
        reason: problem.code,
      });
    }
    return ids.length;
  });
}
