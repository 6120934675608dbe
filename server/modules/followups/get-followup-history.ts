import type { FollowupHistory } from '#domain/followups/change.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { selectHistoryOf, selectStandings } from './changes-store.ts';
import { selectFollowups } from './store.ts';

/** Why a followup is whose it is and when, and what became of it since it was planned. */
export async function getFollowupHistory(ctx: Context, input: { id: string }): Promise<FollowupHistory> {
  requirePermission(ctx, 'followups.read');
  return inTransaction(ctx, async (ctx) => {
    const [[followup], [standing], changes, { items: staff }] = await Promise.all([
      selectFollowups(ctx, { ids: [input.id] }),
      selectStandings(ctx, [input.id], { hold: false }),
      selectHistoryOf(ctx, input.id),
      listStaff(ctx),
    ]);
    if (!followup || !standing) throw new NotFound('followup', input.id);
    requireClinic(ctx, followup.clinicId, 'followup', input.id);
    const nameOf = (id: string | null | undefined) => staff.find((person) => person.id === id)?.name ?? null;
    const { heldBecause } = standing;
    return {
      stepName: followup.stepName,
      assigneeName: followup.assigneeName,
      dueAt: standing.dueAt,
      closesAt: standing.closesAt,
      dueByProtocol: standing.dueByProtocol,
      because: heldBecause && { ...heldBecause, insteadOfName: nameOf(heldBecause.insteadOfId) },
      changes: changes.map(({ id, kind, at, byName, before, after, isUndone }) => ({
        ...{ id, kind, at, byName, isUndone },
        fromName: nameOf(before.assigneeId),
        toName: nameOf(after.assigneeId),
        dueBefore: before.dueAt ?? null,
        dueAfter: after.dueAt ?? null,
        because: after.heldBecause ?? null,
      })),
    };
  });
}
