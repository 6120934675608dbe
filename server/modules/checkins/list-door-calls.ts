import { addHours } from '#domain/base/time.ts';
import type { DoorCall } from '#domain/checkins/contract.ts';
import { maySeeClinic, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { deleteDoorCallsBefore, selectDoorCall, selectDoorCalls, updateSeen } from './store.ts';

/** Whoever stood at the door longer ago has been seen, or has left. */
const shownHours = 2;
const keptHours = 24;

/** Who stands at the door and waits for the desk. */
export async function listDoorCalls(
  ctx: Context,
  { clinicId }: { clinicId: string },
): Promise<{ items: DoorCall[] }> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => ({
    items: await selectDoorCalls(ctx, { clinicId, since: addHours(ctx.now, -shownHours) }),
  }));
}

/** Somebody went to them. */
export async function noteDoorCallSeen(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const call = await selectDoorCall(ctx, id);
    if (!call || !maySeeClinic(ctx, call.clinicId)) throw new NotFound('door call', id);
    await updateSeen(ctx, id);
    await recordAudit(ctx, { action: 'door-call.seen', subject: { type: 'door-call', id } });
    return {};
  });
}

/** The clock's: what was said at the door yesterday is forgotten. */
export async function forgetDoorCalls(ctx: Context): Promise<void> {
  await inTransaction(ctx, (ctx) => deleteDoorCallsBefore(ctx, addHours(ctx.now, -keptHours)));
}
