import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { AvailabilityList, ListAvailability, StaffAvailability } from '#domain/availability/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { presentLeave } from './present.ts';
import { selectHours, selectLeaves } from './store.ts';

/** Who works when, and who is away; why somebody is away is told to them and to who manages staff. */
export async function listAvailability(
  ctx: Context,
  input: z.infer<typeof ListAvailability>,
): Promise<z.infer<typeof AvailabilityList>> {
  requirePermission(ctx, 'staff.read');
  return inTransaction(ctx, async (ctx) => {
    const from = input.from ?? dayAt(ctx.now, ctx.zone);
    return { items: await findAvailability(ctx, { from, to: input.to }) };
  });
}

/** The availability of everybody who is not disabled. */
export async function findAvailability(
  ctx: TransactionContext,
  days: { from: CalendarDate; to?: CalendarDate | undefined },
): Promise<StaffAvailability[]> {
  const [{ items: staff }, hours, leaves] = await Promise.all([
    listStaff(ctx),
    selectHours(ctx),
    selectLeaves(ctx, days),
  ]);
  const byStaff = Map.groupBy(leaves, ({ staffId }) => staffId);
  return staff
    .filter(({ state }) => state !== 'disabled')
    .map(({ id }) => ({
      staffId: id,
      hours: hours.get(id)?.hours ?? null,
      hoursVersion: hours.get(id)?.version ?? 0,
      leaves: (byStaff.get(id) ?? []).map((leave) => presentLeave(ctx, leave)),
    }));
}
