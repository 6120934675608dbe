import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { Board, BoardCard, Reception } from '#domain/reception/contract.ts';
import { stageBefore, timeOf } from '#domain/reception/stage.ts';
import type { Visit } from '#domain/visits/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import type { BriefCustomer } from '../customers/brief-customers.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectPosition } from './board-store.ts';
import { selectReceptions } from './store.ts';

/** Everybody of a clinic's day, wherever they are: booked and not here yet, in the house, and gone. */
export async function showBoard(
  ctx: Context,
  input: { clinicId: string; day?: CalendarDate | undefined },
): Promise<Board> {
  requirePermission(ctx, 'appointments.read');
  const { clinicId } = input;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    const day = input.day ?? dayAt(ctx.now, zone);
    // Read first: what comes meanwhile is then read twice and not missed.
    const position = await selectPosition(ctx, clinicId);
    const { cards } = await cardsOf(ctx, { clinicId, day });
    return { clinicId, day, timezone: zone, position, now: ctx.now, cards };
  });
}

async function cardsOf(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<{ cards: BoardCard[] }> {
  const rules = await findDeskRules(ctx, clinicId);
  const { items: appointments } = await listAppointments(ctx, { clinicId, from: day, to: day });
  const { items: visits } = await listVisits(ctx, { clinicId, day });
  const receptions = await selectReceptions(ctx, { clinicId, day });
  const people = await briefCustomers(ctx, [
    ...new Set([...appointments, ...visits].map(({ customerId }) => customerId)),
  ]);
  const receptionOf = new Map(receptions.map((each) => [each.visitId, each]));
  const appointmentOf = new Map(appointments.map((each) => [each.id, each]));
  return {
    cards: [
      ...appointments
        .filter(({ state }) => state === 'booked')
        .map((booked) => cardOfBooked(booked, people.get(booked.customerId)!, ctx.now, rules)),
      ...visits.map((visit) =>
        cardOfVisit(
          visit,
          receptionOf.get(visit.id),
          appointmentOf.get(visit.appointmentId ?? ''),
          people.get(visit.customerId)!,
        ),
      ),
    ],
  };
}

const personOn = ({ id, name, number, age, grade, isFrozen }: BriefCustomer) => ({
  customerId: id,
  customerName: name,
  customerNumber: number,
  ...{ age, grade, isFrozen },
});

function cardOfBooked(
  booked: Appointment,
  customer: BriefCustomer,
  now: Instant,
  rules: { lateCallMinutes: number },
): BoardCard {
  const { id, visitKind, complaint, doctorId, doctorName, startsAt, confirmation, version } = booked;
  return {
    ...{ id, visitId: null, appointmentId: id, ...personOn(customer), classCode: customer.classCode },
    ...{ kind: visitKind, complaint, doctorId, doctorName, stage: stageBefore(booked, now, rules) },
    ...{ since: startsAt, startsAt, number: null, arrivedAt: null, waitingAt: null, inTreatmentAt: null },
    ...{ checkoutAt: null, goneAt: null, goneReason: null, receivedByName: null, confirmation, version },
  };
}

/** A visit opened elsewhere, as on the record, stands among those who have arrived. */
function cardOfVisit(
  visit: Visit,
  reception: Reception | undefined,
  booked: Appointment | undefined,
  customer: BriefCustomer,
): BoardCard {
  const { id, appointmentId, kind, chiefComplaint, openedAt, closedAt } = visit;
  const stage = closedAt !== null ? 'gone' : (reception?.stage ?? 'arrived');
  const times = {
    arrivedAt: reception?.arrivedAt ?? openedAt,
    waitingAt: reception?.waitingAt ?? null,
    inTreatmentAt: reception?.inTreatmentAt ?? null,
    checkoutAt: reception?.checkoutAt ?? null,
    goneAt: reception?.goneAt ?? closedAt,
  };
  return {
    ...{ id, visitId: id, appointmentId, ...personOn(customer), kind, stage, ...times },
    classCode: reception?.classCode ?? customer.classCode,
    complaint: chiefComplaint ?? booked?.complaint ?? null,
    doctorId: reception ? reception.doctorId : (booked?.doctorId ?? null),
    doctorName: reception ? reception.doctorName : (booked?.doctorName ?? null),
    since: times[timeOf[stage]] ?? openedAt,
    startsAt: booked?.startsAt ?? null,
    number: reception?.number ?? null,
    goneReason: reception?.goneReason ?? null,
    receivedByName: reception?.receivedByName ?? null,
    confirmation: booked?.confirmation ?? null,
    version: reception?.version ?? 0,
  };
}
