import type { PaperLine } from '#domain/papersheets/contract.ts';
import { standingOfAppointment, standingOfCall } from '#domain/papersheets/line.ts';
import type { Standing } from '#domain/papersheets/line.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAppointments } from '../appointments/find-appointment.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findFollowups } from '../followups/find-followups.ts';
import type { FollowupWithStep } from '../followups/find-followups.ts';
import { findLastTries } from '../followups/find-last-tries.ts';
import type { LastTry } from '../followups/find-last-tries.ts';
import { findArrivals } from '../reception/find-arrivals.ts';
import type { Arrival } from '../reception/find-arrivals.ts';
import type { LineRow } from './store.ts';

interface OnRecord {
  appointments: Map<string, Appointment>;
  /** By appointment. */
  arrivals: Map<string, Arrival>;
  followups: Map<string, FollowupWithStep>;
  tries: Map<string, LastTry>;
}

/** Lines with whom they are about, and how each stands by what the record says now. */
export async function gatherLines(ctx: TransactionContext, rows: readonly LineRow[]): Promise<PaperLine[]> {
  const followupIds = rows.flatMap((row) => row.followupIds ?? []);
  const appointmentIds = [...new Set(rows.flatMap((row) => row.appointmentId ?? []))];
  const customers = await briefCustomers(ctx, [...new Set(rows.map(({ customerId }) => customerId))]);
  const record: OnRecord = {
    appointments: await findAppointments(ctx, appointmentIds),
    arrivals: await findArrivals(ctx, appointmentIds),
    followups: await findFollowups(ctx, followupIds),
    tries: await findLastTries(ctx, followupIds),
  };
  return rows.flatMap((row) => {
    const customer = customers.get(row.customerId);
    if (!customer) return [];
    const { id, kind, day, clinicId, position, code, printedAt, customerId, appointmentId, at } = row;
    const booked = appointmentId === null ? undefined : record.appointments.get(appointmentId);
    const followups = (row.followupIds ?? []).flatMap((each) => record.followups.get(each) ?? []);
    return {
      ...{ id, kind, day, clinicId, position, code, printedAt, customerId, appointmentId, at },
      ...{ customerName: customer.name, customerNumber: customer.number, phone: customer.phone },
      ...{ visitKind: booked?.visitKind ?? null, doctorName: booked?.doctorName ?? null },
      ...{ staffId: row.staffId, staffName: row.staffName, role: row.role },
      purposes: [...new Set(followups.map(({ purpose }) => purpose))],
      standing: standingOf(row, record),
    };
  });
}

function standingOf(row: LineRow, record: OnRecord): Standing {
  const { result, enteredAt, enteredByName, happenedAt, kind, at, madeAt } = row;
  const entered = result === null ? null : { what: result, at: enteredAt, byName: enteredByName, happenedAt };
  if (kind === 'call') {
    const ids = row.followupIds ?? [];
    const tries = ids.flatMap((id) => record.tries.get(id) ?? []);
    return standingOfCall(
      { madeAt, entered },
      {
        openFollowups: ids.filter((id) => record.followups.get(id)?.state === 'open').length,
        lastTry: tries.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null,
      },
    );
  }
  const booked = record.appointments.get(row.appointmentId!)!;
  const arrival = record.arrivals.get(booked.id);
  return standingOfAppointment(
    { kind, startsAt: at, madeAt, entered },
    {
      ...booked,
      arrivedAt: arrival?.arrivedAt ?? null,
      receivedByName: arrival?.receivedByName ?? null,
    },
  );
}
