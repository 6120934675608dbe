import type { Triage } from '#domain/reception/contract.ts';
import { minutesAhead, waitsSince } from '#domain/reception/waiting.ts';
import { areaOf } from '#domain/triage/area.ts';
import { rankDoctors } from '#domain/triage/suggestion.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { listDoctors } from '../staff/list-colleagues.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { holdVisit } from '../visits/hold-visit.ts';
import { gatherCards } from './gather-cards.ts';

/** Who could see them, by complaint, specialities and today's load, and why each (E4). */
export async function suggestDoctor(ctx: Context, { visitId }: { visitId: string }): Promise<Triage> {
  requirePermission(ctx, 'visits.read');
  return inTransaction(ctx, async (ctx) => {
    const visit = await holdVisit(ctx, visitId);
    if (!maySeeClinic(ctx, visit.clinicId)) throw new NotFound('visit', visitId);
    const { clinicId, visitedOn: day } = visit;
    const { cards, rules } = await gatherCards(ctx, { clinicId, day });
    const card = cards.find(({ id }) => id === visitId);
    if (!card) throw new NotFound('visit', visitId);
    const booked = visit.appointmentId ? await findAppointment(ctx, visit.appointmentId) : undefined;
    const customer = (await briefCustomers(ctx, [visit.customerId])).get(visit.customerId)!;
    const { area, by, word } = areaOf(card.complaint, card.age);
    const others = cards.filter(({ id }) => id !== visitId);
    const doctors = (await listDoctors(ctx, clinicId)).map(({ id, name }) => {
      const theirs = others.filter(({ doctorId, arrivedAt }) => doctorId === id && arrivedAt !== null);
      return {
        ...{ id, name, areas: rules.specialities.find(({ doctorId }) => doctorId === id)?.areas ?? [] },
        minutesAhead: minutesAhead(id, others, ctx.now),
        waiting: theirs.filter((each) => waitsSince(each) !== null).length,
        seenToday: theirs.length,
        isOwn: customer.doctorId === id,
        isBooked: booked?.doctorId === id,
      };
    });
    return { visitId, area, by, word, doctors: rankDoctors(area, doctors) };
  });
}
