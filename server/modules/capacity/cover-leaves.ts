import { dayAt, endOfDay } from '#domain/base/time.ts';
import { isAwayOn } from '#domain/availability/availability.ts';
import { mayHold, takerOf } from '#domain/followups/hand-over.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findAvailability } from '../availability/list-availability.ts';
import { changeFollowups, findCovered, returnCovered } from '../followups/change-followups.ts';
import type { Change } from '../followups/change-followups.ts';
import { findOpenFollowups } from '../followups/find-load.ts';
import { daysAhead, readGround } from './read-ground.ts';

/**
 * While somebody is away, what is due goes to who stands in when its day comes; what nobody touched comes back when
 * the leave is over or withdrawn.
 */
export async function coverLeaves(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { today } = await daysAhead(ctx);
    const leaves = (await findAvailability(ctx, { from: today, to: today })).flatMap((each) => each.leaves);
    await giveBack(
      ctx,
      leaves.map(({ id }) => id),
    );
    if (leaves.some(({ standInId }) => standInId !== null)) await handOver(ctx);
  });
}

async function giveBack(ctx: TransactionContext, running: readonly string[]): Promise<void> {
  const covered = (await findCovered(ctx)).filter(({ leaveId }) => !running.includes(leaveId));
  for (const [leaveId, rows] of Map.groupBy(covered, (row) => row.leaveId)) {
    const ids = rows.map(({ followupId }) => followupId);
    const count = await returnCovered(ctx, leaveId, ids);
    if (count === 0) continue;
    await recordAudit(ctx, {
      action: 'followups.returned',
      subject: { type: 'leave', id: leaveId },
      reason: `${count}`,
    });
  }
}

async function handOver(ctx: TransactionContext): Promise<void> {
  const ground = await readGround(ctx);
  const changes: Change[] = [];
  for (const [staffId, leaves] of ground.leaves) {
    const leave = leaves.find((each) => isAwayOn([each], ground.today));
    const standInId = leave && ground.standInOf(staffId, ground.today);
    const standIn = standInId && ground.people.get(standInId);
    if (!leave || !standIn) continue;
    const open = await findOpenFollowups(ctx, endOfDay(ground.today, ground.zone), [staffId]);
    for (const { id, dueAt, nextTryAt, clinicId } of open) {
      const day = dayAt(nextTryAt ?? dueAt, ground.zoneOf(clinicId));
      // Nobody stands in for what they cannot see: it stays where a supervisor finds it.
      if (day > ground.today || !mayHold(takerOf(standIn), clinicId).allowed) continue;
      const heldBecause = { code: 'stand-in', insteadOfId: staffId } as const;
      const after = { assigneeId: standIn.id, heldBecause };
      changes.push({ followupId: id, kind: 'covered', causeId: leave.id, after });
    }
  }
  if (changes.length === 0) return;
  const count = await changeFollowups(ctx, changes);
  await recordAudit(ctx, { action: 'followups.covered', reason: `${count}` });
}
