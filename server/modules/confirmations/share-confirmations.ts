import { dayAt, wallTimeAt } from '#domain/base/time.ts';
import type { ConfirmationList, ShareConfirmations } from '#domain/confirmations/contract.ts';
import { listText } from '#domain/confirmations/list-text.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { queueNotice } from '../messaging/queue-notice.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { listConfirmations } from './list-confirmations.ts';
import { insertList, saveConfirmer } from './store.ts';

/**
 * Tells the team's group the list of a day (E1): of one to come as the evening's, of today as the morning's second look.
 * Whose turn it was to ask stays with them from now on. Throws Conflict `nobody-at-desk` where something is missing that
 * no name can stand beside, and `day-over`.
 */
export async function shareConfirmations(ctx: Context, input: ShareConfirmations): Promise<ConfirmationList> {
  requirePermission(ctx, 'appointments.write');
  const { clinicId, day } = input;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { items, today, timezone } = await listConfirmations(ctx, { clinicId, day });
    if (day < today) throw new Conflict('day-over');
    const half = day === dayAt(ctx.now, timezone) ? 'morning' : 'evening';
    const missing = items.filter(({ appointment }) => appointment.confirmation !== 'confirmed');
    for (const { appointment, confirmer } of missing) {
      if (confirmer === null) throw new Conflict('nobody-at-desk');
      await saveConfirmer(ctx, { appointmentId: appointment.id, staffId: confirmer.id });
    }
    const people = await briefCustomers(ctx, [...new Set(items.map((each) => each.appointment.customerId))]);
    const { name: clinicName } = await getClinic(ctx, clinicId);
    const text = listText(
      { clinicName, day, half },
      items.map(({ appointment, confirmer }) => ({
        time: wallTimeAt(appointment.startsAt, timezone).slice(11),
        customerName: appointment.customerName,
        gender: people.get(appointment.customerId)!.gender,
        isFirst: appointment.visitKind === 'first',
        doctorName: appointment.doctorName,
        confirmation: appointment.confirmation,
        confirmerName: confirmer?.name ?? null,
      })),
    );
    const confirmed = items.length - missing.length;
    const told = await queueNotice(ctx, {
      ...{ clinicId, kind: half === 'evening' ? 'evening-list' : 'appointment', text },
      // Told again it is another list: what it says has changed since.
      cause: { kind: `confirmations-${half}`, id: `${clinicId} ${day} ${ctx.now}` },
      customerIds: [...people.keys()],
      isUrgent: true,
    });
    const id = await insertList(ctx, {
      ...{ clinicId, day, half, total: items.length, confirmed, wasSent: told.length > 0 },
    });
    await recordAudit(ctx, { action: 'confirmations.shared', subject: { type: 'confirmation-list', id } });
    return listConfirmations(ctx, { clinicId, day });
  });
}
