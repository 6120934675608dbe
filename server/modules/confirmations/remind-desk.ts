import { dayAt } from '#domain/base/time.ts';
import { isReminderDue, reminderText } from '#domain/confirmations/evening-reminder.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findOpenDays } from '../appointments/find-open-days.ts';
import { queueNotice } from '../messaging/queue-notice.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { listConfirmations } from './list-confirmations.ts';

/** In the last hour before closing the team's group is told once what the next day's list still lacks (E1). */
export async function remindDesks(ctx: Context): Promise<void> {
  const zones = await inTransaction(ctx, listClinicZones);
  for (const [clinicId, zone] of zones)
    await inTransaction(ctx, async (ctx) => {
      const [today] = await findOpenDays(ctx, { clinicId, from: dayAt(ctx.now, zone), days: 1 });
      const closesAt = today!.isOpen ? today!.closesAt : null;
      // Asked before the list is read: most of the day there is nothing to do.
      if (!isReminderDue({ closesAt, isShared: false }, ctx.now)) return;
      const { day, items, shared } = await listConfirmations(ctx, { clinicId });
      const isShared = shared.some(({ half }) => half === 'evening');
      if (items.length === 0 || !isReminderDue({ closesAt, isShared }, ctx.now)) return;
      const { name } = await getClinic(ctx, clinicId);
      await queueNotice(ctx, {
        ...{ clinicId, kind: 'evening-list', text: reminderText(name, day, items), isUrgent: true },
        cause: { kind: 'confirmations-reminder', id: `${clinicId} ${day}` },
      });
    });
}
