import { ReceiveCustomer } from '#domain/reception/contract.ts';
import type { Received } from '#domain/reception/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { recordContact } from '../classes/record-contact.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listDoctors } from '../appointments/list-doctors.ts';
import { openVisit } from '../visits/open-visit.ts';
import { insertChange, takePosition } from './board-store.ts';
import { requireReception } from './hold-reception.ts';
import { insertReception, staffOf } from './store.ts';

/**
 * Somebody is here (E3), booked or not: the visit opens, first or return as the record says, and they get the day's
 * next number. Throws what opening a visit does: `visit-open`, `not-booked`, `channel-source-missing`.
 */
export async function receiveCustomer(ctx: Context, input: ReceiveCustomer): Promise<Received> {
  requirePermission(ctx, 'visits.write');
  const { classCode, doctorId: named, ...arrival } = ReceiveCustomer.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const booked = arrival.appointmentId ? await findAppointment(ctx, arrival.appointmentId) : undefined;
    const doctorId = named ?? booked?.doctorId ?? null;
    if (named !== null) await requireDoctor(ctx, arrival.clinicId, named);
    const visit = await openVisit(ctx, arrival);
    const { id, clinicId, customerId, visitedOn: day } = visit;
    if (classCode !== null)
      await recordContact(ctx, {
        ...{ customerId, clinicId, channel: 'walk_in', code: classCode },
        matter: arrival.chiefComplaint?.slice(0, 500) ?? null,
      });
    const customer = (await briefCustomers(ctx, [customerId])).get(customerId)!;

    const position = await takePosition(ctx, clinicId);
    await insertReception(ctx, {
      ...{ id, clinicId, customerId, day, doctorId },
      arrivedAt: ctx.now,
      classCode: customer.classCode,
      receivedBy: staffOf(ctx),
    });
    insertChange(ctx, { clinicId, position, day, subjectId: id });
    const reception = await requireReception(ctx, id);
    await recordAudit(ctx, {
      action: 'customer.received',
      subject: { type: 'visit', id },
      after: reception,
    });
    await announce(ctx, { type: 'customer.received', visitId: id, customerId, clinicId, at: ctx.now });
    const { kind, chiefComplaint } = visit;
    return { ...reception, kind, lastVisitOn: customer.lastVisitOn, chiefComplaint };
  });
}

export async function requireDoctor(
  ctx: TransactionContext,
  clinicId: string,
  doctorId: string,
): Promise<void> {
  if (!(await listDoctors(ctx, clinicId)).some(({ id }) => id === doctorId))
    throw new NotFound('doctor', doctorId);
}
