import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { OpenVisit, Visit } from '#domain/visits/contract.ts';
import { mayOpen, visitKindOn } from '#domain/visits/visit.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { keepAppointment } from '../appointments/keep-appointment.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { welcomeCustomer } from '../customers/welcome-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { insertVisit, selectEarliestVisitDay, selectOpenVisit, selectVisit } from './store.ts';

/**
 * The customer came in, to an appointment or without one. Throws Conflict `visit-open` with its id when a visit to
 * this clinic is open already; `customer-deceased`; `not-booked` where the appointment is somebody else's or over; and
 * `channel-source-missing` when it is the first visit and nobody knows what brought the customer (B2).
 */
export async function openVisit(
  ctx: Context,
  { openedAt = ctx.now, ...input }: z.input<typeof OpenVisit> & { openedAt?: Instant },
): Promise<Visit> {
  requirePermission(ctx, 'visits.write');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, input.clinicId);
    if (zone === undefined) throw new NotFound('clinic', input.clinicId);
    // Held, so that two desks cannot both open a visit, or both open the first.
    const customer = await holdCustomer(ctx, input.customerId);
    const open = await selectOpenVisit(ctx, input);
    if (open !== undefined) throw new Conflict('visit-open', { visitId: open });

    const id = newId();
    const visitedOn = dayAt(openedAt, zone);
    const kind = visitKindOn(visitedOn, await selectEarliestVisitDay(ctx, input.customerId));
    const { channelSource, appointmentId = null, chiefComplaint = null, ...where } = input;
    if (!mayOpen(kind, customer.channelSource || channelSource || null))
      throw new Conflict('channel-source-missing');
    if (channelSource && !customer.channelSource)
      await editCustomer(ctx, { id: customer.id, version: customer.version, channelSource });
    await welcomeCustomer(ctx, customer);
    if (appointmentId !== null) await keepAppointment(ctx, { ...where, id: appointmentId });
    await insertVisit(ctx, { ...where, appointmentId, chiefComplaint, id, kind, visitedOn, openedAt });
    const visit = (await selectVisit(ctx, id))!;
    await recordAudit(ctx, { action: 'visit.opened', subject: { type: 'visit', id }, after: visit });
    return visit;
  });
}
