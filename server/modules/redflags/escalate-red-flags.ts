import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { mostWarningMinutes, overdueWith, promiseNotice, warnFrom } from '#domain/redflags/promise.ts';
import type { OverdueWith } from '#domain/redflags/promise.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { queueNotice } from '../messaging/queue-notice.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { redFlagRules } from './get-rules.ts';
import { lockOverdue, selectSoonDue, updateFlagTold } from './store.ts';

/**
 * The group hears of a promise before it breaks; one that was not kept goes to the supervisor, and later to the manager.
 * Each is told once.
 */
export async function escalateRedFlags(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const { raisedAt, ...flag } of await selectSoonDue(ctx, addMinutes(ctx.now, mostWarningMinutes)))
      if (warnFrom(raisedAt, flag.promisedAt) <= ctx.now) await tellGroup(ctx, flag, null);

    const overdue = await lockOverdue(ctx);
    if (overdue.length === 0) return;
    const { rules } = await redFlagRules(ctx);
    for (const { supervisorToldAt, managerToldAt, ...flag } of overdue) {
      const { id, promisedAt } = flag;
      const whose = overdueWith(promisedAt, ctx.now, rules);
      const told = {
        ...(whose !== null && supervisorToldAt === null && { supervisor_told_at: ctx.now }),
        ...(whose === 'manager' && managerToldAt === null && { manager_told_at: ctx.now }),
      };
      if (whose === null || Object.keys(told).length === 0) continue;
      await updateFlagTold(ctx, id, told);
      await tellGroup(ctx, flag, whose);
      await recordAudit(ctx, {
        action: 'red-flag.escalated',
        subject: { type: 'red-flag', id },
        reason: whose,
      });
    }
  });
}

async function tellGroup(
  ctx: TransactionContext,
  { id, clinicId, promisedAt }: { id: string; clinicId: string; promisedAt: Instant },
  whose: OverdueWith | null,
): Promise<void> {
  const { name, timezone } = await getClinic(ctx, clinicId);
  await queueNotice(ctx, {
    ...{
      clinicId,
      kind: 'red-flag',
      text: promiseNotice(promisedAt, whose, { clinic: name, zone: timezone }),
    },
    cause: { kind: 'red-flag', id: `${id} ${whose ?? 'soon'}` },
    isUrgent: true,
  });
}
