import { levelAt, levels } from '#domain/recovery/deadline.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { insertAct } from './acts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { lockWatched, updateCase } from './store.ts';
import { tellLevel } from './tell-level.ts';

/** Brings each open case to the next level before its limit breaks, and further up when it does; the clinic's group is told. Gives how many rose. */
export async function watchCases(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const watched = await lockWatched(ctx);
    if (watched.length === 0) return 0;
    const { rules } = await rulesInForce(ctx);
    let risen = 0;
    for (const each of watched) {
      const level = levelAt(each.gravity, each, rules, ctx.now);
      if (levels.indexOf(level) <= levels.indexOf(each.level)) continue;
      await updateCase(ctx, each.id, { level });
      await insertAct(ctx, each.id, { kind: 'escalated', level });
      await recordAudit(ctx, {
        action: 'case.escalated',
        subject: { type: 'case', id: each.id },
        reason: level,
      });
      await tellLevel(ctx, { ...each, level, isNew: false });
      risen += 1;
    }
    return risen;
  });
}
