import type { WeekHours } from '#domain/availability/availability.ts';
import type { StaffAvailability } from '#domain/availability/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { writeHours } from './store.ts';
import { availabilityOf, requireOwnStaffId } from './enter-leave.ts';
import { holdColleague } from '../staff/hold-colleague.ts';
import { lockMember } from '../staff/lock-member.ts';

interface Edited {
  hours: WeekHours | null;
  version: number;
}

/** The hours one works oneself; `version` 0: none were ever entered. */
export async function editOwnHours(ctx: Context, input: Edited): Promise<StaffAvailability> {
  const staffId = requireOwnStaffId(ctx);
  return inTransaction(ctx, async (ctx) => {
    await holdColleague(ctx, staffId);
    return changeHours(ctx, staffId, input);
  });
}

export async function editHours(ctx: Context, input: Edited & { id: string }): Promise<StaffAvailability> {
  requirePermission(ctx, 'staff.manage');
  return inTransaction(ctx, async (ctx) => {
    await lockMember(ctx, input.id);
    return changeHours(ctx, input.id, input);
  });
}

async function changeHours(
  ctx: TransactionContext,
  staffId: string,
  { hours, version }: Edited,
): Promise<StaffAvailability> {
  const before = await availabilityOf(ctx, staffId);
  if (before.hoursVersion !== version)
    throw new Conflict('stale-version', { current: { ...before, version: before.hoursVersion } });
  await writeHours(ctx, staffId, hours, version + 1);
  await recordAudit(ctx, {
    action: 'staff.hours-edited',
    subject: { type: 'staff', id: staffId },
    before: { hours: before.hours },
    after: { hours },
  });
  await announce(ctx, { type: 'staff.availability-changed', staffId });
  return availabilityOf(ctx, staffId);
}
