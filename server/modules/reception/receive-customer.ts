import { ReceiveCustomer } from '#domain/reception/contract.ts';
import type { Received } from '#domain/reception/contract.ts';
import { mayEnterLate } from '#domain/base/late-entry.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { recordContact } from '../classes/record-contact.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { openVisit } from '../visits/open-visit.ts';
import { insertChange, takePosition } from './board-store.ts';
import { requireDoctor } from './change-doctor.ts';
import { requireReception } from './hold-reception.ts';
import { insertReception, staffOf } from './store.ts';

/**
 * Somebody is here (E3), booked or not: the visit opens, first or return as the record says, and they get the day's
 * next number. Of an arrival that was written down first, both times are kept. `isSelf`: they said so themselves at
 * the door. Throws what opening a visit does (`visit-open`, `not-booked`, `channel-source-missing`), and
 * `not-happened-yet`, `too-long-ago`.
 */
export async function receiveCustomer(
  ctx: Context,
  input: ReceiveCustomer,
  { isSelf = false }: { isSelf?: boolean } = {},
): Promise<Received> {
  requirePermission(ctx, 'visits.write');
  const { classCode, doctorId: named, wishes, arrivedAt: said, ...arrival } = ReceiveCustomer.parse(input);
  if (said !== null) {
    const decision = mayEnterLate(said, ctx.now);
    if (!decision.allowed) throw new Conflict(decision.reason);
  }
  const isLate = said !== null && said < ctx.now;
  const arrivedAt = isLate ? said : ctx.now;
  return inTransaction(ctx, async (ctx) => {
    const booked = arrival.appointmentId ? await findAppointment(ctx, arrival.appointmentId) : undefined;
    const doctorId = named ?? booked?.doctorId ?? null;
    if (named !== null) await requireDoctor(ctx, arrival.clinicId, named);
    // What it was booked for is what they come for, unless they say otherwise at the door.
    const chiefComplaint = arrival.chiefComplaint ?? booked?.complaint ?? null;
    const visit = await openVisit(ctx, { ...arrival, chiefComplaint, openedAt: arrivedAt });
    const { id, clinicId, customerId, visitedOn: day } = visit;
    if (classCode !== null)
      await recordContact(ctx, {
        ...{ customerId, clinicId, channel: 'walk_in', code: classCode },
        matter: chiefComplaint?.slice(0, 500) ?? null,
      });
    const customer = (await briefCustomers(ctx, [customerId])).get(customerId)!;

    const position = await takePosition(ctx, clinicId);
    await insertReception(ctx, {
      ...{ id, clinicId, customerId, day, doctorId, wishes },
      arrivedAt,
      enteredAt: isLate ? ctx.now : null,
      classCode: customer.classCode,
      receivedBy: staffOf(ctx),
      isSelf,
    });
    insertChange(ctx, { clinicId, position, day, subjectId: id });
    const reception = await requireReception(ctx, id);
    await recordAudit(ctx, {
      action: 'customer.received',
      subject: { type: 'visit', id },
      after: reception,
    });
    await announce(ctx, { type: 'customer.received', visitId: id, customerId, clinicId, at: ctx.now });
    return { ...reception, kind: visit.kind, lastVisitOn: customer.lastVisitOn, chiefComplaint };
  });
}
