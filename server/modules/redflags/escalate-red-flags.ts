import { overdueWith } from '#domain/redflags/promise.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { redFlagRules } from './get-rules.ts';
import { lockOverdue, updateFlagTold } from './store.ts';

/** A promise that was not kept goes to the supervisor, and later to the manager; each is told once. */
export async function escalateRedFlags(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const overdue = await lockOverdue(ctx);
    if (overdue.length === 0) return;
    const { rules } = await redFlagRules(ctx);
    for (const { id, promisedAt, supervisorToldAt, managerToldAt } of overdue) {
      const whose = overdueWith(promisedAt, ctx.now, rules);
      const told = {
        ...(whose !== null && supervisorToldAt === null && { supervisor_told_at: ctx.now }),
        ...(whose === 'manager' && managerToldAt === null && { manager_told_at: ctx.now }),
      };
      if (whose === null || Object.keys(told).length === 0) continue;
      await updateFlagTold(ctx, id, told);
      await recordAudit(ctx, {
        action: 'red-flag.escalated',
        subject: { type: 'red-flag', id },
        reason: whose,
      });
    }
  });
}
